"""A UPN, ULN or NHS number asked for, however it is spaced."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from sendpath.people.models import NumberKind
from sendpath.people.selectors.records import valid

LONGEST = 20


class NumberField(forms.CharField):
    """One number, taken only with the right check digit."""

    def __init__(self, kind: NumberKind, **options: Any) -> None:
        self.kind = kind
        super().__init__(required=False, max_length=LONGEST, **options)

    def clean(self, value: Any) -> str:
        """Return the number in one piece."""
        number = "".join(str(super().clean(value)).split()).replace("-", "").upper()
        if number and not valid(self.kind.value, number):
            raise ValidationError(f"Check the {self.kind.label}: it has a mistake in it")
        return number
