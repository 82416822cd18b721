"""Questions asked of returns. Functions in here read and never write."""
