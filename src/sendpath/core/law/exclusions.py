"""What the rules of exclusion have in common: which exclusions they are about, and what ends them.

SI 2012/1033 and SI 2007/1870. Facts of an exclusion's events: `exclusion_type` (permanent or
suspension), `length` and `term_total` in school days, `representations` and `exam` (yes or no),
`calendar` (whose school days are counted) and, of a decision, `outcome`: the board's is upheld or
reinstated, the panel's is upheld, recommend or quash. A fact that is missing rules nothing out.
"""

from __future__ import annotations

from datetime import date

from sendpath.core.casefile.events import Kind
from sendpath.core.law.rule import When
from sendpath.core.law.wording import one_of, when

PERMANENT, SUSPENSION = "permanent", "suspension"
UP_TO_FIVE, SIX_TO_FIFTEEN, UP_TO_FIFTEEN = range(6), range(6, 16), range(16)
SIXTEEN_OR_MORE = range(16, 1000)
MORE_THAN_FIVE = one_of(None, *range(6, 1000))
IN_FORCE_2012, IN_FORCE_2007 = date(2012, 9, 1), date(2007, 9, 1)

NAMED_BY = ("exclusion_type",)
"""A board that looks at a permanent exclusion has not looked at a suspension."""

DECIDED = when(Kind.EXCLUSION_DECIDED, "The head teacher decided to exclude")
CANCELLED = when(Kind.EXCLUSION_CANCELLED, "The exclusion was cancelled")
"""It touches only what began since the latest decision to exclude: see `Started.new_matter`."""
REINSTATED = when(
    Kind.BOARD_DECISION_GIVEN, "The board took the pupil back", outcome=one_of("reinstated")
)
BOARD_LOOKED = (
    when(Kind.BOARD_MET, "The governing board met to consider it"),
    When(
        kind=Kind.BOARD_DECISION_GIVEN,
        words="By then the board must have considered it",
        implied=True,
    ),
)
EDUCATION_BEGAN = when(
    Kind.EXCLUSION_EDUCATION_STARTED, "Full-time education for the excluded pupil began"
)
