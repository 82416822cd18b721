"""Cases written as plain facts become events, or say what to write instead."""

from datetime import date

import pytest

from sendpath.core.casefile.events import Kind
from sendpath.core.dates import england_and_wales
from sendpath.core.law.facts import BadFacts, read_calendars, read_events

REQUEST = {"type": "ehc.request_received", "date": "2026-03-02", "by": "parent"}


def test_events_and_exceptions_become_numbered_events_with_their_facts():
    facts = {
        "events": [REQUEST],
        "exceptions": [{"ground": "X_ABS4", "from": "2026-03-09", "to": "2026-04-12"}],
        "calendar": "EX",
    }

    request, claim = read_events(facts)

    assert (request.number, request.kind, request.occurred_on) == (
        1,
        Kind.REQUEST_RECEIVED,
        date(2026, 3, 2),
    )
    assert request.facts == {"calendar": "EX", "by": "parent"}
    assert (claim.number, claim.kind, claim.occurred_on) == (
        2,
        Kind.EXCEPTION_CLAIMED,
        date(2026, 3, 9),
    )


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({"events": []}, "at least one event"),
        ({"events": [{"type": "ehc.asked", "date": "2026-03-02"}]}, "“ehc.asked”, which is not"),
        ({"events": [{**REQUEST, "date": "2026-02-30"}]}, "“2026-02-30” .event 1"),
        ({"events": [{"type": "ehc.request_received"}]}, "must be a real date"),
        ({"events": [{**REQUEST, "by": ["parent"]}]}, "“by” must be a single value"),
        ({"events": [REQUEST], "exceptions": [{}]}, "Exception 2 names no ground"),
        ({"events": "none"}, "“events” must be a list"),
        ({"events": [REQUEST], "nation": "wales"}, "not that of “wales”"),
    ],
)
def test_what_cannot_be_read_says_what_to_write(facts, says):
    with pytest.raises(BadFacts, match=says):
        read_events(facts)


def test_school_calendars_are_added_by_name():
    table = {"school_calendars": {"EX": [["2026-04-13", "2026-05-22"]]}}

    calendars = read_calendars(table, england_and_wales())

    assert calendars.schools == {"EX": ((date(2026, 4, 13), date(2026, 5, 22)),)}


@pytest.mark.parametrize("terms", [[], "summer", [["2026-04-13"]]])
def test_terms_must_be_pairs_of_days(terms):
    with pytest.raises(BadFacts, match="terms of “EX” must be pairs"):
        read_calendars({"school_calendars": {"EX": terms}}, england_and_wales())
