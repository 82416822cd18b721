"""Pages of signing in, by what somebody comes to do."""
