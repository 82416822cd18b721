"""The law for everyone to read, which dates run from what, and what the area has settled."""
