"""What somebody says of two records: which pairs to show, what they are, which is kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from sendpath.accounts.models import User
from sendpath.core.people.score import Band
from sendpath.core.people.wording import BANDS
from sendpath.people.models import Person, PossibleMatch
from sendpath.people.selectors.merges import Added
from sendpath.web.templatetags.govuk import short_date

State = PossibleMatch.State
LONGEST_NOTE = 1000
ALL_BANDS, ANYBODY, ME = "", "", "me"


class MatchFilters(forms.Form):
    """Which pairs to show. Anything that is none of the choices is taken for all of them."""

    band = forms.ChoiceField(
        label="How sure",
        required=False,
        choices=[(ALL_BANDS, "All"), *((band.value, BANDS[band][0]) for band in Band)],
    )
    owner = forms.ChoiceField(
        label="Who finds out",
        required=False,
        choices=[(ANYBODY, "Anybody"), (ME, "Me")],
    )

    def wanted(self) -> dict[str, str]:
        """Return what was chosen."""
        self.is_valid()
        said = getattr(self, "cleaned_data", {})
        return {name: said.get(name, "") for name in self.fields}


class DecideForm(forms.Form):
    """That two records are of different people, or that somebody finds out."""

    verdict = forms.ChoiceField(
        label="What are these two records?",
        choices=[
            (State.DIFFERENT.value, "Different people"),
            (State.UNSURE.value, "Not sure yet: somebody finds out"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what these two records are"},
    )
    note = forms.CharField(
        label="How do you know, or what has to be found out?",
        help_text="It is kept with the decision, for whoever looks at these records next.",
        required=False,
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, data: Mapping[str, Any] | None, *, owners: Iterable[User]) -> None:
        super().__init__(data)
        self.owners = {str(user.pk): user for user in owners}
        self.fields["owner"] = forms.ChoiceField(
            label="If you are not sure, who finds out?",
            required=False,
            choices=[
                ("", "Choose somebody"),
                *((k, u.display_name) for k, u in self.owners.items()),
            ],
        )

    def clean(self) -> dict[str, Any]:
        """Ask for a note and an owner where somebody is to find out."""
        said = self.cleaned_data
        if said.get("verdict") == State.UNSURE:
            if not said.get("note"):
                self.add_error("note", "Enter what has to be found out")
            if not said.get("owner"):
                self.add_error("owner", "Choose who finds out")
        return said

    def owner(self) -> User | None:
        """Return who finds out, if anybody is to."""
        unsure = self.cleaned_data["verdict"] == State.UNSURE
        return self.owners[self.cleaned_data["owner"]] if unsure else None


class MergeForm(forms.Form):
    """Which of two records stands for the person from now on, and how it is known."""

    reason = forms.CharField(
        label="How do you know that this is one person?",
        help_text="For example, “the school confirmed that there is one pupil of this name”.",
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Enter how you know that this is one person"},
    )

    def __init__(self, data: Mapping[str, Any] | None, *, two: tuple[Person, Person]) -> None:
        super().__init__(data)
        self.two = {str(person.pk): person for person in two}
        self.fields["kept"] = forms.ChoiceField(
            label="Which record is kept?",
            help_text="Its name, date of birth and address are the ones that count from now on.",
            choices=[(key, described(person)) for key, person in self.two.items()],
            widget=forms.RadioSelect,
            error_messages={"required": "Choose which record is kept"},
        )
        self.order_fields(["kept", "reason"])

    def kept_and_other(self) -> tuple[Person, Person]:
        """Return the record that is kept, and the other."""
        kept = self.two[self.cleaned_data["kept"]]
        return kept, next(person for person in self.two.values() if person is not kept)


class UndoForm(forms.Form):
    """Why a merge is undone, and which of what was added since belongs to the other record."""

    reason = forms.CharField(
        label="Why is this merge undone?",
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Enter why this merge is undone"},
    )

    def __init__(
        self, data: Mapping[str, Any] | None, *, added: Iterable[Added], other: Person
    ) -> None:
        super().__init__(data)
        if choices := [(one.code, one.words) for one in added]:
            self.fields["give"] = forms.MultipleChoiceField(
                label=f"What was added since belongs to {other.full_name}, the other record?",
                help_text="What you do not choose stays with the record that was kept.",
                required=False,
                choices=choices,
                widget=forms.CheckboxSelectMultiple,
            )

    def given(self) -> dict[str, list[int]]:
        """Return the rows chosen, by foreign key."""
        given: dict[str, list[int]] = {}
        for code in self.cleaned_data.get("give", []):
            name, _, pk = code.rpartition(":")
            given.setdefault(name, []).append(int(pk))
        return given


def described(person: Person) -> str:
    """Return what tells one record from another."""
    numbers = ("UPN", person.upn), ("NHS number", person.nhs_number)
    told = [f"{name} {number}" for name, number in numbers if number]
    return ", ".join([person.full_name, f"born {short_date(person.birth_date)}", *told])
