"""What builds, checks and measures the product; no part of it runs in the service."""
