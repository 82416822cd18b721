"""What a document is, who may see it, and where it stands, in the words of the pages."""

from __future__ import annotations

from django.db.models import TextChoices


class DocumentKind(TextChoices):
    """What sort of document it is."""

    ADVICE = "advice", "Advice for an assessment"
    REPORT = "report", "Report"
    LETTER = "letter", "Letter or email"
    PLAN = "plan", "EHC plan"
    FORM = "form", "Form or request"
    PHOTO = "photo", "Photo or drawing"
    VOICE = "voice", "The child’s or young person’s own voice"
    OTHER = "other", "Something else"


class Sensitivity(TextChoices):
    """What a document tells of: three kinds of detail are not for everyone who sees the child."""

    ORDINARY = "ordinary", "Education and everyday matters"
    HEALTH = "health", "Health"
    SOCIAL_CARE = "social_care", "Social care"
    FINANCE = "finance", "Money"


class Visibility(TextChoices):
    """How far a document may go."""

    OFFICERS = "officers", "Officers only"
    ADVISERS = "advisers", "Officers and those who advise"
    FAMILY = "family", "Officers, those who advise, and the family"


class WhyVoid(TextChoices):
    """Why a document is taken away."""

    WRONG_CHILD = "wrong_child", "It is about another child"
    WRONG_FILE = "wrong_file", "It is the wrong file"
    TWICE = "twice", "It is here twice"
    NOT_OURS = "not_ours", "It should not have been shared with us"


class Scan(TextChoices):
    """What the scan for harmful software said of a version."""

    WAITING = "waiting", "Waiting to be scanned"
    CLEAN = "clean", "Scanned, nothing harmful found"
    INFECTED = "infected", "Locked away: harmful software was found in it"
    UNSCANNED = "unscanned", "Not scanned here: no scanner is configured"


SEEN = (Scan.CLEAN, Scan.UNSCANNED)
"""What may be opened. The second comes about only where an installation has said so."""
