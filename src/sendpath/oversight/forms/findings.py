"""Closing what was found, declaring a family, and settling the numbers of the rules."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from sendpath.oversight.models import KnownFamily
from sendpath.oversight.rules import NUMBERS
from sendpath.web.forms import WholeNumberField

LONGEST = 1000


class DismissForm(forms.Form):
    """What following it up has shown."""

    reason = forms.CharField(
        label="What did you find, and why does it need nothing more?",
        help_text="Say whom you asked and what they said. Leave out names of children.",
        min_length=10,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={
            "required": "Enter what you found and why it needs nothing more",
            "min_length": "Say a little more, so that somebody else can follow it: at least "
            "10 letters",
            "max_length": f"What you found must be {LONGEST} letters or fewer",
        },
    )


class FamilyForm(forms.Form):
    """A family that somebody knows outside work."""

    how = forms.ChoiceField(
        label="How do you know them?",
        widget=forms.RadioSelect,
        choices=KnownFamily.How.choices,
        error_messages={"required": "Choose how you know them"},
    )
    surname = forms.CharField(label="Their surname", required=False, max_length=100)
    postcode = forms.CharField(
        label="Their postcode",
        help_text="If you know it. For your own family, your own postcode",
        required=False,
        max_length=8,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-10"}),
    )

    def clean(self) -> dict[str, Any]:
        """Ask for something by which they can be told."""
        if not self.cleaned_data.get("surname") and not self.cleaned_data.get("postcode"):
            self.add_error("surname", "Enter their surname, or their postcode")
        return self.cleaned_data


class NumbersForm(forms.Form):
    """The numbers that the rules go by."""

    def __init__(self, data: Mapping[str, Any] | None, *, numbers: Mapping[str, int]) -> None:
        super().__init__(data, initial=dict(numbers))
        for number in NUMBERS.values():
            self.fields[number.key] = WholeNumberField(
                label=number.label,
                called=f"{number.label[0].lower()}{number.label[1:]}",
                help_text=f"It comes as {number.default}",
                within=number.within,
            )
