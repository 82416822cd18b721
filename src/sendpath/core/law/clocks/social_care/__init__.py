"""N. Social care, where it touches SEND.

Time limits of children's social care that bear on the same child.
"""

LETTER = "N"
TITLE = "Social care, where it touches SEND"
