"""What can only be seen over a whole return: the same person twice, and shares.

Names are kept as digests only: enough to see that two are the same, and no more.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import blake2b

from sendpath.core.sen2.chain import Person, Plan

Place = tuple[int, int]
"""The number of a person in the file, and the line where they begin."""


@dataclass(frozen=True, slots=True)
class Share:
    """A share that asks for a note when it is passed: of whom, how many, and the most."""

    rule: str
    field: str
    most: float
    counted: str


SHARES = (
    Share("S2-108", "Ethnicity", 0.05, "people without a known ethnicity"),
    Share("S2-309", "Week20", 0.20, "plans issued with an exception"),
    Share("S2-410", "CeaseReason", 0.05, "ended plans with reason 9"),
    Share("S2-604", "SENtype", 0.10, "plans with first need OTH"),
)


@dataclass(slots=True)
class WholeReturn:
    """Counts and likenesses, gathered a person at a time."""

    people: int = 0
    all_of: Counter[str] = field(default_factory=Counter)
    those: Counter[str] = field(default_factory=Counter)
    alike: dict[tuple[str, str], dict[bytes | str, list[Place]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )

    def add(self, person: Person, number: int) -> None:
        """Take one more person into account."""
        self.people = number
        self._count("S2-108", person.values.get("Ethnicity") in ("NOBT", "REFU"))
        for request in person.requests:
            for active in request.active:
                first = [n for n in active.needs if n.values.get("SENtypeRank") == "1"]
                self._count("S2-604", any(n.values.get("SENtype") == "OTH" for n in first))
        for plan in person.plans:
            self._add_plan(plan)
        self._add_likeness(person, (number, person.record.line))

    def _add_plan(self, plan: Plan) -> None:
        survey, made = plan.survey, plan.assessment
        issued = made.decided if made.outcome == "Y" else None
        if issued and survey.period_start <= issued <= survey.period_end:
            self._count("S2-309", made.values.get("Week20") == "1")
        if plan.ceased:
            self._count("S2-410", plan.values.get("CeaseReason") == "9")

    def _add_likeness(self, person: Person, place: Place) -> None:
        values = person.values
        if "UPN" in values:
            self.alike["S2-119", "UPN"][values["UPN"]].append(place)
        if "UniqueLearnerNumber" in values:
            number = values["UniqueLearnerNumber"]
            self.alike["S2-121", "UniqueLearnerNumber"][number].append(place)
        who = [values.get(item, "") for item in ("Surname", "Forename", "PersonBirthDate")]
        if all(who):
            digest = blake2b("\n".join(who).casefold().encode(), digest_size=16).digest()
            self.alike["S2-122", "Surname"][digest].append(place)

    def _count(self, rule: str, counts: bool) -> None:
        self.all_of[rule] += 1
        self.those[rule] += counts

    def shares_passed(self) -> Iterator[tuple[Share, str]]:
        """Yield each share that is over its limit, with the counts in words."""
        for share in SHARES:
            those, all_of = self.those[share.rule], self.all_of[share.rule]
            if those > share.most * all_of:
                yield share, f"{those:,} of {all_of:,}: {share.counted}."

    def shared(self) -> Iterator[tuple[str, str, Place, str]]:
        """Yield rule, item and place of each person who seems to be there twice, and with whom."""
        for (rule, item), groups in self.alike.items():
            for places in groups.values():
                for place in places if len(places) > 1 else ():
                    others = [number for number, _ in places if number != place[0]]
                    yield rule, item, place, f"Also person {', '.join(map(str, others[:5]))}."
