"""docs/benchmarks.md, from the results that `./run bench` keeps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tools.bench.benchmark import Figure
from tools.bench.results import Result, results

INTRODUCTION = (
    "# Speed and size\n"
    "Measured by `./run bench`, which also writes this page; `./run bench NAME` measures one part "
    "again. Each figure is the median of its runs, and beside it are the lowest and the highest. "
    "“Others” is how many of the processors other programs used meanwhile: near 0 the machine was "
    "quiet, and from about 1 every time is longer than it need be. A promise is judged by the "
    "median.\n"
)


def benchmarks_page() -> str:
    """Return the page of the results that are kept in docs/benchmarks/."""
    return page_of(results())


def page_of(found: Mapping[str, Result]) -> str:
    """Return the page: what is not kept, then a section for each benchmark."""
    sections = [_section(name, result) for name, result in found.items()]
    return "\n".join([INTRODUCTION, _promises(found), *sections])


def _promises(found: Mapping[str, Result]) -> str:
    promised = [
        (result.title, figure)
        for result in found.values()
        for figure in result.figures
        if figure.promise is not None
    ]
    broken = [
        f"- {title}: {figure.what}: {_measured(figure)}, promised {_promise(figure)}"
        for title, figure in promised
        if not figure.kept
    ]
    if not broken:
        return f"All {len(promised)} promises are kept.\n"
    lines = "\n".join(broken)
    return f"**{len(broken)} of {len(promised)} promises are not kept:**\n\n{lines}\n"


def _section(name: str, result: Result) -> str:
    rows = "\n".join(_row(figure) for figure in result.figures)
    return (
        f"## {result.title}\n"
        f"{result.about}\n\n"
        f"`./run bench {name}`, {result.measured_on}, commit {result.commit}, on "
        f"{result.machine}.\n\n"
        "| what | median | lowest to highest | runs | others | promised | kept |\n"
        f"|---|---|---|---|---|---|---|\n{rows}\n"
    )


def _row(figure: Figure) -> str:
    lowest, highest = min(figure.values), max(figure.values)
    spread = f"{_number(lowest)} to {_number(highest)}" if len(figure.values) > 1 else ""
    return " | ".join(
        [
            f"| {figure.what}", _measured(figure), spread, str(len(figure.values)),
            _span(figure.others), _promise(figure), f"{_kept(figure)} |",
        ]
    )  # fmt: skip


def _measured(figure: Figure) -> str:
    return f"{_number(figure.median)} {figure.unit}"


def _promise(figure: Figure) -> str:
    if figure.promise is None:
        return ""
    bound = "at least" if figure.at_least else "at most"
    return f"{bound} {figure.promise:,.0f} {figure.unit}"


def _kept(figure: Figure) -> str:
    if figure.promise is None:
        return ""
    if not figure.kept:
        return "**no**"
    runs = sum(map(figure.keeps, figure.values))
    return "yes" if runs == len(figure.values) else f"yes, in {runs} of {len(figure.values)} runs"


def _span(values: Iterable[float]) -> str:
    written = sorted(round(value, 1) for value in values)
    if not written or written[0] == written[-1]:
        return f"{written[0]}" if written else ""
    return f"{written[0]} to {written[-1]}"


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}"
