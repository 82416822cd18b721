"""Pairs of records that may be of one person, for the pages on which somebody decides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Count, QuerySet
from django.shortcuts import get_object_or_404

from sendpath.accounts.models import User
from sendpath.audit.acting import saw
from sendpath.core.people.comparing import DIFFERENT, SAME
from sendpath.core.people.score import Band, Caution, Evidence
from sendpath.core.people.wording import BANDS, CALLED, CAUTIONS, says, speaks
from sendpath.people.belongings import moving
from sendpath.people.models import MatchDecision, MatchRun, Person, PossibleMatch
from sendpath.people.selectors.facts import sees_home
from sendpath.people.selectors.find import visible_to
from sendpath.web.templatetags.govuk import plural, short_date

State = PossibleMatch.State
WITHHELD = "Not shown: a safe address"
SEXES = {"F": "Female", "M": "Male"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A pair as the list shows it: who, how sure, and the best reasons."""

    match: PossibleMatch
    words: str
    colour: str
    percent: str
    alike: str
    unlike: str
    cautions: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One thing compared: what stands in each record, what it shows, and which way it speaks."""

    name: str
    first: str
    second: str
    says: str
    speaks: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of two records: the person, and all that hangs on the record."""

    person: Person
    has: list[str]


def matches_in_view(user: User) -> QuerySet[PossibleMatch]:
    """Return the pairs of which somebody may see both, the surest first."""
    seen = visible_to(user).values("pk")
    both = PossibleMatch.objects.filter(first__in=seen, second__in=seen)
    return both.select_related("first", "second", "owner").order_by("rank", "-weight", "pk")


def match_for(user: User, pk: int) -> PossibleMatch:
    """Return a pair of which this person may see both; any other is not found."""
    match = get_object_or_404(matches_in_view(user), pk=pk)
    saw(children=[match.first_id, match.second_id])
    return match


def counts_by_state(user: User) -> dict[str, int]:
    """Return how many pairs wait for a decision, and how many have one."""
    found = matches_in_view(user).order_by().values_list("state").annotate(Count("pk"))
    return dict(found)


def line(match: PossibleMatch) -> Line:
    """Return a pair as the list shows it."""
    saw(children=[match.first_id, match.second_id])
    words, colour = BANDS[Band(match.band)]
    evidence = list(_evidence(match))
    alike = [CALLED[e.field].lower() for e in evidence if e.weight > 1 and e.level != DIFFERENT]
    unlike = [CALLED[e.field].lower() for e in evidence if e.level == DIFFERENT]
    return Line(
        match=match,
        words=words,
        colour=colour,
        percent=percent(match),
        alike=", ".join(alike).replace("upn", "UPN").replace("uln", "ULN").replace("nhs", "NHS"),
        unlike=", ".join(unlike).replace("upn", "UPN").replace("uln", "ULN").replace("nhs", "NHS"),
        cautions=cautions(match),
    )


def percent(match: PossibleMatch) -> str:
    """Return the likelihood in words. Beside a caution it would say more than is known."""
    if match.cautions:
        return "No likelihood is given: the sum does not know of twins or of numbers gone astray."
    hundred = round(match.probability * 100)
    share = "over 99" if hundred > 99 else max(hundred, 1)
    return f"On what is assumed, {share} in 100 such pairs are one person."


def cautions(match: PossibleMatch) -> list[str]:
    """Return what to beware of, in words."""
    return [CAUTIONS[Caution(code)] for code in match.cautions]


def compared(match: PossibleMatch, user: User) -> list[Compared]:
    """Return everything compared, what tells most first.

    Where one of the two must not be found, neither home is told: they may be the same.
    """
    told = all(sees_home(user, one) for one in (match.first, match.second))
    home = "" if told else WITHHELD
    return [
        Compared(
            name="Names" if each.level == "crossed" else CALLED[each.field],
            first=_shown(match.first, each, home),
            second=_shown(match.second, each, home),
            says=says(each),
            speaks=speaks(each),
        )
        for each in _evidence(match)
    ]


def side(person: Person) -> Side:
    """Return a record with what hangs on it, as it would move."""
    return Side(person=person, has=[words for _, words in hanging_on(person.pk)])


def hanging_on(person_id: int) -> Iterator[tuple[str, str]]:
    """Yield what would move with this record: the name of its table, and words for each row."""
    for belonging in moving():
        for words in belonging.words(belonging.of(person_id)).values():
            yield belonging.name, words


def what_would_happen(kept: Person, other: Person) -> list[str]:
    """Say what joining the other record to the kept one would do, line by line."""
    lines = [f"{words} moves to the record that is kept." for _, words in hanging_on(other.pk)]
    for kind in ("upn", "uln", "nhs_number"):
        here, there = getattr(kept, kind), getattr(other, kind)
        if there and here and here != there:
            lines.append(f"{CALLED[kind]} {here} stays. {there} is kept as a former number.")
        elif there and not here:
            lines.append(f"{CALLED[kind]} {there} goes to the record that is kept.")
    lines.append(
        f"The name, date of birth and address stay those of the record that is kept: "
        f"{kept.full_name}, born {short_date(kept.birth_date)}."
    )
    lines.append("Links to the other record lead to the kept one. All of this can be undone.")
    return lines


def decisions(match: PossibleMatch) -> QuerySet[MatchDecision]:
    """Return what was decided about a pair, the latest first."""
    return match.decisions.select_related("decided_by", "owner").order_by("-pk")


def latest_search() -> MatchRun | None:
    """Return the last search of the whole record that came to its end."""
    return MatchRun.objects.filter(ended_at__isnull=False).order_by("-pk").first()


def search_in_words(run: MatchRun | None) -> str:
    """Say when the record was last searched, and how widely."""
    if run is None or run.ended_at is None:
        return "The record has not been searched yet. It is searched each night."
    return (
        f"Last searched on {short_date(run.ended_at)}: {plural(run.people, 'person,people')}, "
        f"{plural(run.compared, 'pair')} compared. It is searched each night and after each return."
    )


def _evidence(match: PossibleMatch) -> Iterator[Evidence]:
    for each in match.evidence:
        yield Evidence(**each)


def _shown(person: Person, evidence: Evidence, withheld: str) -> str:
    if evidence.field == "postcode" and withheld:
        return withheld
    if evidence.level == "crossed":
        return f"{person.forename} {person.surname}"
    if evidence.field == "birth_date":
        return str(short_date(person.birth_date))
    value = str(getattr(person, evidence.field))
    return (
        SEXES.get(value, value)
        if evidence.field == "sex"
        else value or ("Now or formerly the same" if evidence.level == SAME else "A former one")
    )
