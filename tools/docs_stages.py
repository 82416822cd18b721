"""Writes the page of the stages of a case: the diagram, the table, the flags, the guards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from sendpath.core.casefile.catalogue.stages import STAGES
from sendpath.core.casefile.flags import OVERLAYS
from sendpath.core.casefile.guards import GUARDS
from sendpath.core.casefile.progress import LATE_AFTER
from sendpath.core.casefile.stage import NEEDS, ROWS
from sendpath.core.casefile.states import (
    ANY,
    CLOSED,
    MAINTAINED,
    UNDECIDED,
    Oddity,
    Stage,
    Told,
)

HEAD = """# The stages of a case

Generated from `core/casefile/stage.py` by `tools/docs_stages.py`; change the table there, not
this page.

Where a case has got to is worked out from its events each time it is asked, and never stored.
Events are taken by the day they happened, whenever they were written down. The record gives
days and not hours: events of one day are taken in the order that makes sense. An event that is
not expected is still accepted, as what it is, and a warning says in plain words what to look
at. Nobody is stopped from recording it.
"""
DIAGRAM = """## The diagram

The numbers are those of the rows below. Only expected moves are drawn; custody (row 28) stands
over any stage and hides it until release.
"""
GROUPS = {
    "nothing open": CLOSED,
    "not yet decided": UNDECIDED,
    "a plan in force": MAINTAINED,
}
ODDITIES = {
    Oddity.MISSING_BEFORE: "Something that leads to this entry, or follows from the one before "
    "it, is not on record. Not said of an entry that came from a return, which has no place for "
    "it.",
    Oddity.REPEATED: "There is one already: a second request while one runs, two decisions.",
    Oddity.OUT_OF_ORDER: "It is not expected at that stage, and changes nothing.",
    Oddity.UNCLEAR: "It does not say what was decided in a code that is known.",
    Oddity.TOO_SOON: "A guard does not hold yet.",
    Oddity.WITHOUT_NOTICE: "A decision to amend, and no notice of amendments with it.",
    Oddity.RECORDED_LATE: f"Recorded more than {LATE_AFTER.days} days after it happened. A "
    "correction is as old as what it corrects, and what came from a return is not late.",
    Oddity.BEFORE_BIRTH: "Dated before the date of birth.",
    Oddity.IN_THE_FUTURE: "Dated after today. Nothing follows from it until the day has come.",
    Oddity.IMPOSSIBLE_DATE: "Dated before 1 September 2014, or with a date beside it that is none.",
}


def stages_page() -> str:
    """Return the page as Markdown."""
    sections = (_diagram(), _stages(), _rows(), _odd(), _needs(), _guards(), _flags(), _oddities())
    parts = [HEAD, DIAGRAM, *("\n".join((*section, "")) for section in sections)]
    return "\n".join(parts)


def _diagram() -> Iterator[str]:
    yield "```mermaid"
    yield "stateDiagram-v2"
    for stage in Stage:
        yield f'    state "{STAGES[stage].words}" as {stage}'
    yield f"    [*] --> {Stage.NO_CASE}"
    drawn: dict[tuple[Stage, Stage], list[str]] = {}
    for row in ROWS:
        for move in row.moves:
            for since in _in_order(move.since):
                if move.to and move.to not in {since, Stage.DETAINED_KEPT}:
                    numbers = drawn.setdefault((since, move.to), [])
                    numbers += [str(row.number)] if str(row.number) not in numbers else []
    for (since, to), numbers in drawn.items():
        yield f"    {since} --> {to} : {', '.join(numbers)}"
    yield "```"


def _stages() -> Iterator[str]:
    yield "## The stages"
    yield ""
    yield _line("Stage", "As pages say it")
    yield _line("---", "---")
    for stage in Stage:
        yield _line(f"`{stage}`", STAGES[stage].words)
    yield ""
    for words, stages in GROUPS.items():
        yield f"- {words[0].upper()}{words[1:]}: {_list(stages)}."


def _rows() -> Iterator[str]:
    yield "## The table"
    yield ""
    yield _line("Row", "What happens", "Events", "From", "To")
    yield _line(*["---"] * 5)
    for row in ROWS:
        says = row.says
        for move in row.moves:
            to = f"`{move.to}`" if move.to else "the same"
            guard = f"; guard `{move.guard}`" if move.guard else ""
            yield _line(str(row.number), says, _events(move.on), _names(move.since), to + guard)
            says = ""


def _odd() -> Iterator[str]:
    yield "## What is not expected, and what is said of it"
    yield ""
    yield "Anything else that is not in the table is out of order, and leaves the stage as it is."
    yield ""
    yield _line("Row", "Events", "At", "To", "What the officer reads")
    yield _line(*["---"] * 5)
    for row in ROWS:
        for move in row.moves:
            to = f"`{move.to}`" if move.to else "the same"
            events = _events(move.on)
            for odd in move.odd:
                yield _line(
                    str(row.number), events, _names(odd.since),
                    "the same" if odd.stays else to, odd.says,
                )  # fmt: skip
            if move.once:
                yield _line(str(row.number), f"{events}, a second time", "", to, move.once)


def _events(whens: Iterable[Told]) -> str:
    return "<br>".join(_event(when) for when in whens)


def _event(when: Told) -> str:
    facts = "; ".join(
        f"{name}: {', '.join(sorted(str(value) for value in values))}"
        for name, values in when.facts.items()
    )
    return f"`{when.kind}`" + (f" ({facts})" if facts else "")


def _needs() -> Iterator[str]:
    yield "Some events need another to be on record before them, whatever the stage:"
    yield ""
    for (kinds, says), group in groupby(NEEDS.items(), key=lambda item: item[1]):
        events = ", ".join(f"`{kind}`" for kind, _ in group)
        yield f"- {events} after {' or '.join(f'`{kind}`' for kind in kinds)}: {says}"


def _guards() -> Iterator[str]:
    yield "## Guards"
    yield ""
    yield _line("Guard", "What it asks")
    yield _line("---", "---")
    for guard, says in GUARDS.items():
        yield _line(f"`{guard}`", says)


def _flags() -> Iterator[str]:
    yield "## Flags"
    yield ""
    yield "They stand beside the stage, whatever it is."
    yield ""
    yield _line("Flag", "As pages say it", "Up while", "Opened by", "Closed by")
    yield _line(*["---"] * 5)
    for overlay in OVERLAYS:
        closes = [_events(overlay.closes)] if overlay.closes else []
        if overlay.closes_one:
            closes.append(f"{_events(overlay.closes_one)} of the same {overlay.named_by}")
        closes += [f"the day in `{fact}`" for fact in overlay.until]
        closes += [f"the day after that in `{fact}`" for fact in overlay.through]
        yield _line(
            f"`{overlay.flag}`", overlay.words, overlay.says, _events(overlay.opens),
            "<br>".join(closes),
        )  # fmt: skip


def _oddities() -> Iterator[str]:
    yield "## What an entry is remarked on for"
    yield ""
    yield _line("Code", "When")
    yield _line("---", "---")
    for code in Oddity:
        yield _line(f"`{code}`", ODDITIES[code])


def _names(stages: Iterable[Stage]) -> str:
    """Return stages, by the name of a group where a whole one is among them."""
    left, named = set(stages), []
    if left >= ANY:
        return "any stage"
    if len(left) > len(ANY) // 2:
        return f"any but {_names(ANY - left)}"
    for words, group in GROUPS.items():
        if left >= group:
            named.append(words)
            left -= group
    return ", ".join([*named, *([_list(left)] if left else [])])


def _list(stages: Iterable[Stage]) -> str:
    return ", ".join(f"`{stage}`" for stage in _in_order(stages))


def _in_order(stages: Iterable[Stage]) -> list[Stage]:
    given = set(stages)
    return [stage for stage in Stage if stage in given]


def _line(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
