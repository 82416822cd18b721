"""The filters of the worklist. They are a GET form, so a filtered list has an address."""

from __future__ import annotations

from collections.abc import Mapping

from django import forms

from sendpath.accounts.models import Team, User
from sendpath.accounts.roles import May, Reach
from sendpath.accounts.selectors import case_holders
from sendpath.casework.selectors.worklist import ANYONE, DUTIES, ME, NOBODY, Wanted, When
from sendpath.web import clock

WHEN_WORDS: Mapping[When, str] = {
    When.ALL: "Any time",
    When.OVERDUE: "Overdue",
    When.THIS_WEEK: "Due this week",
    When.FOUR_WEEKS: "Due in the next 4 weeks",
    When.LATER: "Due later than that",
    When.UNTOLD: "The return does not say",
}


class WorklistFilters(forms.Form):
    """Whose duties, which, and when they are due. What is not understood is left out."""

    field_order = ("officer", "team", "duty", "when")
    duty = forms.ChoiceField(
        label="Duty", required=False, choices=[("", "Every duty"), *DUTIES.items()]
    )
    when = forms.ChoiceField(
        label="When it is due",
        required=False,
        choices=[(when.value, words) for when, words in WHEN_WORDS.items()],
    )

    def __init__(self, data: Mapping[str, str], *, user: User) -> None:
        self.own = self._own(user)
        super().__init__({"officer": self.own, "when": When.ALL, **data})
        if user.sees(Reach.ALLOCATED) or user.sees(Reach.ALL_IN_AREA):
            self.fields["officer"] = forms.ChoiceField(
                label="Officer",
                required=False,
                choices=[(ANYONE, "Anyone"), (ME, "Me"), (NOBODY, "Nobody yet"), *_officers(user)],
            )
        if user.sees(Reach.ALL_IN_AREA):
            teams = [(str(pk), name) for pk, name in Team.objects.values_list("pk", "name")]
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

    @property
    def narrowed(self) -> bool:
        """Whether somebody asked for other duties than those they see first."""
        wanted = self.wanted()
        return wanted != Wanted(officer=self.own, when=wanted.when)

    @staticmethod
    def _own(user: User) -> str:
        """Return whose duties someone sees first: their own, if they work a caseload."""
        leads = user.sees(Reach.ALL_IN_AREA) or user.may(May.ALLOCATE)
        return ME if user.sees(Reach.ALLOCATED) and not leads else ANYONE


def _officers(user: User) -> list[tuple[str, str]]:
    held = case_holders(clock.today()).exclude(user=user)
    if not user.sees(Reach.ALL_IN_AREA):
        held = held.filter(team__in=user.team_ids)
    named = held.values_list(
        "user", "user__first_name", "user__last_name", "user__username"
    ).distinct()
    return [(str(pk), User.named(first, last, username)) for pk, first, last, username in named]
