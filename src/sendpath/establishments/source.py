"""Where a school's dates come from."""

from django.db import models


class Source(models.TextChoices):
    """Where a school's dates come from."""

    SCHOOL = "school", "The school published them"
    COUNCIL = "council", "The council’s term dates, which the school keeps"
    TOLD = "told", "Somebody at the school told us"
    MADE_UP = "made_up", "Made up for a demonstration"
