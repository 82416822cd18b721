"""L. Suspension and permanent exclusion.

School days, each counted by the school's own calendar.
"""

LETTER = "L"
TITLE = "Suspension and permanent exclusion"
