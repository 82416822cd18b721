"""What the check page promises is what the record holds once it is saved."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from sendpath.casework.selectors.case_page import case_page
from sendpath.casework.selectors.preview import preview
from sendpath.casework.selectors.seen import EVERYTHING
from sendpath.casework.selectors.words import duty_in_words, standing_in_words
from sendpath.casework.services import record
from sendpath.casework.services.record import NewEvent
from sendpath.core.casefile.events import Kind
from sendpath.core.dates import england_and_wales
from sendpath.core.law.history import as_at

pytestmark = pytest.mark.django_db

REQUEST = date(2025, 8, 31)
TODAY = date(2026, 1, 19)  # a day after the 20 weeks ended


@pytest.fixture
def case(make_case, today):
    today(TODAY)
    return make_case(
        (Kind.REQUEST_RECEIVED, REQUEST, {"by": "parent"}),
        (Kind.ASSESSMENT_DECIDED, date(2025, 10, 1), {"outcome": "assess"}),
        (Kind.ADVICE_REQUESTED, date(2025, 10, 2), {"from": "health"}),
    )


def new(kind, day=TODAY, **rest):
    facts = rest.pop("facts", {})
    return NewEvent(kind=kind, occurred_on=day, facts=facts, **rest)


PROPOSALS = [
    new(Kind.FAMILY_CONSULTED),
    new(Kind.ADVICE_RECEIVED, facts={"from": "health"}),
    new(Kind.ADVICE_REQUESTED, facts={"from": "psychologist"}),
    new(Kind.PLAN_DECIDED, facts={"outcome": "no_plan"}),
    new(Kind.DRAFT_SENT, facts={"version": "1", "method": "first_class_post"}),
    new(Kind.FINALISED_SENT, date(2026, 1, 18), facts={"first": True}),
    new(Kind.FINALISED_SENT, date(2026, 1, 19), facts={"first": True}),
    new(Kind.REQUEST_WITHDRAWN),
    new(Kind.REQUEST_RECEIVED, date(2025, 9, 2), replaces=1),
    new(Kind.RECORD_VOIDED, voids=1),
    new(Kind.EXCEPTION_CLAIMED, facts={"ground": "X_EPC", "from": "2025-12-01"}),
]


def standings(case):
    events = [row.as_event() for row in case.events.all()]
    evaluations = as_at(events, TODAY, england_and_wales())
    return {duty_in_words(e): standing_in_words(e) for e in evaluations}


@pytest.mark.parametrize("proposal", PROPOSALS, ids=lambda p: f"{p.kind} {p.occurred_on}")
def test_what_was_promised_is_what_happens(case, priya, proposal):
    before = standings(case)

    promised = preview(case=case, proposal=proposal).changes
    assert case.events.count() == 3
    record.record_event(case=case, new=proposal, by=priya)

    after = standings(case)
    assert {c.name: (c.before, c.after) for c in promised if c.name != "Stage of the case"} == {
        name: (before.get(name, "not owed"), after.get(name, "not owed"))
        for name in {*before, *after}
        if before.get(name) != after.get(name)
    }


def test_a_plan_is_in_time_on_the_last_day_and_late_on_the_next(case):
    words = {
        day: next(
            change.after
            for change in preview(
                case=case, proposal=new(Kind.FINALISED_SENT, date(2026, 1, day))
            ).changes
            if change.name == "Send the final EHC plan"
        )
        for day in (18, 19)
    }

    assert words == {
        18: "due 18 January 2026, done 18 January 2026, in time",
        19: "due 18 January 2026, done 19 January 2026, 1 day late",
    }


def test_a_date_out_of_reach_is_refused_before_it_is_saved(case):
    with pytest.raises(ValidationError, match="so far back or ahead"):
        preview(case=case, proposal=new(Kind.REQUEST_RECEIVED, date(2014, 8, 31), replaces=1))


def test_a_date_on_record_out_of_reach_can_be_mended(make_case, priya, today):
    today(TODAY)
    case = make_case()
    record.record_events(
        additions={case.pk: [new(Kind.REQUEST_RECEIVED, date(2004, 1, 5))]}, by=priya, source="old"
    )

    mended = preview(case=case, proposal=new(Kind.REQUEST_RECEIVED, REQUEST, replaces=1))

    assert ("Send the final EHC plan", "not owed", "due 18 January 2026, 1 day overdue") in [
        (change.name, change.before, change.after) for change in mended.changes
    ]


class TestWhatToLookAtBeforeSaving:
    @pytest.fixture
    def empty(self, make_case, today):
        today(TODAY)
        return make_case()

    def says(self, case, proposal):
        return [(line.about, line.says) for line in preview(case=case, proposal=proposal).to_check]

    def test_is_what_the_entry_would_bring(self, empty):
        decided = new(Kind.ASSESSMENT_DECIDED, facts={"outcome": "assess"})

        assert self.says(empty, decided) == [
            (
                "",
                "The record has no open request before this decision. If the request is known, "
                "record it first.",
            )
        ]

    def test_is_nothing_where_all_is_in_order(self, empty):
        assert self.says(empty, new(Kind.REQUEST_RECEIVED)) == []

    def test_names_another_entry_that_it_would_bring_something_to(self, make_case, today):
        today(TODAY)
        case = make_case(
            (Kind.REQUEST_RECEIVED, date(2026, 1, 5)),
            (Kind.ASSESSMENT_DECIDED, date(2026, 1, 6), {"outcome": "assess"}),
        )

        assert [about for about, _ in self.says(case, new(Kind.RECORD_VOIDED, voids=1))] == [
            "Entry 2, decided whether to assess, 6 January 2026"
        ]

    def test_leaves_out_what_there_was_to_check_before(self, make_case, today):
        today(TODAY)
        decided = (Kind.ASSESSMENT_DECIDED, date(2026, 1, 6), {"outcome": "assess"})
        case = make_case(decided)

        again = new(Kind.ASSESSMENT_DECIDED, date(2026, 1, 7), facts=decided[2], replaces=1)

        assert self.says(case, again) == []
        assert self.says(case, new(Kind.FAMILY_CONSULTED)) == []

    def test_is_what_the_case_page_says_once_it_is_saved(self, empty, priya):
        proposal = new(Kind.FINALISED_SENT, date(2015, 3, 13))  # a day before the birth

        promised = [says for _, says in self.says(empty, proposal)]
        record.record_event(case=empty, new=proposal, by=priya)

        page = case_page(case=empty, today=TODAY, seeing=EVERYTHING)
        assert [line.says for line in page.to_check] == promised
        assert len(promised) == 3
