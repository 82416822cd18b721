"""The record of a case: its events, and the stage they have brought it to."""
