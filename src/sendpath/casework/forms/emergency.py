"""Asking to open a record in an emergency, and saying whether that was justified."""

from __future__ import annotations

import re
from typing import Any

from django import forms

from sendpath.people.models import EmergencyReason
from sendpath.web.forms import DateField

SHORTEST = 20
"""Letters: enough for a sentence that somebody else can judge."""


class OpenRecordForm(forms.Form):
    """Whose record, exactly, and why it cannot wait."""

    number = forms.CharField(
        label="UPN, ULN or NHS number",
        help_text="If you have none of them, leave this empty and give the name and date of birth",
        required=False,
        max_length=20,
    )
    forename = forms.CharField(label="First name, as on record", required=False, max_length=100)
    surname = forms.CharField(label="Last name, as on record", required=False, max_length=100)
    born_on = DateField(
        label="Date of birth",
        called="the date of birth",
        help_text="For example, 26 5 2015",
        required=False,
    )
    reason = forms.ChoiceField(
        label="Why can it not wait?",
        widget=forms.RadioSelect,
        choices=EmergencyReason.choices,
        error_messages={"required": "Choose why it cannot wait"},
    )
    words = forms.CharField(
        label="What is happening?",
        help_text="A sentence or two. Whoever looks into this reads it.",
        widget=forms.Textarea(attrs={"rows": 4}),
        min_length=SHORTEST,
        max_length=2000,
        error_messages={
            "required": "Say what is happening",
            "min_length": "Say a little more, so that somebody else can judge it",
        },
    )

    def clean_number(self) -> str:
        """Return the number as records hold it."""
        return re.sub(r"[\s-]", "", self.cleaned_data["number"]).upper()

    def clean(self) -> dict[str, Any]:
        """Ask for enough to mean one person."""
        said = self.cleaned_data
        whole = said.get("forename") and said.get("surname") and said.get("born_on")
        if not said.get("number") and not whole and "born_on" not in self.errors:
            self.add_error(
                "number", "Enter a number, or else first name, last name and date of birth"
            )
        return said


class ReviewForm(forms.Form):
    """Whether an opening was justified, and why."""

    justified = forms.ChoiceField(
        label="Was it justified?",
        widget=forms.RadioSelect,
        choices=[("yes", "Yes"), ("no", "No: if it is still open, it closes now")],
        error_messages={"required": "Choose whether it was justified"},
    )
    finding = forms.CharField(
        label="What did you find?",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        error_messages={"required": "Say what you found"},
    )
