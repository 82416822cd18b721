"""Hartwell's schools have term dates: made up, marked so, and good to count by."""

from datetime import date

import pytest

from sendpath.core.dates import england_and_wales, school_days_after
from sendpath.core.term_faults import faults
from sendpath.core.terms import closures, school_days_by_month, without
from sendpath.establishments import services
from sendpath.establishments.selectors import calendars, held_years
from sendpath.establishments.source import Source
from sendpath.returns.hartwell.term_dates import YEARS

SURVEY_DAY = date(2026, 1, 15)


@pytest.mark.parametrize("school_year", YEARS)
def test_a_year_has_190_school_days_and_nothing_wrong_with_it(school_year):
    year = YEARS[school_year]
    stretches = without(year.terms, year.inset_days)

    assert faults(school_year, year.terms, year.inset_days, england_and_wales()) == ()
    assert sum(days for _, days in school_days_by_month(stretches, england_and_wales())) == 190


@pytest.mark.django_db
def test_school_days_are_counted_and_summers_are_closures_at_every_school(small, dana):
    names = {school.urn: school.name for school in small.schools}

    services.publish_calendars(names=names, years=YEARS, source=Source.MADE_UP, by=dana)

    known = calendars()
    assert known.schools.keys() == names.keys()
    for urn in names:
        assert school_days_after(SURVEY_DAY, 50, urn, known) == date(2026, 4, 16)
        longest = [(a, b) for a, b in closures(urn, known) if (b - a).days >= 28]
        assert longest[-1] == (date(2026, 7, 21), date(2026, 9, 3))
    assert {year.source for year in held_years(min(names))} == {Source.MADE_UP}
