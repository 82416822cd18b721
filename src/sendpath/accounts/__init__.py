"""Who signs in, which team they are in, and what their role lets them see and do."""
