"""Every return of Hartwell is lawful SEN2 of its year."""

from collections import Counter
from datetime import date

import pytest

from sendpath.core.sen2.identifiers import is_uln, is_upn
from sendpath.core.sen2.years import survey
from sendpath.returns.hartwell.area import RETURNS
from sendpath.returns.hartwell.journey import Journey


@pytest.fixture(scope="module", params=RETURNS)
def filed(request, county):
    """A survey and the people of that year's return."""
    year = request.param
    return survey(year), [entry.record for entry in county.entries(year)]


def day(record, item):
    text = record.values.get(item)
    return date.fromisoformat(text) if text else None


def chains(persons):
    """Yield person, request, assessment and plan, the last two None where there is none."""
    for person in persons:
        (request,) = person.all("requests")
        assessment = request.first("assessment")
        plan = assessment.first("named_plan") if assessment else None
        yield person, request, assessment, plan


def test_every_item_is_one_of_the_year_and_every_code_one_of_its_set(filed):
    year, persons = filed
    wrong = [
        (field.xml, record.values[field.xml])
        for person in persons
        for record in person.walk()
        for field in year.modules[record.module].fields
        if field.codes in year.codes and field.xml in record.values
        if not year.codes[field.codes].pattern
        and record.values[field.xml] not in year.codes[field.codes]
    ]
    unknown = {
        item
        for person in persons
        for record in person.walk()
        for item in record.values
        if year.modules[record.module].field(item) is None
    }

    assert (wrong, unknown) == ([], set())


def test_nobody_was_25_before_the_school_year_of_the_period(filed):
    year, persons = filed
    too_old = date(year.period_start.year - 26, 8, 31)

    assert [p for p in persons if day(p, "PersonBirthDate") <= too_old] == []


def test_no_date_lies_before_birth_or_after_survey_day(filed):
    year, persons = filed
    outside = [
        (item, text)
        for person in persons
        for record in person.walk()
        for item, text in record.values.items()
        if year.modules[record.module].field(item).type == "date"
        and item != "PhaseTransferDueDate"
        and not person.values["PersonBirthDate"] <= text <= year.day.isoformat()
    ]

    assert outside == []


def test_requests_are_decided_after_they_come_and_plans_issued_after_that(filed):
    _, persons = filed
    for _, request, assessment, plan in chains(persons):
        steps = [day(request, "ReceivedDate"), day(request, "RequestOutcomeDate")]
        if assessment:
            steps.append(day(assessment, "AssessmentOutcomeDate"))
        if plan:
            steps += [day(plan, "StartDate"), day(plan, "CeaseDate")]
        known = [step for step in steps if step]
        assert known == sorted(known)


def test_an_assessment_follows_where_the_request_was_agreed_and_nowhere_else(filed):
    _, persons = filed

    for _, request, assessment, _plan in chains(persons):
        assert (assessment is not None) == (request.values["RequestOutcome"] in "YH")


def test_a_plan_follows_where_one_was_issued_and_nowhere_else(filed):
    _, persons = filed

    for _, request, assessment, plan in chains(persons):
        issued = assessment is not None and (
            assessment.values["AssessmentOutcome"] == "H"
            or (
                assessment.values["AssessmentOutcome"] == "Y"
                and "AssessmentOutcomeDate" in assessment.values
            )
        )
        assert (plan is not None) == issued == (request.first("active_plans") is not None)


def test_no_plan_ended_before_the_period_or_began_before_the_act(filed):
    year, persons = filed
    plans = [plan for *_, plan in chains(persons) if plan]

    assert min(day(plan, "StartDate") for plan in plans) >= date(2014, 9, 1)
    ended = [day(plan, "CeaseDate") for plan in plans if "CeaseDate" in plan.values]
    assert min(ended) >= year.period_start


def test_each_plan_has_one_placement_up_to_survey_day_or_its_end(filed):
    _, persons = filed
    for _, request, _, plan in chains(persons):
        if plan:
            (placement,) = request.first("active_plans").all("placement_detail")
            assert placement.values.get("LeavingDate") == plan.values.get("CeaseDate")
            left = day(placement, "LeavingDate") or date.max
            assert day(placement, "EntryDate") <= left


def test_every_setting_is_a_school_of_hartwell_or_a_code(filed, county):
    _, persons = filed
    urns = {school.urn for school in county.schools}
    for person in persons:
        for record in person.walk():
            if record.module in ("plan_detail", "placement_detail"):
                assert ("URN" in record.values) != ("SENsetting" in record.values)
                assert record.values.get("URN", county.schools[0].urn) in urns


def test_only_those_of_16_or_over_are_without_education_or_work(january_2026):
    for person, request, _, plan in chains(january_2026):
        if plan and "CeaseDate" not in plan.values:
            (placement,) = request.first("active_plans").all("placement_detail")
            if placement.values.get("SENsetting") == "NEET":
                assert day(person, "PersonBirthDate") <= date(2010, 1, 15)


def test_reviews_come_after_the_plan_and_decisions_after_the_meeting(january_2026):
    for _, request, _, plan in chains(january_2026):
        if plan:
            active = request.first("active_plans")
            steps = [
                day(plan, "StartDate"),
                day(active, "ReviewMeeting"),
                day(active, "LastReview"),
            ]
            known = [step for step in steps if step]
            assert known == sorted(known)
            assert ("LastReview" in active.values) == ("ReviewOutcome" in active.values)
            amended = active.values.get("ReviewOutcome") == "A"
            assert ("ReviewDraft" in active.values) == amended


def test_upns_and_ulns_check_and_are_nobody_elses(everybody):
    upns = [person.values["UPN"] for person in everybody if "UPN" in person.values]
    ulns = [
        person.values["UniqueLearnerNumber"]
        for person in everybody
        if "UniqueLearnerNumber" in person.values
    ]

    assert {upn[1:4] for upn in upns} == {"999"}
    assert all(map(is_upn, upns))
    assert all(map(is_uln, ulns))
    assert len(set(upns)) == len(upns)
    assert len(set(ulns)) == len(ulns)


def test_a_reason_stands_where_there_is_no_number_and_nowhere_else(everybody):
    for person in everybody:
        numbered = "UPN" in person.values or "UniqueLearnerNumber" in person.values
        assert numbered != ("UPNunknown" in person.values)


def test_everybody_is_in_one_return(county):
    numbers = Counter(
        entry.who.nhs_number for year in RETURNS for entry in county.entries(year)
    ) + Counter(entry.who.nhs_number for entry in county.ended_early())

    assert set(numbers.values()) == {1}
    assert len(numbers) == 25677


@pytest.mark.parametrize(
    ("ended_on", "survey_year"),
    [
        (date(2021, 12, 31), None),
        (date(2022, 1, 1), 2023),
        (date(2024, 12, 31), 2025),
        (date(2025, 1, 2), 2026),
    ],
)
def test_an_ended_plan_is_in_the_return_of_the_year_after(ended_on, survey_year):
    journey = Journey(
        decision="H", issue="H", started_on=date(2016, 5, 3), ceased_on=ended_on, cease_reason="5"
    )

    assert journey.survey_year == survey_year


def test_a_refusal_too_old_for_any_return_is_in_the_first():
    refused = Journey(decision="N", received_on=date(2019, 3, 4), decided_on=date(2019, 4, 12))

    assert refused.survey_year == 2023
