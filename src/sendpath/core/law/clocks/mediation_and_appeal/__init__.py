"""C. Mediation and appeal.

What a family may do about a decision, and what it starts for the council and the adviser.
"""

LETTER = "C"
TITLE = "Mediation and appeal"
