"""What somebody says to find an establishment, or to load an extract of the register."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from sendpath.establishments.register.services import day_in
from sendpath.web.forms import DateField


class FindForm(forms.Form):
    """A part of a name, a town, a postcode or a URN."""

    words = forms.CharField(
        label="Find a school, college or other setting",
        help_text="A part of its name, its town, its postcode or its URN",
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"class": "govuk-!-width-one-half"}),
    )


class LoadForm(forms.Form):
    """The extract, its links, and the day it was made if its name does not say."""

    file = forms.FileField(
        label="Establishment file",
        help_text="All establishment data: edubasealldata and a date, ending in .csv",
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
        max_length=200,
        error_messages={
            "required": "Choose the establishment file",
            "empty": "The file is empty. Download it again.",
            "max_length": "The name of the file must be 200 characters or fewer",
        },
    )
    links = forms.FileField(
        label="Links file (optional)",
        help_text="Which school came before or after which: links_edubasealldata and a date",
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
        required=False,
        max_length=200,
        error_messages={"empty": "The links file is empty. Download it again."},
    )
    extract_on = DateField(
        label="Day of the extract (optional)",
        help_text="Leave it empty if the name of the file ends in the date, like 20260119",
        called="the day of the extract",
        required=False,
    )

    def clean(self) -> None:
        """Take the day from the name of the file where it is not told."""
        said: dict[str, Any] = self.cleaned_data
        if "file" not in said or "extract_on" not in said:
            return
        told: date | None = said["extract_on"] or day_in(said["file"].name)
        if told is None:
            raise ValidationError(
                {"extract_on": "Enter the day of the extract: the name of the file does not say"}
            )
        said["extract_on"] = told


class AcceptForm(forms.Form):
    """Whether it is the right file, asked only where it may not be whole."""

    confirmed = forms.BooleanField(
        label="I have looked at this, and it is the whole extract", required=False
    )
