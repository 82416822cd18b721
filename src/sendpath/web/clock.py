"""What day it is, asked in one place.

A demonstration may take another day to be today, so that its made-up record is neither
all overdue nor all in the future. Nothing else in the product reads the clock.
"""

from __future__ import annotations

from datetime import date, datetime

from django.conf import settings
from django.utils import timezone


def today() -> date:
    """Return today's date in England, or the demonstration's."""
    return settings.TODAY or timezone.localdate()


def now() -> datetime:
    """Return this moment; in a demonstration, the same time on the demonstration's day."""
    moment = timezone.localtime()
    if settings.TODAY:
        moment = moment.replace(
            year=settings.TODAY.year, month=settings.TODAY.month, day=settings.TODAY.day
        )
    return moment
