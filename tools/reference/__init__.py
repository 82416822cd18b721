"""Reference cases run through thin adapters onto the product's public functions."""
