"""What the pages of the law show."""
