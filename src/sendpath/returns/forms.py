"""What somebody says on the pages of returns."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from sendpath.core.sen2.years import known_years


class LoadForm(forms.Form):
    """The file to be loaded."""

    file = forms.FileField(
        label="SEN2 file",
        help_text="The .xml file that your case system makes for the Department.",
        widget=forms.FileInput(attrs={"accept": ".xml,text/xml,application/xml"}),
        error_messages={
            "required": "Choose the SEN2 file",
            "empty": "The file is empty. Export it again from the case system.",
            "max_length": "The name of the file must be 200 characters or fewer",
        },
        max_length=200,
    )


class AcceptForm(forms.Form):
    """Whether it is the right return, asked only where its header is in doubt."""

    confirmed = forms.BooleanField(
        label="I have looked at this, and it is the right return to load", required=False
    )

    def __init__(self, data: QueryDict | None = None, *, doubts: list[str]) -> None:
        super().__init__(data)
        self.doubts = doubts

    def clean_confirmed(self) -> bool:
        """Refuse to go on in doubt."""
        confirmed: bool = self.cleaned_data["confirmed"]
        if self.doubts and not confirmed:
            raise ValidationError("Confirm that it is the right return, or cancel it")
        return confirmed


def years() -> list[tuple[int, str]]:
    """Return the survey years a return can be written for, latest first."""
    return [(year, f"January {year}") for year in sorted(known_years(), reverse=True)]


class WriteForm(forms.Form):
    """The survey year of the return to be written."""

    year = forms.TypedChoiceField(
        label="Which survey is the return for?",
        choices=years,
        coerce=int,
        widget=forms.Select,
        error_messages={
            "required": "Choose a survey year",
            "invalid_choice": "Choose a survey year",
        },
    )
