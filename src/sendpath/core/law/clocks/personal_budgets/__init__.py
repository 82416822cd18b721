"""I. Personal budgets.

Direct payments and the reviews that go with them.
"""

LETTER = "I"
TITLE = "Personal budgets"
