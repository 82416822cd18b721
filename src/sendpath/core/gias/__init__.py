"""The register of schools: what Get Information About Schools (GIAS) publishes every day."""
