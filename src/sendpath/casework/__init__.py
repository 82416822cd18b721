"""The record of each case, the deadlines worked out from it, and the worklist."""
