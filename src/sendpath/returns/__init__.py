"""Statutory returns in and out."""
