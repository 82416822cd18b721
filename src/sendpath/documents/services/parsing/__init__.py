"""Reading files that nobody vouches for, in a process that can do little harm."""
