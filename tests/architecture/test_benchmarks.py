"""The benchmarks are found by their files, and their page says what is not kept."""

from dataclasses import replace

import pytest

from tools.bench.benchmark import Figure, benchmarks
from tools.bench.results import FOLDER, Result, results
from tools.docs_benchmarks import page_of

FIGURE = Figure(what="A page, SQLite", values=(90.0, 100.0, 110.0), unit="ms", promise=100)


def result(figure):
    return Result(
        title="Pages",
        about="Eight people.",
        measured_on="1 March 2026",
        machine="2 processors",
        commit="abc1234",
        figures=[figure],
    )


def test_every_benchmark_has_a_result_and_every_result_a_benchmark():
    assert sorted(results()) == sorted(benchmarks())
    assert all(path.suffix == ".json" for path in FOLDER.iterdir())


@pytest.mark.parametrize(
    ("values", "at_least", "kept"),
    [
        ((100.0,), False, True),
        ((100.1,), False, False),
        ((100.0,), True, True),
        ((99.9,), True, False),
        ((90.0, 100.0, 300.0), False, True),  # the median counts
        ((90.0, 101.0, 102.0), False, False),
    ],
)
def test_a_promise_is_judged_by_the_median(values, at_least, kept):
    assert replace(FIGURE, values=values, at_least=at_least).kept is kept


def test_what_nobody_promised_cannot_be_broken():
    assert replace(FIGURE, values=(1e9,), promise=None).kept


def test_the_page_says_first_what_is_not_kept():
    page = page_of({"pages": result(replace(FIGURE, values=(120.0, 130.0)))})

    assert "- Pages: A page, SQLite: 125 ms, promised at most 100 ms" in page.splitlines()
    assert page.index("promises are not kept") < page.index("## Pages")
    assert "| A page, SQLite | 125 ms | 120 to 130 | 2 |  | at most 100 ms | **no** |" in page


def test_the_page_says_how_often_a_promise_was_kept():
    page = page_of({"pages": result(replace(FIGURE, others=(0.04, 1.26, 0.3)))})

    assert "All 1 promises are kept." in page
    row = "| A page, SQLite | 100 ms | 90.0 to 110 | 3 | 0.0 to 1.3 | at most 100 ms |"
    assert f"{row} yes, in 2 of 3 runs |" in page.splitlines()
