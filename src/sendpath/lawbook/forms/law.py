"""Which rules to list, that a rule was checked, and which reading the area adopts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from sendpath.accounts.models import User
from sendpath.core.law.ambiguities import Ambiguity
from sendpath.core.law.clocks import SECTIONS
from sendpath.core.law.in_brief import KINDS
from sendpath.core.law.rule import RuleKind
from sendpath.lawbook.selectors.rules import SURE_WORDS, Sure, WantedRules, bodies
from sendpath.web import clock
from sendpath.web.forms import DateField

LONGEST_NOTE = 1000


class TimeLimitFilters(forms.Form):
    """Which rules to list. It is a GET form, so that a list has an address."""

    words = forms.CharField(label="Search the rules", required=False, max_length=100)
    section = forms.ChoiceField(label="Part of the law", required=False)
    body = forms.ChoiceField(label="Who must act", required=False)
    kind = forms.ChoiceField(label="Kind of rule", required=False)
    sure = forms.ChoiceField(label="How sure we are", required=False)

    def __init__(self, data: Mapping[str, str]) -> None:
        super().__init__(data)
        sections = [(section.letter, section.title) for section in SECTIONS]
        self._offer("section", "Every part", sections)
        self._offer(
            "body", "Anyone", [(body, f"{body[:1].upper()}{body[1:]}") for body in bodies()]
        )
        self._offer("kind", "Every kind", [(kind.value, words) for kind, words in KINDS.items()])
        self._offer("sure", "Any", [(sure.value, words) for sure, words in SURE_WORDS.items()])

    def wanted(self) -> WantedRules:
        """Return what was asked for. What is not understood is left out."""
        self.is_valid()
        said = self.cleaned_data
        return WantedRules(
            words=said.get("words", ""),
            section=said.get("section", ""),
            body=said.get("body", ""),
            kind=RuleKind(said["kind"]) if said.get("kind") else None,
            sure=Sure(said["sure"]) if said.get("sure") else None,
        )

    def _offer(self, name: str, every: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", every), *choices]


class CheckForm(forms.Form):
    """That somebody read a rule against the law itself, and on what day."""

    verified_on = DateField(
        label="When did you check it?",
        called="the date you checked it",
        help_text="For example, 12 1 2026",
    )
    name = forms.CharField(
        label="Your name, as it should be shown",
        max_length=150,
        error_messages={"required": "Enter your name as it should be shown"},
    )
    role = forms.CharField(
        label="Your role, as it should be shown",
        help_text="Such as solicitor, Hartwell Council",
        max_length=150,
        error_messages={"required": "Enter your role as it should be shown"},
    )
    note = forms.CharField(
        label="Note",
        required=False,
        max_length=LONGEST_NOTE,
        help_text="If there is something a reader should know. It is shown to everyone.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    read_it = forms.BooleanField(
        label="I have read the provision itself, as it stands on that day",
        error_messages={"required": "Confirm that you have read the provision itself"},
    )

    def __init__(self, data: Mapping[str, Any] | None, *, user: User) -> None:
        super().__init__(data, initial={"name": user.display_name, "role": user.title})

    def clean_verified_on(self) -> date:
        """Refuse a day that has not come."""
        day: date = self.cleaned_data["verified_on"]
        if day > clock.today():
            raise ValidationError("The date you checked it must be today or in the past")
        return day


class AdoptForm(forms.Form):
    """Which reading the area goes by, from what day, and why."""

    reading = forms.ChoiceField(
        label="Which reading does the area go by?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose the reading the area goes by"},
    )
    since = DateField(
        label="From what day?",
        called="the day from which the area goes by it",
        help_text="For example, 1 4 2026. It may lie ahead.",
    )
    reason = forms.CharField(
        label="Why?",
        max_length=LONGEST_NOTE,
        help_text="A sentence or two. It is shown to everyone.",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Say why the area goes by it"},
    )

    def __init__(self, data: Mapping[str, Any] | None, *, ambiguity: Ambiguity) -> None:
        super().__init__(data)
        field = self.fields["reading"]
        if isinstance(field, forms.ChoiceField):
            field.choices = list(ambiguity.readings.items())
