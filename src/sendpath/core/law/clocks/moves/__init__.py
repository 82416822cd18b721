"""H. Moves between areas, and change of health commissioner.

What the old and the new council, and the health commissioners, owe when a child moves.
"""

LETTER = "H"
TITLE = "Moves between areas, and change of health commissioner"
