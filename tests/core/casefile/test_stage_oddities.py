"""What is said of an event that is not expected, and what it does to the stage all the same."""

from datetime import date

import pytest

from core.casefile.cases import (
    AMENDED,
    ASSESS,
    CEASE,
    DETAINED,
    FINAL,
    ISSUE,
    MAINTAIN,
    MEETING,
    NO_PLAN,
    NOTICE,
    REASSESS,
    REFUSE,
    REQUEST,
    day_by_day,
    history,
    order,
    warned,
)  # fmt: skip
from sendpath.core.casefile.events import Kind, standing
from sendpath.core.casefile.stage import Stage, stage


class TestWhatIsMissing:
    """A record with gaps still has a stage, and says what it lacks."""

    @pytest.mark.parametrize(
        ("happened", "reached", "number"),
        [
            ([ASSESS], "assessing", 1),
            ([REFUSE], "refused", 1),
            ([Kind.REQUEST_WITHDRAWN], "no_case", 1),
            ([Kind.ADVICE_RECEIVED], "no_case", 1),
            ([REQUEST, ISSUE], "plan_agreed", 2),
            ([REQUEST, NO_PLAN], "no_plan", 2),
            ([REQUEST, Kind.DRAFT_SENT], "draft", 2),
            ([REQUEST, ASSESS, FINAL], "final", 3),
            ([REQUEST, MEETING], "requested", 2),
            ([Kind.PLAN_MADE, MAINTAIN], "final", 2),
            ([Kind.PLAN_MADE, NOTICE], "amending", 2),
            ([Kind.PLAN_MADE, MEETING, AMENDED], "final", 3),
            ([Kind.PLAN_MADE, MEETING, MEETING], "reviewing", 3),
            ([Kind.PLAN_MADE, MEETING, NOTICE, MEETING], "reviewing", 4),
            ([Kind.PLAN_MADE, CEASE], "ceasing", 2),
            ([Kind.PLAN_MADE, Kind.CEASE_DECIDED], "ceasing", 2),
            ([Kind.PLAN_MADE, REASSESS], "reassessing", 2),
            ([Kind.PLAN_MADE, (Kind.CEASE_TOOK_EFFECT, {"ground": "2"})], "ceased", 2),
            ([Kind.PLAN_MADE, order("amend_contents")], "amending", 2),
            ([order("assess")], "assessing", 1),
            ([REQUEST, Kind.RELEASED], "requested", 2),
            ([REQUEST, Kind.PLAN_TRANSFERRED_OUT], "requested", 2),
            ([Kind.REASSESSMENT_REQUESTED], "no_case", 1),
        ],
    )
    def test_before_an_event(self, happened, reached, number):
        events = day_by_day(*happened)

        assert stage(events).value == reached
        assert (number, "missing_before") in warned(events)

    def test_is_not_remarked_on_where_a_return_could_not_have_told_it(self):
        events = day_by_day(FINAL, MEETING, NOTICE, MEETING, AMENDED)

        assert warned(events) == [
            (1, "missing_before"), (4, "missing_before"), (5, "missing_before"),
        ]  # fmt: skip
        assert warned(events, copied={1, 3, 5}) == []
        assert warned(events, copied={1, 4, 5}) == [(4, "missing_before")]  # after notice 3

    @pytest.mark.parametrize("known", [True, False])
    def test_a_draft_in_a_re_assessment_is_one_of_its_own(self, known):
        first = [(Kind.DRAFT_SERVED, date(2024, 1, 8)), (FINAL, date(2024, 2, 5))]
        draft = [(Kind.DRAFT_SERVED, date(2026, 3, 2))] if known else []
        events = history(
            *first,
            (Kind.REASSESSMENT_OWN_INITIATIVE, date(2026, 1, 5)),
            *draft,
            (FINAL, date(2026, 4, 1)),
        )

        last = [] if known else [(4, "missing_before")]
        assert warned(events) == [(1, "missing_before"), *last]


class TestWhatIsRepeated:
    @pytest.mark.parametrize(
        ("happened", "reached"),
        [
            ([REQUEST, REQUEST], "requested"),
            ([REQUEST, ASSESS, REQUEST], "assessing"),
            ([REQUEST, ASSESS, Kind.DRAFT_SENT, REQUEST], "draft"),
            ([REQUEST, ASSESS, ASSESS], "assessing"),
            ([REQUEST, ASSESS, REFUSE], "refused"),
            ([REQUEST, REFUSE, REFUSE], "refused"),
            ([REQUEST, ASSESS, ISSUE, ISSUE], "plan_agreed"),
            ([REQUEST, ASSESS, ISSUE, NO_PLAN], "no_plan"),
            ([REQUEST, ASSESS, NO_PLAN, NO_PLAN], "no_plan"),
            ([Kind.PLAN_MADE, FINAL], "final"),
            ([Kind.PLAN_MADE, REQUEST], "final"),
            ([Kind.PLAN_MADE, Kind.DRAFT_SENT], "final"),
            ([Kind.PLAN_MADE, MEETING, NOTICE, MAINTAIN], "final"),
            ([Kind.PLAN_MADE, MEETING, CEASE, AMENDED], "final"),
            ([Kind.PLAN_MADE, *[Kind.REASSESSMENT_OWN_INITIATIVE] * 2], "reassessing"),
            ([Kind.PLAN_MADE, DETAINED, DETAINED], "detained_kept"),
        ],
    )
    def test_is_said_of_the_later_one(self, happened, reached):
        events = day_by_day(*happened)

        assert stage(events).value == reached
        assert warned(events) == [(len(happened), "repeated")]

    @pytest.mark.parametrize(
        "happened",
        [
            [REQUEST, REFUSE, ASSESS],  # a change of mind
            [REQUEST, REFUSE, REQUEST, REFUSE],
            [Kind.RESPONSIBILITY_BEGAN, REQUEST],
            [REQUEST, Kind.REQUEST_WITHDRAWN, REQUEST, ASSESS],
            [Kind.PLAN_MADE, MEETING, MAINTAIN, MEETING, MAINTAIN],
            [Kind.PLAN_MADE, MEETING, CEASE, Kind.CEASE_CONSULTED, Kind.CEASE_DECIDED],
        ],
    )
    def test_is_not_said_of_what_may_happen_again(self, happened):
        assert warned(day_by_day(*happened)) == []

    def test_is_not_said_of_two_entries_of_one_day_that_tell_one_step(self):
        made, sent = (Kind.PLAN_MADE, date(2026, 1, 5)), (FINAL, date(2026, 1, 5))

        assert warned(history(sent, made)) == warned(history(made, sent)) == []
        assert warned(history(made, sent, sent)) == [(3, "repeated")]

    def test_is_not_said_of_the_decision_that_an_order_makes_the_council_take(self):
        events = day_by_day(REQUEST, REFUSE, Kind.APPEAL_RECEIVED, order("assess"), ASSESS)

        assert warned(events) == []


class TestWhatIsOutOfOrder:
    @pytest.mark.parametrize(
        ("happened", "reached"),
        [
            ([REQUEST, ASSESS, Kind.DRAFT_SENT, ISSUE], "draft"),
            ([REQUEST, ASSESS, Kind.DRAFT_SENT, ASSESS], "draft"),
            ([REQUEST, ASSESS, MAINTAIN], "assessing"),
            ([Kind.PLAN_MADE, Kind.REQUEST_WITHDRAWN], "final"),
        ],
    )
    def test_changes_nothing(self, happened, reached):
        events = day_by_day(*happened)

        assert stage(events).value == reached
        assert warned(events) == [(len(happened), "out_of_order")]

    @pytest.mark.parametrize(
        "unclear",
        [Kind.ASSESSMENT_DECIDED, (Kind.ASSESSMENT_DECIDED, {"outcome": "perhaps"})],
    )
    def test_nor_does_a_decision_that_does_not_say_what_was_decided(self, unclear):
        events = day_by_day(REQUEST, unclear)

        assert stage(events) is Stage.REQUESTED
        assert warned(events) == [(2, "unclear")]

    def test_unless_something_else_of_that_day_came_before_it(self):
        day = date(2025, 12, 21)
        events = history(
            (FINAL, date(2026, 1, 5)), (Kind.DRAFT_SERVED, day), (ASSESS[0], day, ASSESS[1]),
            (REQUEST, day),
        )  # fmt: skip

        assert stage(standing(events)) is Stage.FINAL
        assert warned(events) == []
