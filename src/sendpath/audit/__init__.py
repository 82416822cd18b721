"""The log of changes: append-only, and chained so that a gap or an edit shows."""
