"""Rules about plans and what stands on survey day."""

import pytest

from core.sen2.made_up import (
    SURVEY,
    active,
    assessment,
    day,
    detail,
    found,
    historical,
    need,
    person,
    placement,
    plan,
    record,
    request,
)

REVIEW = {"ReviewMeeting": "2025-03-03", "ReviewOutcome": "M", "LastReview": "2025-03-21"}
SETTING = {"URN": None, "SENsetting": "OLA"}


def planned(*details, **values):
    """A plan of February 2025, made after a request of long ago, in force on survey day."""
    return person(1, historical(plan(*details, **{"StartDate": "2025-02-01", **values}), active()))


def ended(birth="2014-05-06", **values):
    """A plan that ended in July 2025, with no active part."""
    plain = {"StartDate": "2022-03-01", "CeaseDate": "2025-07-31", "CeaseReason": "2"}
    return person(1, historical(plan(**{**plain, **values})), PersonBirthDate=birth)


def in_force(*children, start="2025-02-01", **values):
    return person(1, historical(plan(StartDate=start), active(*children, **values)))


def reviewed(**values):
    return in_force(start="2022-03-01", **{**REVIEW, **values})


def attends(**values):
    return in_force(placement(**values), need())


def draft(**values):
    return reviewed(ReviewOutcome="A", **values)


PLANS = [
    ("S2-401", "StartDate", planned(StartDate=None)),
    ("S2-401", "StartDate", planned(StartDate="2025-02-29")),
    ("S2-404", "CeaseDate", ended(CeaseReason=None)),
    ("S2-404", "CeaseDate", planned(CeaseReason="2")),
    ("S2-405", "CeaseReason", ended(CeaseReason="10")),
    ("S2-406", "CeaseDate", ended(CeaseDate="31/07/2025")),
    ("S2-406", "CeaseDate", planned(CeaseDate="2026-01-16", CeaseReason="2")),
    ("S2-407", "CeaseDate", ended(CeaseDate="2024-12-31")),
    ("S2-408", "CeaseReason", ended(CeaseReason="1", birth="2001-08-01")),
    ("S2-409", "CeaseReason", ended(CeaseReason="6", birth="2009-08-01")),
    ("S2-412", "PlanRes", planned(PlanRes="C")),
    ("S2-412", "DP", planned(PB="1", DP="X")),
    ("S2-413", "PB", planned(PB="1")),
    ("S2-413", "PB", planned(PB="1", DP="N")),
    ("S2-413", "PB", planned(OA="1")),
    ("S2-451", "URN", planned(detail(URN=None))),
    ("S2-451", "URN", planned(detail(UKPRN="10000001"))),
    ("S2-452", "URN", planned(detail(URN="11700"))),
    ("S2-453", "UKPRN", planned(detail(URN=None, UKPRN="20000001"))),
    ("S2-454", "SENsetting", planned(detail(URN=None, SENsetting="NEET"))),
    ("S2-455", "SENsettingOther", planned(detail(URN=None, SENsetting="OTH"))),
    ("S2-455", "SENsettingOther", planned(detail(**SETTING, SENsettingOther="at home"))),
    ("S2-456", "PlacementRank", planned(detail(PlacementRank="2"))),
    ("S2-456", "PlacementRank", planned(detail(), detail())),
    ("S2-456", "PlacementRank", planned(detail(), detail(PlacementRank="3"))),
    ("S2-457", "SENunitIndicator", planned(detail(SENunitIndicator=None))),
    ("S2-457", "ResourcedProvisionIndicator", planned(detail(ResourcedProvisionIndicator="x"))),
    ("S2-457", "SENunitIndicator", planned(detail(
        SENunitIndicator="1", ResourcedProvisionIndicator="1"))),
]  # fmt: skip

IN_FORCE = [
    ("S2-501", "TransferLA", in_force(*active().children, TransferLA="999")),
    ("S2-501", "TransferLA", in_force(*active().children, TransferLA="000")),
    ("S2-502", "LastReview", in_force(start="2025-01-14")),
    ("S2-502", "LastReview", reviewed(ReviewMeeting="2025-01-01", LastReview="2025-01-14")),
    ("S2-503", "ReviewMeeting", reviewed(ReviewMeeting="2025-13-03")),
    ("S2-503", "LastReview", reviewed(LastReview="2026-01-16", ReviewMeeting="2026-01-15")),
    ("S2-503", "ReviewMeeting", in_force(
        ReviewMeeting="2025-01-31", LastReview="2025-02-10", ReviewOutcome="M")),
    ("S2-504", "LastReview", reviewed(LastReview="2025-03-02")),
    ("S2-505", "LastReview", reviewed(LastReview="2025-04-01")),
    ("S2-505", "LastReview", in_force(ReviewMeeting=day("2026-01-15", -29))),
    ("S2-506", "ReviewOutcome", reviewed(ReviewOutcome=None)),
    ("S2-506", "ReviewOutcome", reviewed(ReviewOutcome="Maintain")),
    ("S2-507", "ReviewDraft", draft()),
    ("S2-507", "ReviewDraft", draft(ReviewDraft="2025-03-02")),
    ("S2-507", "ReviewDraft", in_force(ReviewMeeting=day("2026-01-15", -28),
        LastReview="2026-01-02", ReviewOutcome="A")),
    ("S2-508", "PhaseTransferDueDate", reviewed(PhaseTransferDueDate="2026-02-14")),
    ("S2-509", "PhaseTransferDueDate", reviewed(PhaseTransferDueDate="2025-03-31")),
    ("S2-509", "PhaseTransferFinalDate", reviewed(
        PhaseTransferDueDate="2025-02-15", PhaseTransferFinalDate="2025-02-16")),
    ("S2-510", "SENneed", person(1, historical(
        plan(StartDate="2025-02-01"), active(placement())))),
    ("S2-511", "PlacementDetail", attends(LeavingDate="2026-01-14")),
    ("S2-551", "URN", attends(URN=None)),
    ("S2-551", "URN", attends(SENsetting="OLA")),
    ("S2-552", "URN", attends(URN="117O01")),
    ("S2-553", "UKPRN", attends(URN=None, UKPRN="1000000")),
    ("S2-554", "SENsetting", attends(URN=None, SENsetting="ZZZ")),
    ("S2-555", "SENsettingOther", attends(URN=None, SENsetting="OTH")),
    ("S2-556", "PlacementRank", attends(PlacementRank=None)),
    ("S2-556", "PlacementRank", in_force(
        placement(LeavingDate="2025-09-02"), placement(EntryDate="2025-09-01"), need())),
    ("S2-558", "LeavingDate", attends(LeavingDate="2026-01-16")),
    ("S2-559", "SENsetting", attends(URN=None, SENsetting="NEET")),
    ("S2-562", "SENunitIndicator", attends(SENunitIndicator=None)),
    ("S2-562", "SENunitIndicator", attends(
        SENunitIndicator="1", ResourcedProvisionIndicator="1")),
    ("S2-562", "ResourcedProvisionIndicator", attends(
        **SETTING, ResourcedProvisionIndicator="yes")),
    ("S2-563", "SENsetting", attends(URN=None, SENsetting="NIEC")),
    ("S2-563", "SENsetting", attends(URN=None, SENsetting="NIEO", SENsettingOther="moved here")),
    ("S2-564", "URN", attends(URN="117002")),
    ("S2-601", "SENtype", in_force(placement(), need(SENtype="AUT"))),
    ("S2-602", "SENtypeRank", in_force(placement(), need(), need(SENtype="MLD"))),
    ("S2-602", "SENtypeRank", in_force(placement(), need(), need(SENtype="MLD", SENtypeRank="3"))),
    ("S2-603", "SENtype", in_force(placement(), need(), need(SENtypeRank="2"))),
]  # fmt: skip

FINE = [
    planned(PB="1", OA="1", DP="E"),
    planned(PB="0", DP="N"),
    planned(detail(), detail(PlacementRank="2", URN="117002")),
    planned(detail(URN=None, SENsetting="OTH", SENsettingOther="a school to be named")),
    ended(StartDate="2025-07-31"),
    in_force(ReviewMeeting="2026-01-15", LastReview="2026-01-15", ReviewOutcome="M"),
    in_force(ReviewMeeting="2025-02-01", LastReview="2025-02-01", ReviewOutcome="M"),
    in_force(ReviewMeeting=day("2026-01-15", -27), LastReview="2026-01-02", ReviewOutcome="A"),
    attends(EntryDate="2026-01-15"),
    attends(EntryDate="2014-05-06"),
    in_force(
        placement(EntryDate="2025-09-01", LeavingDate="2025-09-01"),
        placement(EntryDate="2025-09-01"),
        need(),
    ),
    ended(CeaseDate="2025-01-01"),
    ended(CeaseDate="2026-01-15"),
    ended(CeaseReason="1", birth="2001-07-31"),
    ended(CeaseReason="6", birth="2009-07-31"),
    in_force(start="2025-01-15"),
    in_force(*active().children, TransferLA="823"),
    reviewed(LastReview="2025-03-31"),
    reviewed(ReviewMeeting="2025-01-01", LastReview="2025-01-15"),
    draft(ReviewDraft="2025-03-03"),
    reviewed(PhaseTransferDueDate="2026-02-15"),
    reviewed(PhaseTransferDueDate="2025-02-15", PhaseTransferFinalDate="2025-02-15"),
    in_force(ReviewMeeting=day("2026-01-15", -28)),
    attends(LeavingDate="2026-01-15"),
    attends(URN=None, UKPRN="10000001"),
    attends(**SETTING, SENunitIndicator=None),
    in_force(placement(LeavingDate="2025-09-01"), placement(EntryDate="2025-09-01"), need()),
    in_force(placement(), placement(PlacementRank="2"), need()),
    in_force(placement(), need(), need(SENtype="DS", SENtypeRank="2")),
]


@pytest.mark.parametrize(("rule", "item", "who"), [*PLANS, *IN_FORCE])
def test_a_broken_rule_is_the_only_one_named(rule, item, who):
    assert found(who) == [(rule, 1, item)]


@pytest.mark.parametrize("who", FINE)
def test_the_value_just_inside_the_rule_stands(who):
    assert found(who) == []


@pytest.mark.parametrize(
    ("start", "rules"),
    [
        ("2014-08-31", ["S2-402"]),
        ("2014-09-01", []),
        ("2026-01-15", []),
        ("2026-01-16", ["S2-402"]),
    ],
)
def test_plans_exist_since_the_act_came_into_force_and_until_survey_day(start, rules):
    who = person(1, historical(plan(StartDate=start), active(*active().children, **REVIEW)))
    others = {"S2-503"} if start > "2025-03-21" else set()

    assert [r for r, _, _ in found(who) if r not in others] == rules


def test_a_new_plan_starts_on_the_day_it_was_issued():
    who = person(1, request(assessment(plan(StartDate="2025-06-21")), active()))

    assert found(who) == [("S2-403", 1, "StartDate")]


def test_a_plan_issued_on_the_last_day_of_the_period_counts_as_new():
    late = {"ReceivedDate": "2025-09-01", "RequestOutcomeDate": "2025-10-01"}
    made = assessment(plan(StartDate="2026-01-01"), AssessmentOutcomeDate="2025-12-31")

    assert found(person(1, request(made, active(), **late))) == [("S2-403", 1, "StartDate")]


def test_a_plan_that_ended_on_the_first_day_of_the_period_belongs_in_the_return():
    stopped = plan(StartDate="2022-03-01", CeaseDate="2025-01-01", CeaseReason="2")
    left = active(placement(LeavingDate="2025-01-01"), need())

    assert found(person(1, historical(stopped, left))) == []


def test_a_plan_that_ended_on_survey_day_ends_its_placements_too():
    stopped = plan(StartDate="2025-02-01", CeaseDate="2026-01-15", CeaseReason="2")

    assert found(person(1, historical(stopped, active()))) == [("S2-411", 1, "CeaseDate")]


def test_placements_end_when_the_plan_does():
    stopped = plan(StartDate="2025-02-01", CeaseDate="2025-07-31", CeaseReason="2")
    going_on = person(1, historical(stopped, active()))
    left = active(placement(LeavingDate="2025-07-31"), need())

    assert found(going_on) == [("S2-411", 1, "CeaseDate")]
    assert found(person(1, historical(stopped, left))) == []


def test_a_plan_that_follows_on_keeps_its_placement_and_does_not_overlap():
    stopped = plan(StartDate="2025-02-01", CeaseDate="2025-06-20", CeaseReason="9")
    followed = person(1, historical(stopped, active()), request(assessment(plan()), active()))

    assert [rule for rule, _, _ in found(followed)] == ["S2-410"]


def test_two_plans_in_force_at_once_are_queried():
    twice = person(1, historical(plan(StartDate="2025-02-01"), active()), *planned().children)

    assert found(twice) == [("S2-415", 1, "StartDate")]


def test_a_plan_names_a_setting():
    bare = record("named_plan", {"StartDate": "2025-02-01", "PB": "0"})

    assert found(person(1, historical(bare, active()))) == [("S2-414", 1, "PlanDetail")]


def test_a_plan_from_another_area_without_a_placement_is_only_a_query():
    report = SURVEY.rules["S2-511"].severity, found(in_force(need(), TransferLA="823"))

    assert report == ("error", [("S2-511", 1, "PlacementDetail")])


def test_an_active_part_without_an_open_plan_is_named():
    alone = request(record("assessment", {"AssessmentOutcome": "A"}), active())

    assert found(person(1, alone)) == [("S2-512", 1, "NamedPlan")]


def test_one_request_has_one_active_part():
    twice = historical(plan(StartDate="2025-02-01"), active(), active())

    assert found(person(1, twice)) == [("S2-513", 1, "ActivePlans")]


@pytest.mark.parametrize("entry", [None, "20240902", "2014-05-05", "2026-01-16"])
def test_an_entry_date_that_cannot_be_is_named(entry):
    expected = [("S2-557", 1, "EntryDate")]
    if entry != "2014-05-05":  # a placement that is not known to have begun covers no day
        expected.insert(0, ("S2-511", 1, "PlacementDetail"))

    assert found(attends(EntryDate=entry)) == expected


@pytest.mark.parametrize(
    ("birth", "rules"),
    [("2010-01-16", ["S2-559"]), ("2010-01-15", []), ("2000-01-16", ["S2-105"])],
)
def test_neet_is_for_people_of_sixteen_to_twenty_five(birth, rules):
    out_of_work = placement(URN=None, SENsetting="NEET")
    who = person(
        1,
        historical(plan(StartDate="2025-02-01"), active(out_of_work, need())),
        PersonBirthDate=birth,
    )

    assert [rule for rule, _, _ in found(who)] == rules
