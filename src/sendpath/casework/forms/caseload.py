"""Moving cases from one officer to another, and arranging cover."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet

from sendpath.accounts.models import Membership, Team, User
from sendpath.accounts.selectors import case_holders
from sendpath.casework.models import Case
from sendpath.web import clock
from sendpath.web.forms import DateField

ALL, TICKED = "all", "ticked"
LISTED = 200
"""Cases to tick: more would be a page that nobody reads to its end."""


class MoveForm(forms.Form):
    """Which of an officer's cases are to move, and who is to hold them."""

    def __init__(self, data: Any, *, held: Sequence[Case]) -> None:
        super().__init__(data)
        self.held = {str(case.pk): case for case in held}
        count = f"{len(held)} case{'' if len(held) == 1 else 's'}"
        self.fields["which"] = forms.ChoiceField(
            label="Which cases?",
            widget=forms.RadioSelect,
            choices=[(ALL, f"All of them: {count}"), (TICKED, "Those I tick")],
            error_messages={"required": "Choose which cases are to move"},
        )
        listed = list(self.held.items())[:LISTED]
        self.fields["cases"] = forms.MultipleChoiceField(
            label="Cases",
            help_text=f"The first {LISTED}, by last name" if len(held) > LISTED else "",
            widget=forms.CheckboxSelectMultiple,
            required=False,
            choices=[(key, f"{one.person.full_name}, {one.reference}") for key, one in listed],
        )
        self.people = {f"{one.user_id}-{one.team_id}": one for one in case_holders(clock.today())}
        self.teams = {f"team-{team.pk}": team for team in Team.objects.order_by("name")}
        self.fields["holder"] = forms.ChoiceField(
            label="Who is to hold them?",
            choices=[("", ""), *self._by_team()],
            error_messages={"required": "Choose who is to hold them"},
        )
        self.order_fields(("which", "holder", "cases"))

    def clean(self) -> dict[str, Any]:
        """Ask for a tick where only some are to move."""
        said = self.cleaned_data
        if said.get("which") == TICKED and not said.get("cases") and "cases" not in self.errors:
            self.add_error("cases", "Tick the cases that are to move")
        return said

    def case_ids(self) -> list[int]:
        """Return the cases that are to move."""
        said = self.cleaned_data
        return [int(key) for key in (self.held if said["which"] == ALL else said["cases"])]

    def chosen(self) -> tuple[Team | None, User | None]:
        """Return the team and the officer who are to hold them."""
        holder = self.cleaned_data["holder"]
        one = self.people.get(holder)
        return (one.team, one.user) if one else (self.teams[holder], None)

    def _by_team(self) -> list[tuple[str, list[tuple[str, str]]]]:
        return [
            (
                f"{team.name} team",
                [
                    *(
                        (code, one.user.display_name)
                        for code, one in self.people.items()
                        if one.team_id == team.pk
                    ),
                    (key, f"Nobody yet, in {team.name}"),
                ],
            )
            for key, team in self.teams.items()
        ]


class CoverForm(forms.Form):
    """Who is away, who sees and works their cases meanwhile, and between which days."""

    field_order = ("officer", "covered_by", "first", "last")
    first = DateField(label="First day", called="the first day", help_text="For example, 26 5 2026")
    last = DateField(label="Last day", called="the last day", help_text="The last day counts")

    def __init__(self, data: Any, *, officers: Sequence[tuple[int, str]], initial: Any) -> None:
        super().__init__(data, initial=initial)
        self.away = {str(pk): name for pk, name in officers}
        self.held: dict[str, Membership] = {
            f"{one.user_id}-{one.team_id}": one for one in case_holders(clock.today())
        }
        named = ((key, f"{one.user.display_name}, {one.team}") for key, one in self.held.items())
        self.fields["officer"] = forms.ChoiceField(
            label="Who is away?",
            choices=[("", ""), *self.away.items()],
            error_messages={"required": "Choose who is away"},
        )
        self.fields["covered_by"] = forms.ChoiceField(
            label="Who works their cases?",
            choices=[("", ""), *named],
            error_messages={"required": "Choose who works their cases"},
        )
        self.order_fields(self.field_order)

    def clean_last(self) -> date:
        """Refuse a last day that is before the first, or over already."""
        last: date = self.cleaned_data["last"]
        first = self.cleaned_data.get("first")
        if last < clock.today():
            raise forms.ValidationError("The last day must be today or later")
        if first and last < first:
            raise forms.ValidationError("The last day must be on or after the first day")
        return last

    def covering(self) -> Membership:
        """Return as what somebody covers."""
        return self.held[self.cleaned_data["covered_by"]]

    def absent(self) -> User:
        """Return who is away."""
        found: QuerySet[User] = User.objects.filter(pk=self.cleaned_data["officer"])
        return found.get()
