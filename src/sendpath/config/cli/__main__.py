"""`python -m sendpath.config.cli`, for where the command itself is not installed."""

from sendpath.config.cli import main

main()
