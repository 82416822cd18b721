"""R. Reform: not law.

What has been announced or enacted and is not in force. Never shown as law.
"""

LETTER = "R"
TITLE = "Reform: not law"
