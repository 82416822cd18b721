"""What people say on the pages of casework, before a service decides what to store."""
