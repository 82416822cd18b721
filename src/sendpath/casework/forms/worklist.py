"""The filters of the worklist. They are a GET form, so a filtered list has an address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from django import forms
from django.utils.safestring import SafeString

from sendpath.accounts.models import Team, User
from sendpath.accounts.roles import May, Reach
from sendpath.accounts.selectors import case_holders
from sendpath.casework.selectors.worklist import ANYONE, DUTIES, ME, NOBODY, Wanted, When
from sendpath.database.made_ready import Statement, made_ready, read
from sendpath.web import clock

WHEN_WORDS: Mapping[When, str] = {
    When.ALL: "Any time",
    When.OVERDUE: "Overdue",
    When.THIS_WEEK: "Due this week",
    When.FOUR_WEEKS: "Due in the next 4 weeks",
    When.LATER: "Due later than that",
    When.UNTOLD: "The return does not say",
}


ASKED = ("officer", "team", "duty", "when")
KEPT = 256  # forms: as many as are in use at once, of some ten kilobytes each
LONGEST = 60  # no choice is written in more letters

Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Filters:
    """Which duties a person asked for, and the fields of the form as they left them.

    `narrowed` says whether they asked for other duties than those they see first.
    """

    wanted: Wanted
    narrowed: bool
    fields: SafeString


class FiltersForm(forms.Form):
    """Whose duties, which, and when they are due. What is not understood is left out."""

    field_order = ASKED
    duty = forms.ChoiceField(
        label="Duty", required=False, choices=[("", "Every duty"), *DUTIES.items()]
    )
    when = forms.ChoiceField(
        label="When it is due",
        required=False,
        choices=[(when.value, words) for when, words in WHEN_WORDS.items()],
    )

    def __init__(
        self, data: Mapping[str, str], *, officers: Choices | None, teams: Choices
    ) -> None:
        super().__init__(data)
        if officers is not None:
            self.fields["officer"] = forms.ChoiceField(
                label="Officer",
                required=False,
                choices=[(ANYONE, "Anyone"), (ME, "Me"), (NOBODY, "Nobody yet"), *officers],
            )
        if teams:
            self.fields["team"] = forms.ChoiceField(
                label="Team", required=False, choices=[("", "Every team"), *teams]
            )
        self.order_fields(self.field_order)

    def wanted(self) -> Wanted:
        """Return what was asked for."""
        self.is_valid()
        said = self.cleaned_data
        return Wanted(
            officer=said.get("officer") or ANYONE,
            team=int(said["team"]) if said.get("team") else None,
            duty=said.get("duty", ""),
            when=When(said.get("when") or When.ALL),
        )


def worklist_filters(data: Mapping[str, str], *, user: User) -> Filters:
    """Return what this person asked for, whatever else the address says."""
    own = _own(user)
    said = {"officer": own, "when": When.ALL.value, **data}
    asked = tuple(said.get(name, "")[:LONGEST] for name in ASKED)
    return _filters(asked, own, _officers(user), _teams(user))


@lru_cache(maxsize=KEPT)
def _filters(asked: tuple[str, ...], own: str, officers: Choices | None, teams: Choices) -> Filters:
    """Write the form: a third of the time of a page, and the same whenever all this is.

    Nothing else may decide what it says: it is kept, and shown to whoever gives the same.
    """
    form = FiltersForm(dict(zip(ASKED, asked, strict=True)), officers=officers, teams=teams)
    wanted = form.wanted()
    return Filters(
        wanted=wanted,
        narrowed=wanted != Wanted(officer=own, when=wanted.when),
        fields=form.render(),
    )


def _own(user: User) -> str:
    """Return whose duties someone sees first: their own, if they work a caseload."""
    leads = user.sees(Reach.ALL_IN_AREA) or user.may(May.ALLOCATE)
    return ME if user.sees(Reach.ALLOCATED) and not leads else ANYONE


def _officers(user: User) -> Choices | None:
    """Return who else holds cases; None for someone whose list is nobody's caseload."""
    if not (user.sees(Reach.ALLOCATED) or user.sees(Reach.ALL_IN_AREA)):
        return None
    teams = None if user.sees(Reach.ALL_IN_AREA) else user.team_ids
    return tuple(
        (str(pk), User.named(first, last, username))
        for pk, first, last, username in read(_holders(teams, clock.today()))
        if pk != user.pk
    )


@lru_cache(maxsize=KEPT)
def _holders(teams: tuple[int, ...] | None, day: date) -> Statement:
    held = case_holders(day)
    if teams is not None:
        held = held.filter(team__in=teams)
    named = held.values_list("user", "user__first_name", "user__last_name", "user__username")
    return made_ready(named.distinct())


def _teams(user: User) -> Choices:
    """Return the teams to choose from; none for someone who sees their own alone."""
    if not user.sees(Reach.ALL_IN_AREA):
        return ()
    return tuple((str(pk), name) for pk, name in read(_every_team()))


@cache
def _every_team() -> Statement:
    return made_ready(Team.objects.values_list("pk", "name"))
