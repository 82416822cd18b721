"""What is out of the ordinary, as data: each rule with its reason, and each number it goes by.

A number here is where an area begins, not a finding of anybody's: each area settles its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Number:
    """A number that the rules go by: how it is asked for, what it may be, where it begins."""

    key: str
    label: str
    default: int
    within: range


NUMBERS: Mapping[str, Number] = {
    number.key: number
    for number in (
        Number("opens", "Hour at which a working day begins", 7, range(13)),
        Number("closes", "Hour at which a working day ends", 20, range(12, 25)),
        Number("many_an_hour", "Children opened in an hour that are many", 30, range(2, 1001)),
        Number("times_usual", "How many times somebody’s usual busiest hour", 3, range(1, 101)),
        Number("usual_days", "Days back that say what is usual", 30, range(7, 366)),
        Number("many_people", "Different people opening one record that are many", 10,
               range(2, 1001)),
        Number("many_days", "Days within which they are counted", 7, range(1, 91)),
    )
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rule:
    """One way in which looks can be out of the ordinary, and why somebody should ask."""

    key: str
    title: str
    why: str


RULES: Mapping[str, Rule] = {
    rule.key: rule
    for rule in (
        Rule(
            "same_surname", "Same surname as a family they know",
            "They declared a family with this surname. Nobody works with a family they know "
            "outside work, unless a manager has agreed to it. A common name may be all it is.",
        ),
        Rule(
            "same_address", "Same postcode as a family they know",
            "They declared a family at this postcode. Nobody works with a family they know "
            "outside work, unless a manager has agreed to it.",
        ),
        Rule(
            "break_glass", "Opened in an emergency",
            "They opened a record they may not usually see, and gave a reason. Each one is "
            "looked at by somebody else afterwards.",
        ),
        Rule(
            "not_theirs", "Neither theirs nor their team’s",
            "Today neither they nor their team hold a case of this child. Cases move, and cover "
            "is given: ask what the look was for.",
        ),
        Rule(
            "many_an_hour", "Many children in an hour",
            "They opened far more records in an hour than they usually do. It may be a review of "
            "a caseload; it may be somebody taking records.",
        ),
        Rule(
            "out_of_hours", "Outside working hours",
            "They opened records early, late, or on a day on which offices are shut.",
        ),
        Rule(
            "many_people", "A record that many people open",
            "Many different people opened this record in a short time. A case in the news draws "
            "looks out of curiosity.",
        ),
        Rule(
            "case_over", "A case that is over",
            "No case of this child is open. There are good reasons to go back, and they can be "
            "said.",
        ),
    )
}  # fmt: skip
