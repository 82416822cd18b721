"""G. Ceasing and age limits.

When a plan may end, and when rights pass to the young person.
"""

LETTER = "G"
TITLE = "Ceasing and age limits"
