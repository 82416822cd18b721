"""F. Re-assessment.

Looking at a child's needs afresh while a plan is in force.
"""

LETTER = "F"
TITLE = "Re-assessment"
