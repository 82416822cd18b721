"""M. Education otherwise, attendance and home education.

Children who are not in school.
"""

LETTER = "M"
TITLE = "Education otherwise, attendance and home education"
