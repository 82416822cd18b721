"""Questions asked of the log of looks. Functions in here read and never write."""
