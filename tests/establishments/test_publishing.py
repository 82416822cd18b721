"""A school's calendar is published a year at a time, whole or not at all, and seen at once."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from establishments.made_up import YEAR_2025
from sendpath.audit.models import AuditEntry
from sendpath.core.dates import england_and_wales
from sendpath.establishments import services
from sendpath.establishments.models import InsetDay, TeachingDays
from sendpath.establishments.selectors import calendars, held_years
from sendpath.establishments.services import Year
from sendpath.establishments.source import Source

pytestmark = pytest.mark.django_db

URN = "990001"
AUTUMN = Year(terms=((date(2026, 9, 2), date(2026, 10, 23)),))


def stretches(urn=URN):
    return list(
        TeachingDays.objects.filter(establishment=urn)
        .order_by("first_day")
        .values_list("school_year", "first_day", "last_day")
    )


def test_without_any_school_the_calendars_are_those_of_the_product():
    assert calendars() == england_and_wales()


def test_a_published_year_is_held_by_urn_beside_its_other_years(publish):
    publish(URN)
    publish(URN, 2026, AUTUMN)

    assert calendars() == replace(
        england_and_wales(), schools={URN: (*YEAR_2025.terms, *AUTUMN.terms)}
    )


def test_inset_days_split_a_term_and_are_kept_beside_it(publish):
    days = {date(2026, 9, 1), date(2026, 9, 2), date(2026, 10, 5)}

    publish(URN, 2026, replace(AUTUMN, inset_days=days))

    assert stretches() == [
        (2026, date(2026, 9, 3), date(2026, 10, 4)),
        (2026, date(2026, 10, 6), date(2026, 10, 23)),
    ]
    assert calendars().inset_days == {URN: frozenset(days)}
    (held,) = held_years(URN)
    assert held.terms == ((date(2026, 9, 3), date(2026, 10, 23)),)
    assert (held.inset_days, held.recorded_by) == (frozenset(days), "Priya Tester")


def test_publishing_again_replaces_that_year_and_no_other(publish):
    publish(URN, year=replace(YEAR_2025, inset_days=[date(2025, 11, 3)]))
    publish(URN, 2026, AUTUMN)
    publish("990002")

    publish(URN, year=Year(terms=YEAR_2025.terms[:1]))

    assert stretches() == [
        (2025, date(2025, 9, 2), date(2025, 10, 24)),
        (2026, date(2026, 9, 2), date(2026, 10, 23)),
    ]
    assert len(stretches("990002")) == 6
    assert not InsetDay.objects.exists()


def test_every_publishing_has_its_line_in_the_log(publish):
    publish(URN, year=replace(YEAR_2025, inset_days=[date(2025, 11, 3)]))

    line = AuditEntry.objects.order_by("number").last()
    assert (line.by, line.act, line.subject) == (
        "priya",
        "calendar_published",
        "establishment:990001",
    )
    assert line.details == {
        "school_year": 2025,
        "source": "school",
        "terms": 6,
        "inset_days": 1,
        "first_day": "2025-09-02",
        "last_day": "2026-07-21",
    }


def test_a_year_that_cannot_be_logged_is_not_published(publish, monkeypatch):
    publish(URN)

    def full_disk(**entry):
        raise OSError("no space")

    monkeypatch.setattr("sendpath.audit.services.record", full_disk)
    with pytest.raises(OSError, match="no space"):
        publish(URN, year=Year(terms=YEAR_2025.terms[:1]))

    assert calendars().schools == {URN: YEAR_2025.terms}


@pytest.mark.parametrize(
    ("year", "wrong"),
    [
        (Year(terms=()), {"terms": ["Enter the first and last day of each term"]}),
        (
            Year(terms=((date(2025, 10, 24), date(2025, 9, 2)),)),
            {"terms": ["The term from 24 October 2025 to 2 September 2025 ends before it begins"]},
        ),
        (
            Year(terms=((date(2025, 7, 31), date(2025, 9, 2)),)),
            {"terms": ["31 July 2025 is not in the school year 2025 to 2026"]},
        ),
        (
            Year(terms=((date(2026, 7, 1), date(2026, 9, 1)),)),
            {"terms": ["1 September 2026 is not in the school year 2025 to 2026"]},
        ),
        (
            Year(terms=((date(2025, 9, 6), date(2025, 10, 24)),)),
            {"terms": ["6 September 2025 is a Saturday, when no school is open"]},
        ),
        (
            Year(terms=((date(2025, 8, 25), date(2025, 10, 24)),)),
            {"terms": ["25 August 2025 is a bank holiday, when no school is open"]},
        ),
        (
            Year(
                terms=(
                    (date(2025, 9, 2), date(2025, 10, 24)),
                    (date(2025, 10, 24), date(2025, 12, 19)),
                )
            ),
            {"terms": ["The terms from 2 September 2025 and from 24 October 2025 overlap"]},
        ),
        (
            Year(
                terms=(
                    (date(2025, 9, 2), date(2025, 12, 19)),
                    (date(2026, 4, 13), date(2026, 7, 21)),
                )
            ),
            {
                "terms": [
                    "There is no term between 19 December 2025 and 13 April 2026. Add the one "
                    "that is missing"
                ]
            },
        ),
        (
            Year(
                terms=((date(2025, 9, 2), date(2025, 9, 2)),),
                inset_days=[date(2025, 9, 2), date(2025, 9, 6), date(2027, 1, 4)],
            ),
            {
                "terms": ["Every day of these terms is an INSET day"],
                "inset_days": [
                    "6 September 2025 is a Saturday, when no school is open",
                    "4 January 2027 is not in the school year 2025 to 2026",
                ],
            },
        ),
    ],
)
def test_a_year_that_cannot_be_is_refused_in_words(publish, year, wrong):
    with pytest.raises(ValidationError) as refused:
        publish(URN, year=year)

    assert refused.value.message_dict == wrong
    assert stretches() == []


def test_a_school_that_is_back_in_the_last_days_of_august_is_believed(publish):
    early = Year(terms=((date(2026, 8, 27), date(2026, 10, 16)),))

    publish(URN, 2026, early)

    assert stretches() == [(2026, date(2026, 8, 27), date(2026, 10, 16))]


@pytest.mark.parametrize(
    ("last", "refused"), [(date(2026, 8, 27), True), (date(2026, 8, 26), False)]
)
def test_two_years_of_one_school_never_overlap(publish, last, refused):
    publish(URN, 2026, Year(terms=((date(2026, 8, 27), date(2026, 10, 16)),)))
    year = Year(terms=((date(2026, 6, 1), last),))
    publish("990002", year=year)

    if not refused:
        publish(URN, year=year)
        return
    with pytest.raises(ValidationError) as fault:
        publish(URN, year=year)
    assert fault.value.message_dict == {
        "terms": ["These terms overlap those held for 2026 to 2027"]
    }


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2025, 10, 24), date(2025, 9, 2)),
        (date(2025, 7, 31), date(2025, 9, 2)),
        (date(2026, 8, 31), date(2026, 9, 1)),
    ],
)
def test_the_database_refuses_a_stretch_outside_its_year_or_back_to_front(
    publish, priya, first, last
):
    publish(URN, 2026, AUTUMN)
    row = TeachingDays.objects.get()

    with pytest.raises(IntegrityError), transaction.atomic():
        TeachingDays.objects.create(
            establishment_id=URN,
            school_year=2025,
            first_day=first,
            last_day=last,
            source=row.source,
            recorded_by=priya,
            recorded_at=row.recorded_at,
        )


@pytest.mark.parametrize(("first", "last"), [(date(2025, 8, 1), date(2026, 8, 31))])
def test_the_database_takes_the_whole_of_a_school_year(publish, priya, first, last):
    publish(URN, 2026, AUTUMN)

    assert TeachingDays.objects.update(school_year=2025, first_day=first, last_day=last) == 1


def test_asking_again_takes_one_query_until_a_calendar_is_published(publish):
    publish(URN)
    calendars()

    with CaptureQueriesContext(connection) as queries:
        assert calendars() is calendars()
    assert len(queries) == 2

    publish("990002")
    assert set(calendars().schools) == {URN, "990002"}


def test_what_was_published_and_undone_is_never_seen_again(publish):
    publish(URN)
    with transaction.atomic():
        publish(URN, year=Year(terms=YEAR_2025.terms[:1]))
        assert calendars().schools == {URN: YEAR_2025.terms[:1]}
        transaction.set_rollback(True)

    assert calendars().schools == {URN: YEAR_2025.terms}


def test_many_schools_that_keep_the_same_terms_are_published_at_once(priya, publish):
    publish("990001", name="An old name")
    names = {"990001": "First School", "990002": "Second School"}

    services.publish_calendars(
        names=names, years={2025: YEAR_2025, 2026: AUTUMN}, source=Source.MADE_UP, by=priya
    )

    assert calendars().schools == dict.fromkeys(names, (*YEAR_2025.terms, *AUTUMN.terms))
    line = AuditEntry.objects.order_by("number").last()
    assert (line.act, line.details) == (
        "calendars_published",
        {"schools": 2, "school_years": "2025, 2026", "source": "made_up"},
    )


def test_years_of_many_schools_that_overlap_are_refused(priya):
    with pytest.raises(ValidationError, match="overlap those held for 2025 to 2026"):
        services.publish_calendars(
            names={"990001": "First School"},
            years={
                2025: Year(terms=((date(2026, 6, 1), date(2026, 8, 27)),)),
                2026: Year(terms=((date(2026, 8, 27), date(2026, 10, 16)),)),
            },
            source=Source.MADE_UP,
            by=priya,
        )
