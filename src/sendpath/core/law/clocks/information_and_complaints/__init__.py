"""P. Complaints, information rights and redress.

What anyone may ask for and how soon it must be answered.
"""

LETTER = "P"
TITLE = "Complaints, information rights and redress"
