"""What was found out of the ordinary, as the page lists it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q, QuerySet

from sendpath.audit.acting import saw
from sendpath.oversight.models import AreaSetting, DayLookedOver, Finding
from sendpath.oversight.rules import NUMBERS, RULES, Rule
from sendpath.oversight.selectors.looks import names_of
from sendpath.people import selectors as people

OPEN = Q(dismissed_at__isnull=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One finding as people read it."""

    pk: int
    rule: Rule
    day: date
    who: str
    child: str
    child_id: int | None
    fact: str
    dismissed_at: datetime | None
    dismissed_by: str
    reason: str


def findings(*, dismissed: bool, rule: str = "", user: int | None = None) -> QuerySet[Finding]:
    """Return what is to be followed up, or what was, the latest first."""
    rows = Finding.objects.filter(~OPEN if dismissed else OPEN).select_related("dismissed_by")
    if rule:
        rows = rows.filter(rule=rule)
    return rows.filter(user=user) if user else rows


def counts() -> Mapping[str, int]:
    """Return how many findings of each rule are still to be followed up."""
    rows = Finding.objects.filter(OPEN).values_list("rule").order_by("rule")
    return dict(rows.annotate(number=Count("pk")))


def shown(found: Collection[Finding]) -> list[Shown]:
    """Return findings in words, with the names of the children: who oversees sees whose it was."""
    wanted = {one.child for one in found if one.child}
    known = people.anybody_for_oversight().filter(pk__in=wanted)
    children = {person.pk: person for person in known}
    saw(children=children)
    names = names_of(one.user for one in found)
    return [
        Shown(
            pk=one.pk,
            rule=RULES[one.rule],
            day=one.day,
            who=names.get(one.user, f"user {one.user}") if one.user else "Several people",
            child=children[one.child].full_name if one.child in children else "",
            child_id=one.child if one.child in children else None,
            fact=fact_in_words(one.facts),
            dismissed_at=one.dismissed_at,
            dismissed_by=one.dismissed_by.display_name if one.dismissed_by else "",
            reason=one.reason,
        )
        for one in found
    ]


def fact_in_words(facts: Mapping[str, int | str]) -> str:
    """Return what made it a finding, in a few words."""
    if "usual" in facts:
        return f"{facts['children']} children in one hour; their usual is {facts['usual']}."
    if "first" in facts:
        return f"{_several(facts['children'], 'child', 'children')}, from {facts['first']}."
    if "people" in facts:
        return f"{facts['people']} people in {facts['days']} days."
    return f"{_several(facts['times'], 'page', 'pages')}."


def numbers() -> dict[str, int]:
    """Return each number that the rules go by, as the area has it."""
    own = dict(AreaSetting.objects.values_list("key", "value"))
    return {key: own.get(key, number.default) for key, number in NUMBERS.items()}


def last_looked_over() -> DayLookedOver | None:
    """Return the latest day whose looks the rules were put to."""
    return DayLookedOver.objects.order_by("-day").first()


def _several(number: object, one: str, many: str) -> str:
    return f"1 {one}" if number == 1 else f"{number} {many}"
