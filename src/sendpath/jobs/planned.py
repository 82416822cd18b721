"""When work that nobody asks for is due: each hour, each night, each week.

Times are those of the clock on the wall in England. A time that the clocks jump over in March
is taken an hour later, and one that comes twice in October is taken once, the first time.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from django.utils import timezone

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


class Plan:
    """When a kind of job is due. Every plan has a moment in each nine days."""

    def around(self, moment: datetime) -> list[datetime]:
        """Return the moments near this one at which it is due, at least one on either side."""
        raise NotImplementedError

    @property
    def words(self) -> str:
        """Say when, as in “Each day at 3:00am”."""
        raise NotImplementedError

    def latest(self, moment: datetime) -> datetime:
        """Return when it was last due: this moment counts."""
        return max(due for due in self.around(moment) if due <= moment)

    def following(self, moment: datetime) -> datetime:
        """Return when it is next due."""
        return min(due for due in self.around(moment) if due > moment)


@dataclass(frozen=True, slots=True)
class Hourly(Plan):
    """Due each hour, so many minutes past."""

    minute: int = 0

    def around(self, moment: datetime) -> list[datetime]:
        """Return the moment of the hour before, of this one and of the next.

        Counted in universal time, so that no hour is missed or comes twice.
        """
        this = moment.astimezone(UTC).replace(minute=self.minute, second=0, microsecond=0)
        return [this - HOUR, this, this + HOUR]

    @property
    def words(self) -> str:
        return f"Each hour at {self.minute:02} minutes past"


@dataclass(frozen=True, slots=True)
class Daily(Plan):
    """Due each day at a time, on one day of the week if one is given: Monday is 0."""

    at: time
    weekday: int | None = None

    def around(self, moment: datetime) -> list[datetime]:
        """Return the moments of the eight days on either side."""
        today = timezone.localtime(moment).date()
        days = (today + n * DAY for n in range(-8, 9))
        return [self._on(day) for day in days if self.weekday in (None, day.weekday())]

    def _on(self, day: date) -> datetime:
        local = datetime.combine(day, self.at, tzinfo=timezone.get_default_timezone())
        return local.astimezone(UTC)

    @property
    def words(self) -> str:
        day = "day" if self.weekday is None else WEEKDAYS[self.weekday]
        half = "am" if self.at.hour < 12 else "pm"
        return f"Each {day} at {self.at.hour % 12 or 12}:{self.at.minute:02}{half}"


NIGHTLY = Daily(time(3))
"""After backups begin, and well before anybody comes to work."""
