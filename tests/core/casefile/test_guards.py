"""The conditions of law on a move: near the day on which each begins to hold."""

from datetime import date, timedelta

import pytest

from core.casefile.cases import history, warned
from sendpath.core.casefile.events import Kind
from sendpath.core.casefile.guards import GUARDS, appeal_closes
from sendpath.core.casefile.stage import ROWS, stage
from sendpath.core.casefile.states import Guard

DRAFT = date(2026, 2, 14)
NOTICE = (Kind.NOTICE_SENT, {"notice_type": "cease"})


def finalised_on(day, *between, draft=(Kind.DRAFT_SERVED, DRAFT)):
    return history(
        (Kind.REQUEST_RECEIVED, date(2026, 1, 5)),
        (Kind.ASSESSMENT_DECIDED, date(2026, 1, 6), {"outcome": "assess"}),
        draft,
        *between,
        (Kind.FINALISED_SENT, day),
    )


class TestAFinalPlan:
    """Regulation 13(1): 15 days beginning with the day the draft was served."""

    @pytest.mark.parametrize(
        ("day", "warnings"),
        [
            (date(2026, 2, 14), [(4, "too_soon")]),
            (date(2026, 2, 28), [(4, "too_soon")]),  # day 15
            (date(2026, 3, 1), []),
        ],
    )
    def test_needs_a_draft_served_15_days_earlier(self, day, warnings):
        events = finalised_on(day)

        assert stage(events).value == "final"
        assert warned(events) == warnings

    def test_served_on_14_february_of_a_leap_year_may_be_sent_on_29(self):
        early, ready = (
            finalised_on(date(2028, 2, day), draft=(Kind.DRAFT_SERVED, date(2028, 2, 14)))
            for day in (28, 29)
        )

        assert warned(early, on=date(2029, 1, 1)) == [(4, "too_soon")]
        assert warned(ready, on=date(2029, 1, 1)) == []

    @pytest.mark.parametrize(
        ("final", "warnings"), [(True, []), (False, [(5, "too_soon")]), (None, [(5, "too_soon")])]
    )
    def test_may_be_sent_sooner_to_a_family_that_has_finished(self, final, warnings):
        answer = (Kind.REPRESENTATIONS_RECEIVED, date(2026, 2, 20), {"final": final})

        assert warned(finalised_on(date(2026, 2, 20), answer)) == warnings

    def test_waits_afresh_for_a_new_draft_that_the_family_has_not_answered(self):
        answer = (Kind.REPRESENTATIONS_RECEIVED, date(2026, 2, 20), {"final": True})
        again = (Kind.DRAFT_SERVED, date(2026, 2, 21))

        assert warned(finalised_on(date(2026, 3, 7), answer, again)) == [(6, "too_soon")]
        assert warned(finalised_on(date(2026, 3, 8), answer, again)) == []

    @pytest.mark.parametrize(("day", "warnings"), [(3, [(4, "too_soon")]), (4, [])])
    def test_counts_from_the_day_a_posted_draft_is_taken_to_have_arrived(self, day, warnings):
        # posted on a Saturday, it arrives on Tuesday 17 February
        posted = (Kind.DRAFT_SENT, date(2026, 2, 14), {"method": "first_class_post"})

        assert warned(finalised_on(date(2026, 3, day), draft=posted)) == warnings

    def test_counts_from_the_service_on_record_rather_than_from_the_sending(self):
        sent = (Kind.DRAFT_SENT, date(2026, 2, 1), {"method": "email"})
        served = (Kind.DRAFT_SERVED, date(2026, 2, 14))

        assert warned(finalised_on(date(2026, 2, 28), served, draft=sent)) == [(5, "too_soon")]

    def test_beyond_the_calendars_is_counted_from_the_sending(self):
        sent = (Kind.DRAFT_SENT, date(2090, 2, 14), {"method": "first_class_post"})
        events = finalised_on(date(2090, 3, 1), draft=sent)

        assert warned(events, on=date(2099, 1, 1)) == []


def ceased_on(day, *between, ground="2", decided=(Kind.CEASE_DECIDED, {})):
    kind, facts = decided
    return history(
        (Kind.PLAN_MADE, date(2020, 1, 6)),
        (Kind.CEASE_CONSULTED, date(2025, 6, 1)),
        (Kind.REVIEW_MEETING_HELD, date(2025, 6, 2)),
        (kind, date(2025, 6, 20), facts),
        *between,
        (Kind.CEASE_TOOK_EFFECT, day, {"ground": ground}),
    )


class TestCeasing:
    """Section 45(4): not while the family may still appeal, nor while an appeal is open."""

    @pytest.mark.parametrize(
        "decided",
        [(Kind.CEASE_DECIDED, {}), (Kind.REVIEW_DECISION_NOTIFIED, {"outcome": "cease"})],
    )
    @pytest.mark.parametrize(("day", "reached"), [(1, "ceasing"), (2, "ceased")])
    def test_waits_for_the_appeal_to_be_too_late_as_rule_12_has_it(self, decided, day, reached):
        # two months from 20 June end on 20 August, in the closed month: on to 1 September
        events = ceased_on(date(2025, 9, day), decided=decided)

        assert stage(events).value == reached
        assert warned(events) == ([] if reached == "ceased" else [(5, "too_soon")])

    @pytest.mark.parametrize(("day", "reached"), [(10, "ceasing"), (11, "ceased")])
    def test_counts_from_the_notice_where_there_is_one(self, day, reached):
        notice = (NOTICE[0], date(2025, 7, 10), NOTICE[1])

        assert stage(ceased_on(date(2025, 9, day), notice)).value == reached

    def test_is_not_put_off_by_notice_of_something_else(self):
        other = (Kind.NOTICE_SENT, date(2025, 7, 10), {"notice_type": "final_plan"})

        assert stage(ceased_on(date(2025, 9, 2), other)).value == "ceased"

    @pytest.mark.parametrize(("day", "reached"), [(15, "ceasing"), (16, "ceased")])
    def test_counts_a_month_from_a_certificate_if_that_ends_later(self, day, reached):
        certificate = (Kind.CERTIFICATE_ISSUED, date(2025, 8, 15))

        assert stage(ceased_on(date(2025, 9, day), certificate)).value == reached

    def test_waits_while_an_appeal_is_open(self):
        appeal = (Kind.APPEAL_RECEIVED, date(2025, 8, 1), {"ground": "cease"})
        events = ceased_on(date(2026, 5, 1), appeal)

        assert stage(events).value == "ceasing"
        assert warned(events) == [(6, "too_soon")]

    @pytest.mark.parametrize(
        ("ended", "reached"),
        [
            ((Kind.APPEAL_ORDER_MADE, {"order": "dismiss_cease"}), "ceased"),
            ((Kind.APPEAL_ORDER_MADE, {"order": "dismiss"}), "ceased"),
            ((Kind.APPEAL_DETERMINED, {}), "ceased"),
            ((Kind.APPEAL_WITHDRAWN, {}), "ceasing"),  # another may be made until 1 September
        ],
    )
    def test_need_not_wait_once_the_tribunal_has_decided(self, ended, reached):
        kind, facts = ended
        appeal = (Kind.APPEAL_RECEIVED, date(2025, 7, 1), {"ground": "cease"})

        events = ceased_on(date(2025, 8, 4), appeal, (kind, date(2025, 8, 4), facts))

        assert stage(events).value == reached

    def test_still_waits_where_what_was_decided_was_another_appeal(self):
        appeal = (Kind.APPEAL_RECEIVED, date(2025, 7, 1), {"ground": "contents"})
        order = (Kind.APPEAL_ORDER_MADE, date(2025, 8, 4), {"order": "dismiss"})

        assert stage(ceased_on(date(2025, 8, 5), appeal, order)).value == "ceasing"

    @pytest.mark.parametrize(
        ("ground", "reached"),
        [("1", "ceased"), ("5", "ceased"), ("7", "ceased"), ("8", "ceased"), ("9", "ceasing")],
    )
    def test_need_not_wait_where_nobody_decides(self, ground, reached):
        assert stage(ceased_on(date(2025, 6, 21), ground=ground)).value == reached

    def test_waits_even_then_for_an_appeal_that_is_open(self):
        appeal = (Kind.APPEAL_RECEIVED, date(2025, 6, 21))

        assert stage(ceased_on(date(2025, 6, 22), appeal, ground="8")).value == "ceasing"

    def test_follows_an_order_of_the_same_day_however_they_are_numbered(self):
        appeal = (Kind.APPEAL_RECEIVED, date(2025, 7, 1), {"ground": "cease"})
        events = ceased_on(date(2025, 8, 4), appeal)
        order = history((Kind.APPEAL_ORDER_MADE, date(2025, 8, 4), {"order": "dismiss_cease"}))

        assert stage([*events, *order]).value == "ceased"

    @pytest.mark.parametrize("year", [2013, 2090, 9999])
    def test_stays_where_no_last_day_can_be_worked_out(self, year):
        assert appeal_closes(date(year, 12, 1), None, None) is None

        decided, ceased = date(year, 12, 1), date(year, 12, 31)
        events = history(
            (Kind.PLAN_MADE, date(2010, 1, 6)),
            (Kind.CEASE_DECIDED, decided),
            (Kind.CEASE_TOOK_EFFECT, ceased, {"ground": "2"}),
        )
        assert stage(events).value == "ceasing"
        assert (3, "too_soon") in warned(events, on=date.max)


class TestADecisionToAmend:
    """Regulations 20(10) and 22(2): the notice goes with the decision."""

    def review(self, *after):
        first = (Kind.PLAN_MADE, date(2025, 1, 6)), (Kind.REVIEW_MEETING_HELD, date(2026, 1, 5))
        told = (Kind.REVIEW_DECISION_NOTIFIED, date(2026, 1, 20), {"outcome": "amend"})
        return history(*first, told, *after)

    def test_amends_nothing_without_the_notice(self):
        assert stage(self.review()).value == "reviewing"
        assert warned(self.review()) == [(3, "without_notice")]

    def test_is_in_order_once_the_notice_is_sent(self):
        events = self.review((Kind.AMENDMENT_NOTICE_SENT, date(2026, 1, 30)))

        assert stage(events).value == "amending"
        assert warned(events) == []

    def test_is_not_mended_by_the_notice_of_the_next_review(self):
        events = self.review(
            (Kind.REVIEW_MEETING_HELD, date(2027, 1, 5)),
            (Kind.AMENDMENT_NOTICE_SENT, date(2027, 1, 30)),
        )

        assert (3, "without_notice") in warned(events)

    def test_is_not_mended_by_the_notice_of_the_last_one(self):
        last = history(
            (Kind.PLAN_MADE, date(2024, 1, 8)),
            (Kind.REVIEW_MEETING_HELD, date(2025, 1, 6)),
            (Kind.AMENDMENT_NOTICE_SENT, date(2025, 1, 20)),
            (Kind.REVIEW_MEETING_HELD, date(2026, 1, 5)),
            (Kind.REVIEW_DECISION_NOTIFIED, date(2026, 1, 20), {"outcome": "amend"}),
        )

        assert (5, "without_notice") in warned(last)


def test_every_guard_has_its_words_and_stands_in_the_table():
    used = {move.guard for row in ROWS for move in row.moves if move.guard}

    assert used == set(GUARDS) == set(Guard)


def test_the_last_day_to_appeal_is_that_of_the_laws_own_clock():
    notice = date(2025, 12, 31)

    assert appeal_closes(notice, None, None) == date(2026, 3, 2)  # 28 February is a Saturday
    assert appeal_closes(notice, None, date(2026, 2, 27)) == date(2026, 3, 27)
    late = date(2026, 3, 1)
    assert appeal_closes(notice, late, late + timedelta(days=3)) == date(2026, 3, 2)
