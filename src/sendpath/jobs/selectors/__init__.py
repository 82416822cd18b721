"""Questions asked of the queue, by whoever keeps the service running."""
