"""A whole number asked for in one box, with the words for one that is none or out of bounds."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from sendpath.web.forms.dates import number


class WholeNumberField(forms.CharField):
    """Ask for a whole number.

    `called` names it inside a sentence, as in "the number of school days it lasts", and the
    messages are made from it. `within` holds every number that may be given.
    """

    def __init__(self, *, called: str, within: range, **options: Any) -> None:
        self.within = within
        subject = called[0].upper() + called[1:]
        messages = {
            "required": f"Enter {called}",
            "invalid": f"{subject} must be a whole number, like {within[min(len(within), 6) - 1]}",
            "out_of_bounds": f"{subject} must be between {within[0]} and {within[-1]}",
        }
        widget = forms.TextInput(attrs={"class": "govuk-input--width-4", "inputmode": "numeric"})
        super().__init__(widget=widget, error_messages=messages, **options)

    def clean(self, value: Any) -> int | None:
        """Return the number typed, or None where nothing was and nothing need be."""
        typed = super().clean(value)
        if typed in self.empty_values:
            return None
        if not (typed.isascii() and typed.isdigit()):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        found = number(typed)
        if found not in self.within:
            raise ValidationError(self.error_messages["out_of_bounds"], code="out_of_bounds")
        return found
