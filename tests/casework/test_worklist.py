"""The worklist holds every open duty a person may see, the longest overdue first."""

import csv
import io
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from everybody import tie_to
from sendpath.accounts.models import User
from sendpath.audit.models import AuditEntry
from sendpath.casework.models import CaseDeadline
from sendpath.casework.selectors.worklist import (
    PAGE,
    Wanted,
    When,
    week_ends,
    whole_worklist,
    worklist,
)
from sendpath.casework.services import cases, deadlines, record
from sendpath.casework.services.record import NewEvent
from sendpath.core.casefile.events import Kind
from sendpath.core.law.clocks import CLOCKS
from sendpath.core.law.rule import RuleKind

pytestmark = pytest.mark.django_db

TODAY = date(2026, 1, 19)  # a Monday
DECISION = "decide_whether_to_assess"
SIX_WEEKS = timedelta(weeks=6)


@pytest.fixture(autouse=True)
def monday(today):
    today(TODAY)


@pytest.fixture
def request_due(make_case):
    """Make a case whose decision whether to assess is due so many days from today."""

    def make(days, **who):
        received = TODAY + timedelta(days=days) - SIX_WEEKS
        return make_case((Kind.REQUEST_RECEIVED, received, {"by": "parent"}), **who)

    return make


def seen(user, **wanted):
    found = worklist(user=user, today=TODAY, wanted=Wanted(duty=DECISION, **wanted))
    return [line.days_left for line in found.lines]


def test_the_longest_overdue_comes_first(request_due, priya):
    for days in (3, -40, 0, -1, 20):
        request_due(days)

    assert seen(priya) == [-40, -1, 0, 3, 20]


@pytest.mark.parametrize(
    ("when", "days"),
    [
        (When.ALL, [-1, 0, 6, 7, 28, 29]),
        (When.OVERDUE, [-1]),
        (When.THIS_WEEK, [0, 6]),  # Sunday is the last day of this week
        (When.FOUR_WEEKS, [0, 6, 7, 28]),
        (When.LATER, [29]),
    ],
)
def test_each_choice_of_time_shows_its_days_and_counts_them(request_due, priya, when, days):
    for due in (-1, 0, 6, 7, 28, 29):
        request_due(due)

    assert seen(priya, when=when) == days
    counts = worklist(user=priya, today=TODAY, wanted=Wanted(duty=DECISION)).counts
    assert counts[when] == len(days)


@pytest.mark.parametrize("day", range(7))
def test_a_week_ends_on_its_sunday(day):
    assert week_ends(date(2026, 1, 19) + timedelta(days=day)) == date(2026, 1, 25)


def test_nobody_sees_another_teams_duties(request_due, priya, marcus, tom, helen):
    request_due(1)
    request_due(2, officer=tom)

    assert seen(priya) == [1]
    assert seen(marcus) == [1]
    assert seen(tom) == [2]
    assert seen(helen) == [1, 2]


def test_the_list_can_be_of_one_officer_of_nobody_or_of_a_team(
    request_due, priya, tom, helen, north, make_user
):
    other = make_user("olu", team=north)
    request_due(1)
    request_due(2, officer=tom)
    request_due(3, officer=None, team=north)
    request_due(4, officer=other)

    assert seen(priya, officer="me") == [1]
    assert seen(priya, officer="nobody") == [3]
    assert seen(priya, officer=str(other.pk)) == [4]
    assert seen(helen, officer=str(tom.pk)) == [2]
    assert seen(helen, team=north.pk) == [1, 3, 4]


def test_only_duties_are_listed_not_rights_windows_or_guidance(make_case, priya):
    make_case(
        (Kind.REQUEST_RECEIVED, date(2025, 9, 1)),
        (Kind.ASSESSMENT_DECIDED, date(2025, 10, 1), {"outcome": "assess"}),
        (Kind.DRAFT_SENT, date(2026, 1, 16), {"method": "email"}),
        (Kind.CONSULTATION_SENT, date(2026, 1, 16), {"setting": "100001"}),
        (Kind.ADVICE_REQUESTED, date(2026, 1, 5), {"from": "health"}),
    )
    make_case(
        (Kind.REQUEST_RECEIVED, date(2025, 12, 1)),
        (Kind.ASSESSMENT_DECIDED, date(2026, 1, 5), {"outcome": "refuse"}),
    )
    everything = CaseDeadline.objects.filter(done_on__isnull=True, ended_on__isnull=True)
    clocks = [CLOCKS[row.clock] for row in everything]
    kinds = {RuleKind.DUTY, RuleKind.RIGHT, RuleKind.GUIDANCE}
    assert {clock.kind for clock in clocks} == kinds  # so that leaving some out can be seen
    assert any(clock.window for clock in clocks)

    lines = worklist(user=priya, today=TODAY, wanted=Wanted()).lines

    assert "Give the advice asked for: Another health service" in [line.duty for line in lines]
    assert len(lines) == sum(c.kind is RuleKind.DUTY and not c.window for c in clocks)


def test_what_is_done_leaves_the_list(make_case, priya):
    make_case(
        (Kind.REQUEST_RECEIVED, date(2025, 12, 1)),
        (Kind.ASSESSMENT_DECIDED, date(2026, 1, 5), {"outcome": "assess"}),
    )

    assert seen(priya) == []


def test_what_a_return_could_not_have_told_is_not_called_overdue(make_case, priya):
    make_case(
        (Kind.REVIEW_MEETING_HELD, date(2025, 12, 1), {"silent_on": "review.report_sent"}),
        (Kind.REVIEW_DECISION_NOTIFIED, date(2025, 12, 20), {"outcome": "maintain"}),
    )
    make_case(
        (Kind.REVIEW_MEETING_HELD, date(2025, 12, 1)),
        (Kind.REVIEW_DECISION_NOTIFIED, date(2025, 12, 20), {"outcome": "maintain"}),
    )

    found = {
        when: worklist(user=priya, today=TODAY, wanted=Wanted(duty="review_report", when=when))
        for when in (When.ALL, When.OVERDUE, When.UNTOLD)
    }

    assert [(page.total, [line.untold for line in page.lines]) for page in found.values()] == [
        (1, [False]),
        (1, [False]),
        (1, [True]),
    ]


def test_a_duty_that_can_be_met_in_two_ways_is_listed_once(make_case, priya):
    make_case(
        (Kind.REVIEW_MEETING_HELD, date(2025, 12, 1)),
        (
            Kind.REVIEW_DECISION_NOTIFIED,
            date(2025, 12, 20),
            {"outcome": "amend", "notice_attached": True},
        ),
        (Kind.REVIEW_REPORT_SENT, date(2025, 12, 10)),
    )

    lines = worklist(user=priya, today=TODAY, wanted=Wanted()).lines

    assert [line.due_on for line in lines] == [date(2026, 2, 14), date(2026, 12, 19)]


def test_a_case_whose_dates_cannot_be_worked_out_stays_in_sight(request_due, priya):
    case = request_due(5)
    case.deadlines.filter(clock=DECISION).update(
        clock="not_worked_out", due_on=date(2013, 1, 7), alert_on=date(2013, 1, 7)
    )

    first = worklist(user=priya, today=TODAY, wanted=Wanted()).lines[0]

    assert first.duty == "Mend a date in the record: its time limits cannot be worked out"
    assert (first.due_on, first.days_left) == (None, None)


def queries_of_a_page(user):
    with CaptureQueriesContext(connection) as queries:
        worklist(user=user, today=TODAY, wanted=Wanted())
    return len(queries)


@pytest.mark.parametrize("number", [1, 12])
def test_a_page_takes_two_queries_once_its_duties_are_counted(request_due, priya, number):
    for day in range(number):
        request_due(day)

    assert [queries_of_a_page(priya) for _ in range(3)] == [7, 2, 2]


def test_the_counts_are_taken_again_after_any_change(request_due, south, priya, tom, marcus):
    def counted(user):
        return worklist(user=user, today=TODAY, wanted=Wanted(duty=DECISION)).counts[When.ALL]

    case = request_due(-1)
    seen = [counted(priya)]
    later = request_due(5)
    seen.append(counted(priya))
    decided = NewEvent(kind=Kind.ASSESSMENT_DECIDED, occurred_on=TODAY, facts={"outcome": "assess"})
    record.record_event(case=case, new=decided, by=priya)
    seen.append(counted(priya))
    record.void_event(case=case, number=2, reason=record.Reason.MISTYPED, by=priya)
    seen.append(counted(priya))
    cases.allocate(case_ids=[later.pk], team=south, officer=tom, by=marcus)
    seen.append(counted(priya))

    assert seen == [1, 2, 1, 2, 1]
    assert counted(tom) == 1


def test_the_counts_of_one_day_are_not_those_of_the_next(request_due, priya):
    request_due(0)

    overdue = [
        worklist(user=priya, today=day, wanted=Wanted(duty=DECISION)).counts[When.OVERDUE]
        for day in (TODAY, TODAY + timedelta(days=1))
    ]

    assert overdue == [0, 1]


def test_a_rebuild_by_the_command_line_is_seen_at_once(request_due, priya):
    case = request_due(5)
    case.deadlines.filter(clock=DECISION).update(
        due_on=TODAY - timedelta(days=1), alert_on=TODAY - timedelta(days=1)
    )
    before = worklist(user=priya, today=TODAY, wanted=Wanted(duty=DECISION)).counts[When.OVERDUE]

    deadlines.rebuild_all(by="tests")

    after = worklist(user=priya, today=TODAY, wanted=Wanted(duty=DECISION)).counts[When.OVERDUE]
    assert (before, after) == (1, 0)


def test_a_long_list_comes_in_pages(request_due, priya):
    for _ in range(PAGE + 1):
        request_due(1)
    wanted = Wanted(duty=DECISION)

    first, second = (worklist(user=priya, today=TODAY, wanted=wanted, page=n) for n in (1, 2))

    assert (len(first.lines), len(second.lines), second.total) == (PAGE, 1, PAGE + 1)
    assert {line.case_id for line in first.lines}.isdisjoint(line.case_id for line in second.lines)
    assert len(list(whole_worklist(user=priya, today=TODAY, wanted=wanted))) == PAGE + 1


def test_an_officer_sees_their_own_duties_first_and_a_manager_the_teams(
    client, request_due, priya, marcus
):
    request_due(1, surname="Ownchild")
    request_due(2, surname="Teamchild", officer=marcus)

    client.force_login(priya)
    own = client.get(reverse("casework:worklist")).text
    client.force_login(marcus)
    team = client.get(reverse("casework:worklist")).text

    assert ("Ownchild" in own, "Teamchild" in own) == (True, False)
    assert ("Ownchild" in team, "Teamchild" in team) == (True, True)


def test_an_empty_list_says_what_that_means(client, priya):
    client.force_login(priya)

    page = client.get(reverse("casework:worklist")).text

    assert "No duty in the cases you hold matches this." in page


@pytest.mark.parametrize(
    "query",
    ["page=0", "page=-1", "page=99999", "page=x", "officer=zz", "officer=999999", "team=x",
     "duty=none", "when=never", "page=²"],
)  # fmt: skip
def test_an_address_that_makes_no_sense_still_shows_a_list(client, helen, request_due, query):
    request_due(1)
    client.force_login(helen)

    assert client.get(f"{reverse('casework:worklist')}?{query}").status_code == 200


def test_the_list_can_be_taken_away_as_a_file_that_runs_nothing(client, priya, request_due):
    request_due(-2, forename="=1+1", surname="Testchild")
    request_due(30, surname="Laterchild")
    client.force_login(priya)

    answer = client.get(reverse("casework:worklist_csv"), {"when": "overdue", "duty": DECISION})

    heading, line = csv.reader(io.StringIO(answer.content.decode("utf-8-sig")))
    assert heading[:3] == ["Case", "Child or young person", "Duty"]
    assert line[1] == "'=1+1 Testchild"
    assert line[4:6] == ["2026-01-17", "-2"]
    assert list(
        AuditEntry.objects.filter(act="worklist_downloaded").values_list("by", "details")
    ) == [("priya", {"lines": 1})]


def test_a_stricter_reading_brings_a_duty_forward_and_makes_nothing_overdue(make_case, priya):
    asked = (Kind.REASSESSMENT_REQUESTED, TODAY - timedelta(days=15))
    safe, last = TODAY - timedelta(days=1), TODAY
    case = make_case((Kind.FINALISED_SENT, date(2025, 3, 3), {"first": True}), asked)

    (row,) = case.deadlines.filter(clock="reassess_decision")
    (line,) = worklist(user=priya, today=TODAY, wanted=Wanted(duty="reassess_decision")).lines
    (before,) = worklist(
        user=priya, today=safe, wanted=Wanted(duty="reassess_decision", when=When.THIS_WEEK)
    ).lines

    assert (row.alert_on, row.due_on) == (safe, last)
    assert (line.due_on, line.safe_on, line.days_left) == (last, safe, 0)
    assert (before.due_on, before.safe_on, before.days_left) == (last, safe, 1)


def test_counts_are_kept_also_for_who_sees_by_being_involved(make_case, everybody, priya):
    case = make_case((Kind.REQUEST_RECEIVED, date(2025, 12, 22)))
    tie_to(case.person, everybody, priya)

    assert [queries_of_a_page(everybody["senco"]) for _ in range(3)] == [8, 2, 2]


def test_to_be_tied_anew_is_seen_in_the_counts_at_once(make_case, everybody, priya):
    def counted():
        user = User.objects.get(username="senco")
        return worklist(user=user, today=TODAY, wanted=Wanted(duty=DECISION)).counts[When.ALL]

    case = make_case((Kind.REQUEST_RECEIVED, date(2025, 12, 22)))
    before = counted()
    tie_to(case.person, everybody, priya)

    assert (before, counted()) == (0, 1)
