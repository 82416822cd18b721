"""What is open beside the stage of a case: mediation, an appeal, a reason for lateness.

A flag does not depend on the stage, nor the stage on a flag, but for one thing: a plan does not
cease while an appeal is open. When each opens and closes is data, as the stages are.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date

from sendpath.core.casefile.events import Event, Kind, UnrealDay, day_in
from sendpath.core.casefile.states import (
    MAINTAINED,
    UNDECIDED,
    Flag,
    Overlay,
    Stage,
    Told,
    told,
)

OVERLAYS = (
    Overlay(
        flag=Flag.MEDIATION_OPEN,
        words="Mediation open",
        says="The family has asked for mediation, and it has not ended.",
        opens=(told(Kind.MEDIATION_REQUESTED),),
        closes=(
            told(Kind.MEDIATION_DECLINED),
            told(Kind.MEDIATION_HELD),
            told(Kind.AGREEMENT_MADE),
            told(Kind.CERTIFICATE_ISSUED),
        ),
    ),
    Overlay(
        flag=Flag.APPEAL_OPEN,
        words="Appeal open",
        says="The Tribunal has an appeal before it. The record does not number appeals: "
        "whatever ends one ends all.",
        opens=(told(Kind.APPEAL_RECEIVED), told(Kind.APPEAL_LA_RECEIVED)),
        closes=(
            told(Kind.APPEAL_ORDER_MADE),
            told(Kind.APPEAL_UNOPPOSED),
            told(Kind.APPEAL_WITHDRAWN),
            told(Kind.APPEAL_DETERMINED),
        ),
    ),
    Overlay(
        flag=Flag.EXCEPTION_OPEN,
        words="Exception claimed",
        says="A reason for lateness has been claimed and goes on, while there is a time limit "
        "that one could lift. Whether the law accepts it is shown beside the limit.",
        opens=(told(Kind.EXCEPTION_CLAIMED),),
        closes=(),
        closes_one=(told(Kind.EXCEPTION_ENDED), told(Kind.EXCEPTION_REJECTED)),
        named_by="ground",
        until=("reopens",),
        through=("to", "date"),
        within=UNDECIDED | {Stage.AMENDING, Stage.REASSESSING},
        afresh=True,
    ),
    Overlay(
        flag=Flag.PHASE_YEAR,
        words="Move to the next phase planned",
        says="A move to the next phase of education is planned, and its day has not come.",
        opens=(told(Kind.PHASE_TRANSFER_PLANNED),),
        closes=(),
        until=("transfer_on",),
        within=UNDECIDED | MAINTAINED,
    ),
    Overlay(
        flag=Flag.INTERIM_PLACEMENT,
        words="In an interim placement",
        says="The child or young person is somewhere for the time being, until the plan is "
        "amended to name a setting.",
        opens=(told(Kind.PLACEMENT_STARTED, interim=True),),
        closes=(
            told(Kind.PLACEMENT_STARTED, interim=(False, None)),
            told(Kind.AMENDED_PLAN_SENT),
            told(Kind.FINALISED_SENT),
        ),
        closes_one=(told(Kind.PLACEMENT_ENDED),),
        named_by="setting",
        within=UNDECIDED | MAINTAINED,
    ),
)


def words_of(flag: Flag) -> str:
    """Return a flag as pages say it."""
    return next(overlay.words for overlay in OVERLAYS if overlay.flag is flag)


class OpenFlags:
    """What is open in a case, while its history is read in order."""

    def __init__(self) -> None:
        self._open: dict[Flag, dict[str, Event]] = {}

    def take(self, event: Event) -> None:
        """Open or close what an event opens or closes."""
        for act, overlay, when in _ACTS.get(event.kind, ()):
            if when.meets(event):
                act(self._open.setdefault(overlay.flag, {}), overlay, event)

    def begin_afresh(self) -> None:
        """Clear what does not outlast the beginning of something new."""
        for overlay in _CLEARED:
            self._open.pop(overlay.flag, None)

    def is_open(self, flag: Flag) -> bool:
        """Say whether anything has opened this flag that nothing has closed."""
        return bool(self._open.get(flag))

    def on(self, day: date, stage: Stage) -> tuple[Flag, ...]:
        """Return the flags that are up at the end of a day, in a stage, in their own order."""
        return tuple(
            overlay.flag
            for overlay in OVERLAYS
            if stage in overlay.within
            and any(
                not _over(event, overlay, day)
                for event in self._open.get(overlay.flag, {}).values()
            )
        )


def _over(event: Event, overlay: Overlay, day: date) -> bool:
    ends = (_day(event, fact) for fact in overlay.until)
    lasts = (_day(event, fact) for fact in overlay.through)
    return any(end and end <= day for end in ends) or any(last and last < day for last in lasts)


def _day(event: Event, fact: str) -> date | None:
    with suppress(UnrealDay):  # remarked on elsewhere
        return day_in(event, fact)
    return None


def _opened(held: dict[str, Event], overlay: Overlay, event: Event) -> None:
    held[_name(overlay, event)] = event


def _closed(held: dict[str, Event], overlay: Overlay, event: Event) -> None:
    held.clear()


def _closed_one(held: dict[str, Event], overlay: Overlay, event: Event) -> None:
    held.pop(_name(overlay, event), None)


def _name(overlay: Overlay, event: Event) -> str:
    return str(event.facts.get(overlay.named_by) or "")


_Act = Callable[[dict[str, Event], Overlay, Event], None]
_ACTS: dict[Kind, list[tuple[_Act, Overlay, Told]]] = {}
for _overlay in OVERLAYS:
    for _act, _whens in (
        (_closed, _overlay.closes),
        (_closed_one, _overlay.closes_one),
        (_opened, _overlay.opens),
    ):
        for _when in _whens:
            _ACTS.setdefault(_when.kind, []).append((_act, _overlay, _when))
_CLEARED = tuple(overlay for overlay in OVERLAYS if overlay.afresh)
HEEDED = frozenset(_ACTS)
"""The kinds of event that open or close a flag."""
