"""J. Detained persons.

Children and young people in youth accommodation, under SI 2015/62.
"""

LETTER = "J"
TITLE = "Detained persons"
