"""Q. Area inspection follow-up.

What an inspection of the area starts.
"""

LETTER = "Q"
TITLE = "Area inspection follow-up"
