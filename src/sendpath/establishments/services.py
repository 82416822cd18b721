"""Publishing schools' calendars. Every write in this app goes through a function here."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from sendpath.accounts.models import User
from sendpath.audit import services as audit
from sendpath.core.dates import TermDates, england_and_wales
from sendpath.core.term_faults import faults
from sendpath.core.terms import spoken, without
from sendpath.establishments import selectors
from sendpath.establishments.models import Edition, Establishment, InsetDay, TeachingDays
from sendpath.establishments.reactions import published
from sendpath.establishments.source import Source
from sendpath.web import clock


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """A school's year as told: its terms, and the INSET days in them or beside them."""

    terms: TermDates
    inset_days: Collection[date] = ()

    @property
    def reaches(self) -> tuple[date, date]:
        """Return its first and last day."""
        return min(first for first, _ in self.terms), max(last for _, last in self.terms)


def refuse_the_impossible(*, urns: Collection[str], school_year: int, year: Year) -> None:
    """Raise ValidationError, by field, for a year that cannot be that of these schools."""
    wrong: dict[str, list[str]] = defaultdict(list)
    for fault in faults(school_year, year.terms, year.inset_days, england_and_wales()):
        wrong[fault.of].append(fault.words)
    if "terms" not in wrong:
        first, last = year.reaches
        for other in selectors.years_within(urns=urns, first=first, last=last):
            if other != school_year:
                wrong["terms"].append(f"These terms overlap those held for {spoken(other)}")
    if wrong:
        raise ValidationError(dict(wrong))


@transaction.atomic
def publish_calendar(
    *, urn: str, name: str, school_year: int, year: Year, source: Source, by: User
) -> None:
    """Make this the school's year, in place of what was held for it, and tell who counts by it.

    Raises ValidationError for what cannot be that school's year.
    """
    _new_edition()
    Establishment.objects.update_or_create(urn=urn, defaults={"name": name})
    _replace([urn], school_year, year, source, by)
    first, last = year.reaches
    audit.record(
        by=by.username,
        act="calendar_published",
        subject=f"establishment:{urn}",
        details={
            "school_year": school_year,
            "source": source.value,
            "terms": len(year.terms),
            "inset_days": len(year.inset_days),
            "first_day": first.isoformat(),
            "last_day": last.isoformat(),
        },
    )
    published([urn], by)


@transaction.atomic
def publish_calendars(
    *, names: Mapping[str, str], years: Mapping[int, Year], source: Source, by: User
) -> None:
    """Make these the years of many schools, given by URN and name, that all keep the same terms.

    Raises ValidationError for what cannot be the year of one of them.
    """
    _new_edition()
    Establishment.objects.bulk_create(
        [Establishment(urn=urn, name=name) for urn, name in names.items()],
        update_conflicts=True,
        unique_fields=["urn"],
        update_fields=["name"],
        batch_size=1000,
    )
    for school_year, year in years.items():
        _replace(names, school_year, year, source, by)
    audit.record(
        by=by.username,
        act="calendars_published",
        subject="establishments",
        details={
            "schools": len(names),
            "school_years": ", ".join(map(str, sorted(years))),
            "source": source.value,
        },
    )
    published(list(names), by)


def _new_edition() -> None:
    """Wait for whoever else is publishing, and mark that calendars are no longer what they were."""
    edition, _ = Edition.objects.select_for_update().get_or_create(pk=1)
    edition.mark = uuid.uuid4().hex
    edition.save()


def _replace(urns: Collection[str], school_year: int, year: Year, source: Source, by: User) -> None:
    refuse_the_impossible(urns=urns, school_year=school_year, year=year)
    said = {
        "school_year": school_year,
        "source": source,
        "recorded_by": by,
        "recorded_at": clock.now(),
    }
    stretches = without(tuple(sorted(year.terms)), year.inset_days)
    of_year = {"establishment__in": list(urns), "school_year": school_year}
    TeachingDays.objects.filter(**of_year).delete()
    TeachingDays.objects.bulk_create(
        [
            TeachingDays(establishment_id=urn, first_day=first, last_day=last, **said)
            for urn in urns
            for first, last in stretches
        ],
        batch_size=1000,
    )
    InsetDay.objects.filter(**of_year).delete()
    InsetDay.objects.bulk_create(
        [
            InsetDay(establishment_id=urn, day=day, **said)
            for urn in urns
            for day in sorted(set(year.inset_days))
        ],
        batch_size=1000,
    )
