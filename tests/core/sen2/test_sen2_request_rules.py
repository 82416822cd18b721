"""Rules about requests and assessments, around six, sixteen and twenty weeks to the day."""

import pytest

from core.sen2.made_up import active, assessment, day, found, person, plan, record, request

RECEIVED = "2025-02-03"
REFUSED = {"RequestOutcome": "N"}
UNDECIDED = {"RequestOutcome": "A", "RequestOutcomeDate": None}


def asked(*children, **values):
    return person(1, request(*children, **values))


def refused(**values):
    return asked(**{**REFUSED, **values})


def undecided(**values):
    return asked(**{**UNDECIDED, **values})


def not_issued(**values):
    """An assessment that ends without a plan."""
    plain = {"AssessmentOutcome": "N", "AssessmentOutcomeDate": "2025-05-20"}
    return asked(assessment(**{**plain, **values}))


def issued_after(days, **values):
    issued = day(RECEIVED, days)
    made = assessment(plan(StartDate=issued), AssessmentOutcomeDate=issued, **values)
    return asked(made, active())


REQUESTS = [
    ("S2-201", "ReceivedDate", refused(ReceivedDate="3 February")),
    ("S2-202", "ReceivedDate", undecided(ReceivedDate="2014-05-05", RequestOutcome="W")),
    ("S2-202", "ReceivedDate", undecided(ReceivedDate="2026-01-16")),
    ("S2-203", "RequestOutcome", asked(RequestOutcome="y")),
    ("S2-203", "RequestOutcome", asked(RequestOutcome=None)),
    ("S2-204", "RequestOutcomeDate", refused(RequestOutcomeDate=None)),
    ("S2-204", "RequestOutcomeDate", refused(RequestOutcomeDate="2025-02-30")),
    ("S2-205", "RequestOutcomeDate", asked(RequestOutcome="W")),
    ("S2-206", "RequestOutcomeDate", refused(RequestOutcomeDate="2025-02-02")),
    (
        "S2-207",
        "RequestOutcomeDate",
        refused(ReceivedDate="2025-12-20", RequestOutcomeDate="2026-01-16"),
    ),
    ("S2-208", "RequestOutcomeDate", refused(RequestOutcomeDate=day(RECEIVED, 43))),
    ("S2-209", "RequestOutcome", undecided(ReceivedDate=day("2026-01-15", -43))),
    ("S2-210", "RequestSource", refused(RequestSource=None)),
    ("S2-210", "RequestSource", refused(RequestSource="6")),
    ("S2-210", "RequestSource", undecided(ReceivedDate="2025-12-31", RequestSource=None)),
    (
        "S2-210",
        "RequestSource",
        refused(ReceivedDate="2025-01-01", RequestOutcomeDate="2025-01-20", RequestSource=None),
    ),
    ("S2-211", "RYA", refused(RYA=None)),
    ("S2-212", "RequestMediation", refused(RequestMediation=None)),
    ("S2-212", "RequestTribunal", refused(RequestTribunal="2")),
    ("S2-213", "RequestTribunal", refused(RequestTribunal="1")),
    ("S2-214", "Exported", refused(Exported="999")),
    ("S2-214", "Exported", refused(Exported="909")),
    ("S2-215", "RequestOutcome", asked(assessment(plan()), active(), **REFUSED)),
    ("S2-216", "RequestOutcome", asked()),
    (
        "S2-218",
        "RequestOutcome",
        refused(ReceivedDate="2024-12-01", RequestOutcomeDate="2024-12-31"),
    ),
]

ASSESSMENTS = [
    ("S2-301", "AssessmentOutcome", not_issued(AssessmentOutcome="y")),
    ("S2-302", "AssessmentOutcomeDate", not_issued(AssessmentOutcomeDate=None)),
    ("S2-302", "AssessmentOutcomeDate", not_issued(AssessmentOutcomeDate="20/05/2025")),
    ("S2-303", "AssessmentOutcomeDate", asked(assessment(AssessmentOutcomeDate=None))),
    ("S2-304", "AssessmentOutcomeDate", not_issued(AssessmentOutcome="W")),
    ("S2-305", "AssessmentOutcomeDate", not_issued(AssessmentOutcomeDate="2025-03-09")),
    ("S2-307", "AssessmentOutcomeDate", issued_after(141)),
    ("S2-310", "Week20", issued_after(140, Week20=None)),
    ("S2-311", "AssessmentTribunal", not_issued(AssessmentTribunal=None)),
    ("S2-311", "OtherMediation", not_issued(OtherMediation="x")),
    ("S2-312", "AssessmentOutcomeDate", not_issued(AssessmentOutcomeDate=day(RECEIVED, 113))),
    ("S2-313", "NamedPlan", asked(assessment())),
    (
        "S2-314",
        "NamedPlan",
        asked(assessment(plan(), AssessmentOutcome="A", AssessmentOutcomeDate=None), active()),
    ),
]

FINE = [
    undecided(ReceivedDate="2026-01-15", RequestSource=None),
    undecided(ReceivedDate=day("2026-01-15", -42)),
    refused(RequestOutcomeDate=RECEIVED),
    refused(RequestOutcomeDate=day(RECEIVED, 42)),
    refused(ReceivedDate="2025-12-20", RequestOutcomeDate="2026-01-15"),
    refused(RequestMediation="1", RequestTribunal="1"),
    refused(Exported="823"),
    refused(ReceivedDate="2024-12-31", RequestOutcomeDate="2025-01-01", RequestSource=None),
    asked(assessment(plan()), active(), RequestOutcome="N", RequestMediation="1"),
    asked(
        assessment(AssessmentOutcome="N", AssessmentOutcomeDate="2026-01-15"),
        ReceivedDate="2025-12-01",
        RequestOutcomeDate="2025-12-20",
    ),
    not_issued(AssessmentOutcomeDate="2025-03-10"),
    not_issued(AssessmentOutcomeDate=day(RECEIVED, 112)),
    not_issued(AssessmentOutcome="A", AssessmentOutcomeDate=None),
    issued_after(140),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "item", "who"), [*REQUESTS, *ASSESSMENTS])
def test_a_broken_rule_is_the_only_one_named(rule, item, who):
    assert found(who) == [(rule, 1, item)]


@pytest.mark.parametrize("who", FINE)
def test_the_last_day_in_time_stands(who):
    assert found(who) == []


def test_an_assessment_that_ended_after_survey_day_is_named():
    late = asked(
        assessment(AssessmentOutcome="N", AssessmentOutcomeDate="2026-01-16"),
        ReceivedDate="2025-12-01",
        RequestOutcomeDate="2025-12-20",
    )

    assert found(late) == [("S2-306", 1, "AssessmentOutcomeDate")]


def test_an_exception_that_was_not_needed_counts_towards_the_share_of_exceptions():
    assert found(issued_after(140, Week20="1")) == [
        ("S2-309", 0, "Week20"),
        ("S2-308", 1, "Week20"),
    ]


def test_a_plan_from_another_area_is_historical():
    made = asked(assessment(plan()), active(*active().children, TransferLA="823"))

    assert found(made) == [("S2-315", 1, "TransferLA")]


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("2025-02-03", [("S2-217", 1, "ReceivedDate")]),
        ("2025-03-10", []),
        ("2025-03-11", [("S2-217", 1, "ReceivedDate")]),
        ("2025-09-09", [("S2-217", 1, "ReceivedDate")]),
        ("2025-09-10", []),
    ],
)
def test_a_second_request_within_six_months_of_a_decision_is_queried(second, expected):
    again = request(ReceivedDate=second, RequestOutcome="W", RequestOutcomeDate=None)

    assert found(person(1, request(**REFUSED), again)) == expected


def test_historical_requests_without_dates_are_not_taken_for_the_same():
    stub = record("requests", {"RequestOutcome": "H"})

    assert found(person(1, stub, stub)) == [("S2-216", 1, "RequestOutcome")] * 2
