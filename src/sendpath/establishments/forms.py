"""What somebody says of a school's year, as they would write it down."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator

from sendpath.core.dates import TermDates
from sendpath.core.law.counting.protocol import plain
from sendpath.core.terms import spoken
from sendpath.establishments.reading import Unreadable, read_days, read_terms
from sendpath.establishments.selectors import HeldYear
from sendpath.establishments.services import Year, refuse_the_impossible
from sendpath.establishments.source import Source

LONGEST = 2000
ASKED = [(source.value, source.label) for source in Source if source is not Source.MADE_UP]

Read = TypeVar("Read")

is_urn = RegexValidator(r"^[1-9][0-9]{5}$", "A URN is 6 numbers, like 123456")


class FindSchoolForm(forms.Form):
    """A part of a school's name, or its URN."""

    words = forms.CharField(
        label="Find a school",
        help_text="Its name or its URN",
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"class": "govuk-!-width-one-half"}),
    )


class WhichYearForm(forms.Form):
    """Which school, and which of its years, is to be added or changed."""

    urn = forms.CharField(
        label="URN of the school or college",
        help_text="The 6 numbers by which Get Information About Schools lists it",
        validators=[is_urn],
        error_messages={"required": "Enter the URN of the school or college"},
        widget=forms.TextInput(attrs={"class": "govuk-input--width-5", "inputmode": "numeric"}),
    )

    def __init__(self, data: Mapping[str, Any] | None, *, years: list[int], likely: int) -> None:
        super().__init__(data, initial={"school_year": likely})
        self.fields["school_year"] = forms.TypedChoiceField(
            label="School year",
            choices=[(year, spoken(year)) for year in years],
            coerce=int,
            widget=forms.RadioSelect,
            error_messages={"required": "Choose a school year"},
        )


class YearForm(forms.Form):
    """A school's name, its terms and INSET days in one year, and where they come from."""

    name = forms.CharField(
        label="Name of the school or college",
        max_length=120,
        error_messages={"required": "Enter the name of the school or college"},
    )
    terms = forms.CharField(
        label="First and last day of each term",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": "Enter the first and last day of each term"},
    )
    inset_days = forms.CharField(
        label="INSET days and other days when pupils stay at home",
        help_text="One on each line. Leave it empty if there are none.",
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    source = forms.ChoiceField(
        label="Where do these dates come from?",
        choices=ASKED,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose where these dates come from"},
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None,
        *,
        urn: str,
        school_year: int,
        name: str,
        held: HeldYear | None,
    ) -> None:
        super().__init__(data, initial={"name": name, **(_written(held) if held else {})})
        self.urn, self.school_year = urn, school_year
        self.fields["terms"].help_text = (
            f"Each half term on its own line, like “2 September {school_year} to 24 October "
            f"{school_year}”. Give the days pupils are in, not the holidays."
        )

    def clean_terms(self) -> TermDates:
        """Read the terms."""
        return self._read(read_terms, "terms")

    def clean_inset_days(self) -> frozenset[date]:
        """Read the INSET days."""
        return self._read(read_days, "inset_days")

    def clean(self) -> None:
        """Refuse a year that cannot be this school's."""
        if {"terms", "inset_days"} <= self.cleaned_data.keys():
            try:
                refuse_the_impossible(
                    urns=[self.urn], school_year=self.school_year, year=self.year()
                )
            except ValidationError as wrong:
                self.add_error(None, wrong)

    def year(self) -> Year:
        """Return the year as told."""
        said = self.cleaned_data
        return Year(terms=said["terms"], inset_days=said["inset_days"])

    def _read(self, read: Callable[[str, int], Read], field: str) -> Read:
        try:
            return read(self.cleaned_data[field], self.school_year)
        except Unreadable as fault:
            raise ValidationError(fault.faults) from fault


def _written(held: HeldYear) -> dict[str, str]:
    return {
        "terms": "\n".join(f"{plain(first)} to {plain(last)}" for first, last in held.terms),
        "inset_days": "\n".join(map(plain, sorted(held.inset_days))),
        "source": held.source.value,
    }
