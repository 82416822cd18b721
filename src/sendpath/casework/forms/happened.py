"""The forms that ask what happened, made from the catalogue of what may be recorded."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator

from sendpath.casework.selectors.words import written
from sendpath.core.casefile.catalogue.corrections import BY_PEOPLE, CORRECTED, VOIDED
from sendpath.core.casefile.catalogue.entry import Answer, Entry, Question
from sendpath.core.casefile.events import Event, Fact
from sendpath.establishments.forms import is_urn
from sendpath.establishments.selectors import calendars
from sendpath.web import clock
from sendpath.web.forms import DateField, WholeNumberField

LONGEST_REFERENCE, LONGEST_URN, LONGEST_TIME, LONGEST_WORDS = 40, 6, 5, 100
TRUTH = {True: "yes", False: "no"}
NOT_KEPT = frozenset({"reason", "on_or_before"})
"""A correction gives its own reason, and an exact day where there was none."""

is_reference = RegexValidator(
    r"^[A-Za-z0-9][A-Za-z0-9._/-]*$",
    "Use letters, numbers, dots, hyphens and slashes only. Do not write a name here",
)


is_time = RegexValidator(
    r"^([01][0-9]|2[0-3]):[0-5][0-9]$",
    "Enter the time as hours and minutes, such as 09:05 or 17:30",
)


class FindEntryForm(forms.Form):
    """Words by which to find what may be recorded."""

    words = forms.CharField(
        label="Find by words",
        help_text="Such as plan sent, complaint, or SAR",
        required=False,
        max_length=LONGEST_WORDS,
        widget=forms.TextInput(attrs={"class": "govuk-!-width-one-half"}),
    )


class OneOf(forms.ChoiceField):
    """A question answered by one of a few codes, whose words it knows."""

    def __init__(self, *, words: Mapping[str, str], missing: str, **options: Any) -> None:
        self.words = words
        super().__init__(
            choices=list(words.items()),
            widget=forms.RadioSelect,
            error_messages={"required": missing},
            **options,
        )


class EventForm(forms.Form):
    """The day on which something happened, and the facts about it that the law reads.

    `known` is the entry to be corrected. `told` holds answers already given by where somebody
    came from, to start with.
    """

    def __init__(
        self,
        data: Mapping[str, Any] | None,
        *,
        entry: Entry,
        known: Event | None = None,
        told: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(data, initial=_initial(entry, known) if known else {**(told or {})})
        self.entry = entry
        self.facts_known = dict(known.facts) if known else {}
        self.fields["occurred_on"] = DateField(
            label=entry.asks, called=entry.called, help_text="For example, 26 5 2025"
        )
        for question in entry.questions:
            self.fields[question.fact] = _field(question)

    def clean_occurred_on(self) -> date:
        """Refuse a day that has not come."""
        day: date = self.cleaned_data["occurred_on"]
        _not_to_come(day)
        return day

    def clean(self) -> None:
        """Refuse a span that ends before it begins, or that nothing tells."""
        if self.entry.span is None or not set(self.entry.span) <= self.cleaned_data.keys():
            return
        (first, began), (last, ended) = ((f, self.cleaned_data[f]) for f in self.entry.span)
        if began and ended and ended < began:
            self.add_error(last, "This day must not be before the first day")
        if not self.entry.or_term_dates:
            return
        if bool(began) != bool(ended):
            self.add_error(last if began else first, "Enter both days, or leave both empty")
        elif not began and (urn := self.cleaned_data.get("calendar")):
            self._refuse_unheld(urn)

    def _refuse_unheld(self, urn: str) -> None:
        if urn not in calendars().schools:
            self.add_error(
                "calendar",
                f"No term dates of {urn} are held. Add them under Term dates, or enter both days",
            )

    def facts(self) -> dict[str, Fact]:
        """Return the facts to store: those asked, those the choice fixed, those not asked."""
        said = {
            question.fact: _stored(question, self.cleaned_data[question.fact])
            for question in self.entry.questions
        }
        answered = {name: value for name, value in said.items() if value is not None}
        return {**self._unasked(), **self.entry.fixed, **answered}

    def _unasked(self) -> dict[str, Fact]:
        asked = {question.fact for question in self.entry.questions} | NOT_KEPT
        return {name: fact for name, fact in self.facts_known.items() if name not in asked}


class CorrectionForm(EventForm):
    """What an entry should have said, and why it is being corrected."""

    def __init__(self, data: Mapping[str, Any] | None, *, entry: Entry, known: Event) -> None:
        super().__init__(data, entry=entry, known=known)
        self.day_known = known.occurred_on
        self.fields["why"] = _reasons("Why is it being corrected?", CORRECTED)

    def clean(self) -> None:
        """Refuse a correction that corrects nothing."""
        super().clean()
        if self.errors:
            return
        before = {name: fact for name, fact in self.facts_known.items() if name != "reason"}
        if self.cleaned_data["occurred_on"] == self.day_known and self.facts() == before:
            raise ValidationError("Nothing here differs from the entry. Change what is wrong")


class VoidForm(forms.Form):
    """Why an entry should never have been recorded."""

    def __init__(self, data: Mapping[str, Any] | None) -> None:
        super().__init__(data)
        self.fields["why"] = _reasons("Why is it a mistake?", VOIDED)


def answers(form: forms.Form) -> list[tuple[str, str]]:
    """Return what was asked and answered, in words, for reading over."""
    said = []
    for box in form.visible_fields():
        value = form.cleaned_data[box.name]
        if isinstance(box.field, OneOf) and value:
            value = box.field.words[value]
        if value not in (None, ""):
            words = written(value) if isinstance(value, date) else str(value)
            said.append((str(box.label), words))
    return said


def _not_to_come(day: date) -> None:
    if day > clock.today():
        raise ValidationError("The date must be today or in the past")


def _reasons(label: str, words: Mapping[str, str]) -> OneOf:
    offered = {code: said for code, said in words.items() if code in BY_PEOPLE}
    return OneOf(label=label, words=offered, missing="Choose why")


def _field(question: Question) -> forms.Field:
    required, hint = bool(question.missing), question.hint
    if question.answer is Answer.DATE:
        return DateField(
            label=question.asks,
            called=question.missing or "the date",
            required=required,
            help_text=hint,
            validators=[_not_to_come] if question.past else [],
        )
    if question.answer is Answer.COUNT:
        return WholeNumberField(
            label=question.asks,
            called=question.called,
            within=question.within,
            required=required,
            help_text=hint,
        )
    if question.answer is Answer.SCHOOL:
        return _text(question, is_urn, width=5, longest=LONGEST_URN)
    if question.answer is Answer.TIME:
        return _text(question, is_time, width=5, longest=LONGEST_TIME)
    if question.answer is Answer.REFERENCE:
        return _text(question, is_reference, width=20, longest=LONGEST_REFERENCE)
    words = {_code(code): said for code, said in question.choices}
    return OneOf(
        label=question.asks,
        required=required,
        help_text=hint,
        words=words if required else {**words, "": "Not known"},
        missing=question.missing,
    )


def _text(question: Question, may_be: RegexValidator, *, width: int, longest: int) -> forms.Field:
    return forms.CharField(
        label=question.asks,
        required=bool(question.missing),
        help_text=question.hint,
        max_length=longest,
        validators=[may_be],
        error_messages={"required": question.missing},
        widget=forms.TextInput(attrs={"class": f"govuk-input--width-{width}"}),
    )


def _code(fact: Fact) -> str:
    return TRUTH[fact] if isinstance(fact, bool) else str(fact)


def _stored(question: Question, said: date | int | str | None) -> Fact:
    if isinstance(said, date):
        return said.isoformat()
    if isinstance(said, int):
        return said
    if question.answer is Answer.CHOICE:
        return next((code for code, _ in question.choices if _code(code) == said), None)
    return said or None


def _initial(entry: Entry, known: Event) -> dict[str, Any]:
    found: dict[str, Any] = {"occurred_on": known.occurred_on}
    for question in entry.questions:
        fact = known.facts.get(question.fact)
        if question.answer is Answer.DATE:
            found[question.fact] = date.fromisoformat(str(fact)) if fact else None
        else:
            found[question.fact] = "" if fact is None else _code(fact)
    return found
