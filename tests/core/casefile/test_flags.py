"""What is open beside the stage of a case, and until when."""

from datetime import date, timedelta

import pytest

from core.casefile.cases import history
from sendpath.core.casefile.events import Kind
from sendpath.core.casefile.flags import OVERLAYS, words_of
from sendpath.core.casefile.progress import progress
from sendpath.core.casefile.states import Flag

DAY = date(2026, 3, 2)
PLAN = (Kind.PLAN_MADE, date(2025, 1, 6))
REQUEST = (Kind.REQUEST_RECEIVED, date(2026, 1, 5))


def up(*happened, on=DAY):
    return [flag.value for flag in progress(history(*happened), on=on).flags]


def test_every_flag_is_in_the_table_with_its_words():
    assert [overlay.flag for overlay in OVERLAYS] == list(Flag)
    assert [words_of(flag) for flag in Flag] == [
        "Mediation open",
        "Appeal open",
        "Exception claimed",
        "Move to the next phase planned",
        "In an interim placement",
    ]


@pytest.mark.parametrize(
    "ends",
    [
        Kind.MEDIATION_HELD, Kind.AGREEMENT_MADE, Kind.CERTIFICATE_ISSUED, Kind.MEDIATION_DECLINED,
    ],
)  # fmt: skip
def test_mediation_is_open_from_the_asking_to_its_end(ends):
    asked = (Kind.MEDIATION_REQUESTED, date(2026, 2, 2))

    assert up(PLAN, (Kind.MEDIATION_CONTACTED, date(2026, 2, 2))) == []
    assert up(PLAN, asked) == ["mediation_open"]
    assert up(PLAN, asked, (ends, date(2026, 2, 16))) == []


@pytest.mark.parametrize(
    "ends",
    [
        Kind.APPEAL_ORDER_MADE, Kind.APPEAL_UNOPPOSED, Kind.APPEAL_WITHDRAWN,
        Kind.APPEAL_DETERMINED,
    ],
)  # fmt: skip
def test_an_appeal_is_open_from_its_receipt_to_its_end(ends):
    received = (Kind.APPEAL_RECEIVED, date(2026, 2, 2))

    assert up(PLAN, received, (Kind.APPEAL_LA_RESPONDED, date(2026, 2, 16))) == ["appeal_open"]
    assert up(PLAN, received, (ends, date(2026, 2, 16))) == []


def test_a_claim_of_discrimination_that_is_decided_leaves_an_appeal_as_it_is():
    received = (Kind.APPEAL_RECEIVED, date(2026, 2, 2))
    claim = (Kind.APPEAL_DETERMINED, date(2026, 2, 16), {"claim": "discrimination"})

    assert up(PLAN, received, claim) == ["appeal_open"]
    assert progress(history(PLAN, claim), on=DAY).warnings == ()


class TestAnException:
    def claimed(self, ground="X_EPC", **facts):
        return (Kind.EXCEPTION_CLAIMED, date(2026, 2, 2), {"ground": ground, **facts})

    def test_is_open_until_it_ends_or_is_rejected(self):
        other = (Kind.EXCEPTION_ENDED, date(2026, 2, 9), {"ground": "X_ABS4"})
        own = (Kind.EXCEPTION_REJECTED, date(2026, 2, 9), {"ground": "X_EPC"})

        assert up(REQUEST, self.claimed(), other) == ["exception_open"]
        assert up(REQUEST, self.claimed(), own) == []
        assert up(REQUEST, self.claimed(), self.claimed("X_ABS4"), own) == ["exception_open"]

    @pytest.mark.parametrize(
        ("facts", "last"),
        [
            ({"to": "2026-03-02"}, date(2026, 3, 2)),
            ({"reopens": "2026-03-02"}, date(2026, 3, 1)),
            ({"date": "2026-03-02"}, date(2026, 3, 2)),
        ],
    )
    def test_is_open_through_its_last_day(self, facts, last):
        claim = self.claimed(**facts)

        assert up(REQUEST, claim, on=last) == ["exception_open"]
        assert up(REQUEST, claim, on=last + timedelta(days=1)) == []

    @pytest.mark.parametrize("said", ["soon", "2026-02-30", ""])
    def test_goes_on_where_its_last_day_is_none(self, said):
        assert up(REQUEST, self.claimed(to=said)) == ["exception_open"]

    def test_means_nothing_once_there_is_no_limit_left_that_it_could_lift(self):
        refused = (Kind.ASSESSMENT_DECIDED, date(2026, 2, 9), {"outcome": "refuse"})

        assert up(REQUEST, self.claimed(), refused) == []

    def test_does_not_come_back_with_the_next_request(self):
        withdrawn = (Kind.REQUEST_WITHDRAWN, date(2026, 2, 9))
        again = (Kind.REQUEST_RECEIVED, date(2026, 2, 16))

        assert up(REQUEST, self.claimed(), withdrawn, again) == []

    def test_outlasts_a_repeat_of_the_request_that_is_running(self):
        again = (Kind.REQUEST_RECEIVED, date(2026, 2, 16))

        assert up(REQUEST, self.claimed(), again) == ["exception_open"]


def test_a_move_to_the_next_phase_is_planned_until_the_day_it_comes():
    planned = (Kind.PHASE_TRANSFER_PLANNED, date(2026, 1, 5), {"transfer_on": "2026-09-01"})

    assert up(PLAN, planned, on=date(2026, 8, 31)) == ["phase_year"]
    assert up(PLAN, planned, on=date(2026, 9, 1)) == []


class TestAnInterimPlacement:
    STARTED = (Kind.PLACEMENT_STARTED, date(2026, 2, 2), {"setting": "100001", "interim": True})

    @pytest.mark.parametrize(
        ("kind", "facts", "flags"),
        [
            (Kind.PLACEMENT_ENDED, {"setting": "100001"}, []),
            (Kind.PLACEMENT_ENDED, {"setting": "100002"}, ["interim_placement"]),
            (Kind.PLACEMENT_STARTED, {"setting": "100002"}, []),
            (Kind.PLACEMENT_STARTED, {"setting": "100002", "interim": False}, []),
            (Kind.AMENDED_PLAN_SENT, {}, []),
            (Kind.REVIEW_MEETING_HELD, {}, ["interim_placement"]),
        ],
    )
    def test_lasts_until_another_or_the_plan_takes_its_place(self, kind, facts, flags):
        assert up(PLAN, self.STARTED, (kind, date(2026, 2, 9), facts)) == flags

    def test_is_no_other_placement(self):
        assert up(PLAN, (Kind.PLACEMENT_STARTED, date(2026, 2, 2), {"setting": "100001"})) == []


def test_flags_stand_beside_custody_too():
    appeal, detained = ((kind, date(2026, 2, 2)) for kind in (Kind.APPEAL_RECEIVED, Kind.DETAINED))

    found = progress(history(PLAN, appeal, detained), on=DAY)

    assert (found.stage.value, found.beneath.value) == ("detained_kept", "final")
    assert [flag.value for flag in found.flags] == ["appeal_open"]


def test_what_has_not_happened_yet_opens_nothing():
    assert up(PLAN, (Kind.APPEAL_RECEIVED, DAY + timedelta(days=1))) == []
