"""Hartwell, the fictional county on which the product is shown and tried.

A return holds the flow of one calendar year and the plans on survey day, so no single
lawful return can show seven years. Hartwell therefore has four, of the survey years since
returns hold a record for each person (2023 to 2026), and each person is in one of them: the
last they belong in. Plans that ended are in the return of the year after; everybody with a
plan or a decision to come is in 2026. Load them in any order: nobody is in two.

Two things follow. Dates of 2019 to 2024 are given as they were, not as H (historical), so
that history can be seen; the checks raise query S2-218 for these, and no error. And the 693
plans that ended before 2022, when returns held totals only, are in a table beside them:
without it the Januaries of 2019 to 2021 come out lower than published.

Totals up to 2024 are those of Hertfordshire; 2025 is made up. See `data/SOURCE.md`.
"""

from sendpath.returns.hartwell.area import Area, Size
from sendpath.returns.hartwell.figures import figures
from sendpath.returns.hartwell.write import Summary, return_name, write_area

__all__ = ["Area", "Size", "Summary", "figures", "return_name", "write_area"]
