"""Questions asked of cases. Functions in here read and never write."""
