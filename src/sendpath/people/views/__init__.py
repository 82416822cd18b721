"""Pages about people, and about records that may be of one."""
