"""The versions of the law that the engine knows, each with the days it covers.

A clock goes by the version in force on the day it started, so an old letter stays explainable.
What has been enacted but not begun, and what is only proposed, is here so that it can be named;
nothing applies it. Councils' own habits have a version of their own, so that none looks like law.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from sendpath.core.law.source import CORONAVIRUS, DEVON, IN_FORCE, LEGISLATION, Confidence, Law


class Status(StrEnum):
    """How far a version of the law has got."""

    IN_FORCE = "in force"
    ENDED = "no longer in force"
    NOT_COMMENCED = "not commenced"
    PROPOSED = "proposed"
    NOT_LAW = "a habit, not law"


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSet:
    """One version of the law: what changed, from when to when, and how that was checked.

    `since` is None where no day has been set. `until` is its last day, None while it lasts.
    """

    id: str
    title: str
    changed: str
    status: Status
    confidence: Confidence
    since: date | None
    until: date | None = None
    law: Law | None = None

    def covers(self, day: date) -> bool:
        """Say whether it was law on a day."""
        if self.status in NEVER_LAW or self.since is None:
            return False
        return self.since <= day and (self.until is None or day <= self.until)


NEVER_LAW = frozenset({Status.NOT_COMMENCED, Status.PROPOSED, Status.NOT_LAW})


def _instrument(name: str, number: str) -> Law:
    return Law(name, f"SI {number}", f"{LEGISLATION}uksi/{number}")


READ, SECONDARY, UNREAD = Confidence.READ, Confidence.SECONDARY, Confidence.UNREAD

_ALL = (
    RuleSet(
        id="ENG-2014",
        title="Children and Families Act 2014",
        changed="Part 3 of the Act, the SEND Regulations 2014 and the Code of Practice began. EHC "
        "plans took the place of statements.",
        status=Status.IN_FORCE,
        confidence=READ,
        since=IN_FORCE,
        law=Law("Children and Families Act 2014", "Part 3", f"{LEGISLATION}ukpga/2014/6/part/3"),
    ),
    RuleSet(
        id="ENG-2014-trans",
        title="From statements to plans",
        changed="Children with a statement were reviewed and moved to an EHC plan. It is kept for "
        "old cases only.",
        status=Status.ENDED,
        confidence=SECONDARY,
        since=IN_FORCE,
        until=date(2018, 3, 31),
        law=_instrument(
            "Children and Families Act 2014 (Transitional and Saving Provisions) (No. 2) "
            "Order 2014",
            "2014/2270",
        ),
    ),
    RuleSet(
        id="ENG-2014-reg18(3)",
        title="Moves to a post-16 institution in 2015",
        changed="For moves in 2015 the plan had to name the institution before 31 May, not before "
        "31 March.",
        status=Status.ENDED,
        confidence=READ,
        since=date(2015, 1, 1),
        until=date(2015, 12, 31),
        law=Law(
            "SEND Regulations 2014 (SI 2014/1530)",
            "regulation 18(3)",
            f"{LEGISLATION}uksi/2014/1530/regulation/18",
        ),
    ),
    RuleSet(
        id="ENG-2015-03",
        title="Appeals that the council does not oppose",
        changed="Regulation 45 was written anew: 2, 10 and 14 weeks to assess, 5 and 11 weeks to "
        "make a plan, 5 weeks to amend one and 2 weeks to change the school. Some councils' pages "
        "still give the shorter list that stood before.",
        status=Status.IN_FORCE,
        confidence=READ,
        since=date(2015, 3, 23),
        law=_instrument("SEND (Amendment) Regulations 2015", "2015/359"),
    ),
    RuleSet(
        id="ENG-2015-04",
        title="Detained children and young people",
        changed="Those in youth custody came under rules of their own for assessment and plans.",
        status=Status.IN_FORCE,
        confidence=READ,
        since=date(2015, 4, 1),
        law=_instrument("SEND (Detained Persons) Regulations 2015", "2015/62"),
    ),
    RuleSet(
        id="ENG-2018-04",
        title="Recommendations on health and social care",
        changed="The Tribunal may recommend changes to the health and social care parts of a plan. "
        "It is for decisions and plans made on or after this day.",
        status=Status.IN_FORCE,
        confidence=READ,
        since=date(2018, 4, 3),
        law=_instrument(
            "SEND (First-tier Tribunal Recommendations Power) Regulations 2017", "2017/1306"
        ),
    ),
    RuleSet(
        id="ENG-2020-covid",
        title="The coronavirus amendments",
        changed="Limits became “as soon as reasonably practicable” where coronavirus made keeping "
        "them impractical. They ended on their own.",
        status=Status.ENDED,
        confidence=READ,
        since=date(2020, 5, 1),
        until=date(2020, 9, 25),
        law=CORONAVIRUS,
    ),
    RuleSet(
        id="ENG-2020-r12",
        title="August and Christmas at the Tribunal",
        changed="Rule 12(3) of the Tribunal's rules was kept for special educational needs cases. "
        "Disability claims lost it.",
        status=Status.IN_FORCE,
        confidence=READ,
        since=date(2020, 7, 21),
        law=Law(
            "Tribunal Procedure (Amendment) Rules 2020",
            "amending rule 12 of SI 2008/2699",
            f"{LEGISLATION}uksi/2008/2699/article/12",
        ),
    ),
    RuleSet(
        id="ENG-2022-devon",
        title="The judgment on annual reviews",
        changed="The High Court held that the notice of amendments must come within the same 4 "
        "weeks of the meeting as the decision. A judgment says what the law always was.",
        status=Status.IN_FORCE,
        confidence=READ,
        since=date(2022, 3, 8),
        law=DEVON,
    ),
    RuleSet(
        id="ENG-2022-ICB",
        title="Integrated care boards",
        changed="Integrated care boards took over what clinical commissioning groups had owed.",
        status=Status.IN_FORCE,
        confidence=UNREAD,
        since=date(2022, 7, 1),
    ),
    RuleSet(
        id="ENG-2022/23-excl",
        title="Suspensions and exclusions, 2022 and 2023",
        changed="The council must be told of every suspension and exclusion, and social workers "
        "and virtual school heads too. From September 2023 exclusions may be cancelled and panels "
        "may meet by video.",
        status=Status.IN_FORCE,
        confidence=SECONDARY,
        since=date(2022, 9, 1),
        law=_instrument(
            "School Discipline (Pupil Exclusions and Reviews) (England) Regulations 2012",
            "2012/1033",
        ),
    ),
    RuleSet(
        id="ENG-2024-pupilreg",
        title="Pupil registration",
        changed="New regulations on the register and on attendance, with a return for pupils away "
        "through illness for 15 days.",
        status=Status.IN_FORCE,
        confidence=SECONDARY,
        since=date(2024, 8, 19),
        law=_instrument("School Attendance (Pupil Registration) (England) Regulations", "2024/208"),
    ),
    RuleSet(
        id="ENG-2026-CWS",
        title="Children's Wellbeing and Schools Act 2026",
        changed="Consent to leave a special school for home education, and registers of children "
        "not in school. Passed on 29 April 2026. These parts wait for regulations that set a day.",
        status=Status.NOT_COMMENCED,
        confidence=READ,
        since=None,
        law=Law(
            "Children's Wellbeing and Schools Act 2026",
            "sections 37 to 42",
            f"{LEGISLATION}ukpga/2026/21",
        ),
    ),
    RuleSet(
        id="ENG-2029+",
        title="The white paper of February 2026",
        changed="Individual Support Plans for every child with SEND, reviews at the end of each "
        "key stage, and other changes. No bill had been seen when this was written, and no "
        "time limit in it is known.",
        status=Status.PROPOSED,
        confidence=SECONDARY,
        since=None,
    ),
    RuleSet(
        id="local",
        title="Dates that councils keep",
        changed="Many councils work to a date that no law sets. It is shown as theirs.",
        status=Status.NOT_LAW,
        confidence=SECONDARY,
        since=None,
    ),
)  # fmt: skip

RULESETS: Mapping[str, RuleSet] = MappingProxyType({ruleset.id: ruleset for ruleset in _ALL})
"""By id, in the order they came."""
