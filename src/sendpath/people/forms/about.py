"""What somebody says about a child or young person: one part at a time, and their numbers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from sendpath.core.people.part import Form, Part, Question
from sendpath.people.forms.numbers import NumberField
from sendpath.people.models import NumberKind, Person, PersonFact
from sendpath.web import clock
from sendpath.web.forms import DateField

HINTS = {
    NumberKind.UPN: "13 characters, such as P999220000011",
    NumberKind.ULN: "10 digits",
    NumberKind.NHS_NUMBER: "10 digits, such as 999 000 0018",
}


class PartForm(forms.Form):
    """The questions of one part, and the days from and to which the answers hold."""

    def __init__(
        self, data: Mapping[str, Any] | None, *, part: Part, fact: PersonFact | None = None
    ) -> None:
        so_far = {**fact.answers, "from_on": fact.from_on, "to_on": fact.to_on} if fact else {}
        super().__init__(data, initial=so_far)
        self.part = part
        for question in part.questions:
            self.fields[question.key] = _field(question)
        self.fields["from_on"] = DateField(
            label=part.from_label,
            called="the first day",
            help_text="" if part.from_needed else "Leave it empty if you do not know",
            required=part.from_needed,
        )
        if part.ends:
            self.fields["to_on"] = DateField(
                label="Until when?",
                called="the last day",
                help_text="The last day on which it holds. Leave it empty if it still does.",
                required=False,
            )

    def answers(self) -> dict[str, str]:
        """Return what was answered, by question."""
        return {question.key: self.cleaned_data[question.key] for question in self.part.questions}

    def days(self) -> tuple[date | None, date | None]:
        """Return the first and the last day."""
        return self.cleaned_data["from_on"], self.cleaned_data.get("to_on")


class NumbersForm(forms.Form):
    """Somebody's UPN, ULN and NHS number."""

    def __init__(self, data: Mapping[str, Any] | None, *, person: Person) -> None:
        super().__init__(data, initial={kind: getattr(person, kind) for kind in HINTS})
        for kind, hint in HINTS.items():
            self.fields[kind] = NumberField(kind, label=kind.label, help_text=hint)


class KnownOnForm(forms.Form):
    """The past day on which to see what was known then."""

    known_on = DateField(
        label="What was known on which day?",
        called="the day to look back to",
        help_text="For example, 16 1 2026. It shows what was known at the end of that day.",
        required=False,
    )

    def clean_known_on(self) -> date | None:
        """Refuse a day that has not ended."""
        day: date | None = self.cleaned_data["known_on"]
        if day and day > clock.today():
            raise ValidationError("The day to look back to must be today or in the past")
        return day


def _field(question: Question) -> forms.Field:
    if question.form is Form.CHOICE:
        return forms.ChoiceField(
            label=question.label,
            help_text=question.hint,
            choices=question.choices,
            widget=forms.RadioSelect,
            error_messages={"required": f"Choose {question.called}"},
        )
    return forms.CharField(
        label=question.label,
        help_text=question.hint,
        required=question.required,
        max_length=question.longest,
        widget=forms.Textarea(attrs={"rows": 4}) if question.form is Form.WORDS else None,
        error_messages={"required": f"Enter {question.called}"},
    )
