"""A. Request and assessment.

Asking for an EHC needs assessment, deciding whether to make one, and the advice it rests on.
"""

LETTER = "A"
TITLE = "Request and assessment"
