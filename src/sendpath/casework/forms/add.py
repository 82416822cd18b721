"""Who a child or young person is that nobody has recorded yet."""

from __future__ import annotations

from datetime import date

from django import forms
from django.core.exceptions import ValidationError

from sendpath.core.dates import birthday
from sendpath.core.people.traits import NUMBERS, Traits, traits
from sendpath.people.forms.numbers import NumberField
from sendpath.people.models import NumberKind
from sendpath.people.services import Particulars
from sendpath.web import clock
from sendpath.web.forms import DateField

OLDEST = 26
"""Nobody has rights under Part 3 at this age, whatever year of college it is."""

NOT_ASKED, NOT_KNOWN = "NOBT", "UN8"
"""The Department's codes: ethnicity not obtained yet; new to the area, UPN or ULN not yet known."""

NOBODY_YET = 0


class AddChildForm(forms.Form):
    """A name, a date of birth and what else is known. Only the first two are needed."""

    forename = forms.CharField(
        label="First name",
        max_length=100,
        error_messages={"required": "Enter the first name"},
    )
    surname = forms.CharField(
        label="Surname", max_length=100, error_messages={"required": "Enter the surname"}
    )
    birth_date = DateField(
        label="Date of birth", called="the date of birth", help_text="For example, 26 5 2015"
    )
    sex = forms.ChoiceField(
        label="Sex",
        choices=[("F", "Female"), ("M", "Male")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose the sex"},
    )
    postcode = forms.CharField(label="Postcode", required=False, max_length=8)
    upn = NumberField(NumberKind.UPN, label="UPN, if you know it")
    uln = NumberField(NumberKind.ULN, label="ULN, if you know it")
    nhs_number = NumberField(NumberKind.NHS_NUMBER, label="NHS number, if you know it")

    def clean_birth_date(self) -> date:
        """Refuse a day that nobody under 26 was born on."""
        born: date = self.cleaned_data["birth_date"]
        today = clock.today()
        if born > today:
            raise ValidationError("Date of birth must be in the past")
        if birthday(born, OLDEST) <= today:
            raise ValidationError("Check the date of birth: it makes them 26 or older")
        return born

    def traits(self) -> Traits:
        """Return them as they are compared with those on record."""
        said = self.cleaned_data
        names = ("surname", "forename", "birth_date", "sex", "postcode")
        return traits(
            person_id=NOBODY_YET,
            numbers=[(kind, said[kind]) for kind in NUMBERS],
            **{name: said[name] for name in names},
        )

    def particulars(self) -> Particulars:
        """Return who they are. What was not asked here is said not to be known."""
        said = self.cleaned_data
        return {
            "surname": said["surname"],
            "forename": said["forename"],
            "birth_date": said["birth_date"],
            "sex": said["sex"],
            "ethnicity": NOT_ASKED,
            "postcode": said["postcode"].upper(),
            "upn": said["upn"],
            "uln": said["uln"],
            "upn_unknown": "" if said["upn"] or said["uln"] else NOT_KNOWN,
        }
