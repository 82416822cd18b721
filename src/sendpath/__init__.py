"""SEND casework, waiting times and places for a whole local area."""

__version__ = "0.1.0"
