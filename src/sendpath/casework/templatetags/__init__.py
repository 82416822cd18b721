"""Filters of the casework pages."""
