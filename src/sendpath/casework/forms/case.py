"""Finding a child, looking at a past day, and saying who holds a case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from sendpath.accounts.models import Team, User
from sendpath.accounts.selectors import case_holders
from sendpath.web import clock
from sendpath.web.forms import DateField

SHORTEST_NAME = 2
NOBODY = "nobody"


class FindForm(forms.Form):
    """A name or a number, and a date of birth: either is enough."""

    words = forms.CharField(
        label="Name or number",
        help_text="A name in any order, however it is spelt, or a UPN, ULN or NHS number",
        required=False,
        max_length=100,
    )
    born_on = DateField(
        label="Date of birth",
        called="the date of birth",
        help_text="If you know it. For example, 26 5 2015",
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """Ask for something to look for."""
        words, born_on = self.cleaned_data.get("words", ""), self.cleaned_data.get("born_on")
        if not words and not born_on and not self.errors:
            self.add_error("words", "Enter a name or number, or a date of birth")
        elif 0 < len(words) < SHORTEST_NAME:
            self.add_error("words", "Enter at least 2 letters of the name")
        return self.cleaned_data


class KnownOnForm(forms.Form):
    """The past day on which to see a case as it was known then."""

    known_on = DateField(
        label="Which day?",
        called="the day to look back to",
        help_text="For example, 16 1 2026. It shows what was known at the end of that day.",
        required=False,
    )

    def __init__(self, data: Mapping[str, Any] | None) -> None:
        super().__init__(_split(data))

    def clean_known_on(self) -> date | None:
        """Refuse a day that has not ended."""
        day: date | None = self.cleaned_data["known_on"]
        if day and day > clock.today():
            raise ValidationError("The day to look back to must be today or in the past")
        return day


class AllocateForm(forms.Form):
    """Who is to hold a case: an officer, a team with no officer yet, or nobody."""

    def __init__(self, data: Mapping[str, Any] | None, *, current: str, team: int | None) -> None:
        super().__init__(data, initial={"holder": current})
        self.officers = {
            f"officer-{held.user_id}-{held.team_id}": held for held in case_holders(clock.today())
        }
        self.teams = {f"team-{team.pk}": team for team in self._own_first(team)}
        self.fields["holder"] = forms.ChoiceField(
            label="Who is to hold this case?",
            widget=forms.RadioSelect,
            choices=[*self._by_team(), ("Nobody", [(NOBODY, "No team and no officer")])],
            error_messages={"required": "Choose who is to hold this case"},
        )

    def chosen(self) -> tuple[Team | None, User | None]:
        """Return the team and the officer chosen."""
        holder = self.cleaned_data["holder"]
        held = self.officers.get(holder)
        return (held.team, held.user) if held else (self.teams.get(holder), None)

    @staticmethod
    def _own_first(own: int | None) -> list[Team]:
        return sorted(Team.objects.all(), key=lambda team: team.pk != own)

    def _by_team(self) -> Iterable[tuple[str, list[tuple[str, str]]]]:
        for key, team in self.teams.items():
            people = [
                (code, held.user.display_name)
                for code, held in self.officers.items()
                if held.team_id == team.pk
            ]
            yield f"{team.name} team", [*people, (key, f"Nobody yet, in {team.name}")]


def _split(data: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    """Let an address give the day in one piece, as in ?known_on=2026-01-16."""
    if not data or not (whole := str(data.get("known_on", ""))):
        return data
    parts = dict(zip(("year", "month", "day"), whole.split("-", 2), strict=False))
    return {f"known_on_{part}": parts.get(part, "") for part in ("day", "month", "year")}
