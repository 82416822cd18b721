"""Which dates run from something that happened, for somebody who may not know all of it."""

from datetime import date

import pytest

from core.law.cases import CALENDARS
from core.law.made_up_rules import A_DAY, SECTIONS
from sendpath.core.casefile.events import Kind
from sendpath.core.law.asking import NotAnAnswer, Shape, day_asked, questions
from sendpath.core.law.calculator import NO_TERMS, SHORT_TERMS, Happening, dates_from, earliest
from sendpath.core.law.starting import BEGINNINGS, Beginnings
from sendpath.core.law.supposing import only_if
from sendpath.core.term_dates import read_terms

MADE_UP = Beginnings(SECTIONS)


def law(kind, day=A_DAY, **said):
    """Return the dates that run under the law as it is."""
    return dates_from(Happening(kind=Kind(kind), on=day, facts=said), CALENDARS)


def made_up(kind, *, then=None, terms="", **said):
    """Return what runs under rules that are in no law."""
    happening = Happening(
        kind=Kind(kind), on=A_DAY, facts=said, then=then or {}, terms=read_terms(terms)
    )
    return dates_from(happening, CALENDARS, MADE_UP)


def keys(answer):
    return [(dated.clock.key, dated.due) for dated in answer.dated]


def asked(kind, beginnings=MADE_UP):
    return {q.name: q for q in questions(Kind(kind), beginnings.bears[Kind(kind)])}


def test_a_request_starts_the_six_the_sixteen_and_the_twenty_weeks():
    answer = law("ehc.request_received")

    assert keys(answer)[:1] == [("decide_whether_to_assess", date(2026, 4, 13))]
    assert {
        ("decide_not_to_issue_notify", date(2026, 6, 22)),
        ("issue_final_plan", date(2026, 7, 20)),
    } <= set(keys(answer))
    assert {dated.only_if for dated in answer.dated} == {""}


def test_why_shows_how_a_date_is_reached_and_nothing_of_how_it_stands():
    (plan,) = (d for d in law("ehc.request_received").dated if d.clock.key == "issue_final_plan")
    said = [sentence.text for sentence in plan.why]

    assert "2 March 2026 + 140 days = Monday 20 July 2026." in said[1]
    assert [text for text in said if "left" in text.split() or "overdue" in text] == []


def test_an_answer_that_is_known_leaves_the_other_dates_out():
    refused = law("ehc.assessment_decided", outcome="refuse")
    agreed = law("ehc.assessment_decided", outcome="assess")

    assert {"mediation_contact", "appeal_lodge"} <= {key for key, _ in keys(refused)}
    assert {d.only_if for d in refused.dated if d.clock.key == "appeal_lodge"} == {""}
    assert "appeal_lodge" not in {key for key, _ in keys(agreed)}


def test_without_an_answer_every_date_is_shown_with_what_it_hangs_on():
    found = {d.due: d.only_if for d in law("phase.transfer_planned").dated}

    assert found[date(2026, 3, 30)] == (
        "Only if the answer to “Which move is it?” is “Secondary school to a post-16 institution”."
    )
    assert "“Secondary school to its own sixth form”" in found[date(2026, 3, 31)]
    assert date(2026, 2, 14) in found


def test_each_form_of_one_event_is_told_by_the_answer_it_needs():
    (first, second) = made_up("appeal.order_made").dated

    assert (first.due, first.only_if) == (
        date(2026, 3, 16),
        "Only if the answer to “What does it order?” is “To assess”.",
    )
    assert second.due == date(2026, 4, 6)
    assert made_up("appeal.order_made", order="dismiss").dated == ()


def test_two_ways_to_the_same_date_are_told_together():
    (dated,) = (d for d in made_up("exclusion.decided").dated if d.clock.key == "meet_by_length")

    assert dated.only_if == (
        "Only if the answer to “How many school days are suspensions this term in all, this one "
        "included?” is 6 to 15; or if the answer to “Is it a suspension or a permanent "
        "exclusion?” is “A permanent exclusion”."
    )


def test_a_limit_for_whoever_gave_no_answer_is_told_by_the_answers_there_are():
    found = {d.due: d.only_if for d in made_up("health.referral_received", pathway="ot").dated}

    assert found == {
        date(2026, 3, 9): "Only if the answer to “Was the referral urgent?” is “Yes”.",
        date(2026, 3, 30): "Only if the answer to “Was the referral urgent?” is “No”.",
    }


def test_what_hangs_on_less_is_told_without_what_hangs_on_more():
    assert only_if([("a is so", "b is so"), ("a is so",)]) == "Only if a is so."
    assert only_if([("a is so", "b is so"), ("c is so",)]) == (
        "Only if a is so and b is so; or if c is so."
    )
    assert only_if([("a is so",), ()]) == ""


@pytest.mark.parametrize(("total", "runs"), [(5, False), (6, True), (15, True), (16, False)])
def test_a_number_decides_at_both_its_edges(total, runs):
    answer = made_up("exclusion.decided", term_total=total, exclusion_type="suspension")

    assert ("meet_by_length" in {key for key, _ in keys(answer)}) is runs


def test_a_day_that_an_order_sets_itself_counts_instead():
    (dated,) = made_up("appeal.order_made", order="assess", due_on="2026-05-02").dated

    assert dated.due == date(2026, 5, 2)


def test_the_month_from_a_certificate_counts_where_it_is_later():
    def appeal(issued=None):
        happening = Happening(
            kind=Kind.NOTICE_SENT,
            on=date(2026, 3, 2),
            facts={"notice_type": "no_plan"},
            then={Kind.CERTIFICATE_ISSUED: issued} if issued else {},
        )
        dated = dates_from(happening, CALENDARS).dated
        return next(d.due for d in dated if d.clock.key == "appeal_lodge")

    assert appeal() == date(2026, 5, 5)
    assert appeal(issued=date(2026, 4, 1)) == date(2026, 5, 5)
    assert appeal(issued=date(2026, 4, 20)) == date(2026, 5, 20)


def test_school_days_are_counted_by_the_terms_given():
    terms = "23/2/2026 - 27/3/2026\n13/4/2026 - 22/5/2026"
    found = dict(keys(made_up("exclusion.decided", terms=terms)))

    assert found["answer_in_school_days"] == date(2026, 3, 23)


@pytest.mark.parametrize(("terms", "why"), [("", NO_TERMS), ("23/2/2026 - 6/3/2026", SHORT_TERMS)])
def test_without_enough_terms_no_day_is_guessed(terms, why):
    answer = made_up("exclusion.decided", terms=terms)

    assert [(lost.clock.key, lost.why) for lost in answer.no_date] == [
        ("answer_in_school_days", why)
    ]


def test_a_date_before_the_law_is_not_counted():
    answer = law("ehc.request_received", date(2014, 8, 31))

    assert answer.dated == ()
    assert {lost.mistyped for lost in answer.no_date} == {True}
    assert earliest(Kind.REQUEST_RECEIVED) == date(2014, 9, 1)


def test_a_date_past_the_bank_holidays_says_so():
    answer = law("notice.sent", date(2090, 3, 2))

    assert (
        "Bank holidays are known from"
        in {d.clock.key: d.why for d in answer.no_date}["appeal_lodge"]
    )


def test_the_last_day_of_all_is_no_fault():
    answer = law("ehc.request_received", date.max)

    assert answer.dated == ()
    assert [lost.why[:24] for lost in answer.no_date][:1] == ["No day can be counted fr"]


def test_what_sets_no_day_stands_beside():
    answer = made_up("exclusion.decided")

    assert [beside.rule.key for beside in answer.undated] == ["tell_without_delay"]
    assert [beside.rule.key for beside in answer.contents] == ["say_in_the_notice"]


def test_what_holds_for_a_time_is_found_and_told_with_its_days():
    ((span, held),) = made_up("ehc.assessment_completed").held

    assert (span.key, held.since, held.until) == ("six_months_bar", A_DAY, date(2026, 8, 30))
    assert earliest(Kind.ASSESSMENT_COMPLETED, MADE_UP) is None


def test_what_is_not_law_is_kept_apart_and_gives_no_date():
    answer = made_up("ehe.withdrawal_requested")

    assert [beside.rule.key for beside in answer.not_in_force] == ["new_thing"]
    assert answer.dated == ()


def test_a_guide_for_the_young_hangs_on_the_age():
    (unknown,) = made_up("plan.finalised_sent").dated

    assert unknown.only_if == "Only if the child or young person is under 5."
    assert [d.only_if for d in made_up("plan.finalised_sent", child_age=4).dated] == [""]
    assert made_up("plan.finalised_sent", child_age=5).dated == ()


def test_an_event_no_rule_knows_gives_an_empty_answer():
    answer = made_up("record.note_added")

    assert (answer.dated, answer.undated, answer.no_date) == ((), (), ())


def test_only_what_decides_a_date_is_asked():
    assert {name: q.shape for name, q in asked("exclusion.decided").items()} == {
        "term_total": Shape.NUMBER,
        "exclusion_type": Shape.CHOICE,
        "calendar": Shape.TERMS,
    }
    assert asked("appeal.order_made")["due_on"].shape is Shape.DATE
    assert asked("breach.aware")["time"].shape is Shape.TIME
    assert asked("plan.finalised_sent")["child_age"].shape is Shape.NUMBER
    assert asked("ehc.request_received", BEGINNINGS) == {}
    assert "then.mediation.certificate_issued" in asked("notice.sent", BEGINNINGS)


def test_the_day_asked_for_is_the_one_the_law_looks_at():
    def asks(kind):
        return day_asked(Kind(kind), BEGINNINGS.bears[Kind(kind)]).asks

    assert asks("phase.transfer_planned") == "On what day will the child move?"
    assert asks("ehc.request_received") == "When did the council receive the request?"
    assert asks("breach.aware") == "When did the breach become known?"


@pytest.mark.parametrize(
    ("kind", "name", "text", "fact"),
    [
        ("appeal.order_made", "order", "assess", "assess"),
        ("appeal.order_made", "due_on", "2026-5-02", None),
        ("appeal.order_made", "due_on", "2026-05-02", "2026-05-02"),
        ("appeal.order_made", "order", "hang", None),
        ("exclusion.decided", "term_total", "15", 15),
        ("exclusion.decided", "term_total", "-1", None),
        ("exclusion.decided", "term_total", "99999", None),
        ("breach.aware", "time", "14:30", "14:30"),
        ("breach.aware", "time", "25:00", None),
    ],
)
def test_an_answer_is_read_or_refused_in_words(kind, name, text, fact):
    question = asked(kind)[name]

    if fact is not None:
        assert question.read(text) == fact
        return
    with pytest.raises(NotAnAnswer, match=f"“{text}”"):
        question.read(text)


def test_what_may_have_happened_stands_by_section_each_thing_once():
    found = {s.title: [p.words for p in points] for s, points in MADE_UP.by_section()}

    assert found["Orders"] == [
        "Assessment completed",
        "The plan was made",
        "A meeting is to be held",
        "Tribunal made an order",
    ]
    assert len(found["Schools"]) == 4


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("final plan due", ["ehc.request_received", "ehc.responsibility_began"]),
        ("mediation certificates", ["notice.sent"]),
        ("zebra", []),
    ],
)
def test_what_happened_is_found_by_what_it_starts(words, found):
    points = [p.kind for _, points in BEGINNINGS.by_section(words) for p in points]

    assert [kind for kind in found if kind not in points] == []
    assert bool(points) is bool(found)
