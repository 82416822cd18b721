"""B. Draft plan, naming a school, final plan.

The draft, the family's answer to it, consulting schools, and the final plan.
"""

LETTER = "B"
TITLE = "Draft plan, naming a school, final plan"
