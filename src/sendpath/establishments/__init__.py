"""Schools and colleges, and the days on which each of them teaches."""
