"""O. NHS waits and standards.

Standards by which waiting is judged; most are not law.
"""

LETTER = "O"
TITLE = "NHS waits and standards"
