"""Finding an account, giving a role, and saying when one ends."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from sendpath.accounts.belonging.services import Place
from sendpath.accounts.models import Organisation, Team, User
from sendpath.accounts.roles import ROLES_BY_PART, Role
from sendpath.web.forms import DateField

AT_ONCE, ON_A_DAY = "at_once", "on_a_day"


class FindAccountForm(forms.Form):
    """Part of somebody's name or username."""

    words = forms.CharField(label="Name or username", required=False, max_length=100)


class WhichRoleForm(forms.Form):
    """The role that somebody is to have, of those that may be given."""

    def __init__(self, data: Any, *, roles: list[type[Role]]) -> None:
        super().__init__(data)
        allowed = {role.key for role in roles}
        parts = (
            (part, [(role.key, role.title) for role in held if role.key in allowed])
            for part, held in ROLES_BY_PART.items()
        )
        self.fields["role"] = forms.ChoiceField(
            label="Which role?",
            widget=forms.RadioSelect,
            choices=[(part, choices) for part, choices in parts if choices],
            error_messages={"required": "Choose a role"},
        )


class GiveRoleForm(forms.Form):
    """To whom, where, and from when to when."""

    field_order = ("username", "organisation", "team", "starts_on", "ends_on")
    username = forms.CharField(
        label="Username",
        help_text="As the person signs in. They must have an account already.",
        max_length=150,
        error_messages={"required": "Enter the username of the person"},
    )
    starts_on = DateField(
        label="First day", called="the first day", help_text="For example, 26 5 2026"
    )

    def __init__(
        self, data: Any, *, role: type[Role], places: list[Organisation], initial: dict[str, Any]
    ) -> None:
        super().__init__(data, initial=initial)
        self.role, self.places = role, places
        self.fields["ends_on"] = DateField(
            label="Last day",
            called="the last day",
            help_text="" if role.longest else "Leave empty if it is not known",
            required=role.longest is not None,
        )
        if len(places) > 1:
            self.fields["organisation"] = forms.CharField(
                label="Where?",
                help_text="The name of the organisation, or its code: a URN or an ODS code",
                max_length=150,
                error_messages={"required": "Enter the name or code of the organisation"},
            )
        teams = Team.objects.filter(organisation__in=places[:1]) if len(places) == 1 else ()
        if teams:
            self.fields["team"] = forms.ChoiceField(
                label="Team",
                required=False,
                choices=[("", "No team"), *((str(team.pk), team.name) for team in teams)],
            )
        self.order_fields(self.field_order)

    def clean_username(self) -> User:
        """Return the person with that username."""
        found = User.objects.filter(username=self.cleaned_data["username"], is_active=True).first()
        if found is None:
            raise ValidationError("Nobody has an account with that username. Check the spelling.")
        return found

    def clean_organisation(self) -> Organisation:
        """Return the organisation with that code or name, among those where it may be."""
        said = self.cleaned_data["organisation"].strip().casefold()
        found = [one for one in self.places if said in {one.code.casefold(), one.name.casefold()}]
        if len(found) != 1:
            raise ValidationError(
                f"Enter the name or code of one organisation in which you may let somebody be "
                f"{self.role.title}."
            )
        return found[0]

    def place(self) -> Place:
        """Return what the person is to be."""
        said = self.cleaned_data
        only = self.places[0] if len(self.places) == 1 else None
        team = said.get("team")
        return Place(
            role=self.role,
            organisation=said.get("organisation") or only,
            team=Team.objects.get(pk=team) if team else None,
            starts_on=said["starts_on"],
            ends_on=said["ends_on"],
        )


class EndForm(forms.Form):
    """When a membership is to end."""

    when = forms.ChoiceField(
        label="When does it end?",
        widget=forms.RadioSelect,
        choices=[(AT_ONCE, "Now, at once"), (ON_A_DAY, "At the end of a day")],
        error_messages={"required": "Choose when it ends"},
    )
    last_day = DateField(
        label="Last day",
        called="the last day",
        help_text="If it ends at the end of a day. For example, 26 5 2026",
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """Ask for the day where there is to be one."""
        said = self.cleaned_data
        if said.get("when") == ON_A_DAY and not said.get("last_day") and not self.errors:
            self.add_error("last_day", "Enter the last day")
        if said.get("when") == AT_ONCE:
            said["last_day"] = None
        return said
