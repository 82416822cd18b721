"""E. Reviews.

The yearly review of a plan, its steps, and the moves between phases of education.
"""

LETTER = "E"
TITLE = "Reviews"
