"""Two Hartwells: one small, and one the size of a county."""

from itertools import chain

import pytest

from sendpath.returns.hartwell import Area, Size
from sendpath.returns.hartwell.area import RETURNS


@pytest.fixture(scope="session")
def small():
    return Area(Size.SMALL, seed=1)


@pytest.fixture(scope="session")
def county():
    return Area(Size.COUNTY, seed=1)


@pytest.fixture(scope="session")
def january_2026(county):
    """Everybody in the county's return of 2026."""
    return [entry.record for entry in county.entries(2026)]


@pytest.fixture(scope="session")
def everybody(county, january_2026):
    """Everybody in the county's four returns, and those whose plan ended before them."""
    earlier = (county.entries(year) for year in RETURNS if year != 2026)
    rest = [entry.record for entry in chain(*earlier, county.ended_early())]
    return [*rest, *january_2026]
