"""When something happened, and the few facts that decide which dates run from it.

The questions come from the rules. Every one but the day may be left without an answer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from sendpath.core.casefile.events import Fact, Kind
from sendpath.core.dates import TermDates, in_words, months_after
from sendpath.core.law.asking import THEN, Asked, NotAnAnswer, Shape, code_of, day_asked, questions
from sendpath.core.law.calculator import Happening, earliest
from sendpath.core.law.starting import BEGINNINGS, Beginnings
from sendpath.core.term_dates import BadTerms, read_terms
from sendpath.lawbook.selectors.starting import FACT
from sendpath.web import clock
from sendpath.web.forms import DateField
from sendpath.web.forms.dates import PARTS, Typed

YEARS_AHEAD = 10
LONGEST_TERMS = 3000
CHANGE = "change"
"""In an address: the answers are to be shown in their boxes, to be changed."""
BOXES = ("on", "on_day", "on_month", "on_year")
UNKNOWN = ("", "I don’t know")


class Answer(forms.CharField):
    """A fact given as text, read as its question says."""

    def __init__(self, *, asked: Asked, **options: Any) -> None:
        self.asked = asked
        super().__init__(required=False, max_length=40, **options)

    def clean(self, value: Any) -> Any:
        """Return the fact, or None where there is no answer."""
        text = super().clean(value)
        if not text:
            return None
        try:
            return self.asked.read(text)
        except NotAnAnswer as fault:
            raise ValidationError(str(fault)) from None


class Terms(forms.CharField):
    """A school's term dates, pasted."""

    def clean(self, value: Any) -> Any:
        """Return the terms; none where nothing was pasted."""
        try:
            return read_terms(super().clean(value))
        except BadTerms as fault:
            raise ValidationError(str(fault)) from None


class HappenedForm(forms.Form):
    """The day on which it happened, and what its rules turn on. A GET form: nothing is stored."""

    def __init__(
        self, data: Mapping[str, str], *, kind: Kind, beginnings: Beginnings = BEGINNINGS
    ) -> None:
        data = _split(data)
        asked = any(name in data for name in BOXES) and CHANGE not in data
        super().__init__(data if asked else None, initial=_initial(data))
        self.kind, self.beginnings = kind, beginnings
        bears = beginnings.bears[kind]
        self.asked = questions(kind, bears)
        day = day_asked(kind, bears)
        hint = day.hint or "For example, 2 3 2026"
        self.fields["on"] = DateField(label=day.asks, called="the date", help_text=hint)
        for question in self.asked:
            self.fields[name_of(question)] = _FIELDS[question.shape](question)

    def clean_on(self) -> date:
        """Refuse a day so far off that it must be mistyped."""
        day: date = self.cleaned_data["on"]
        first, last = earliest(self.kind, self.beginnings), _furthest()
        if first and day < first:
            raise ValidationError(
                f"The law on this goes back to {in_words(first)}. Enter that day or a later one"
            )
        if day > last:
            raise ValidationError(
                f"The date must be no later than {in_words(last)}, {YEARS_AHEAD} years from now"
            )
        return day

    def happening(self) -> Happening:
        """Return what was said. The form must be valid."""
        facts: dict[str, Fact] = {}
        then: dict[Kind, date] = {}
        terms: TermDates = ()
        for question in self.asked:
            value = self.cleaned_data[name_of(question)]
            if question.shape is Shape.TERMS:
                terms = value
            elif value in (None, ""):
                continue
            elif question.name.startswith(THEN):
                then[Kind(question.name.removeprefix(THEN))] = value
            else:
                facts[question.name] = value.isoformat() if isinstance(value, date) else value
        on = self.cleaned_data["on"]
        return Happening(kind=self.kind, on=on, facts=facts, then=then, terms=terms)

    def said(self) -> list[tuple[str, str]]:
        """Return each question that was answered, with its answer in words."""
        found = [(str(self.fields["on"].label), in_words(self.cleaned_data["on"]))]
        for question in self.asked:
            value = self.cleaned_data[name_of(question)]
            if isinstance(value, date):
                found.append((question.asks, in_words(value)))
            elif question.shape is Shape.TERMS and value:
                lines = [f"{in_words(first)} to {in_words(last)}" for first, last in value]
                found.append((question.asks, "; ".join(lines)))
            elif value not in (None, "", ()):
                found.append((question.asks, question.in_words(value)))
        return found


def name_of(question: Asked) -> str:
    """Return the name of a question in an address."""
    return f"{FACT}{question.name.replace('.', '_')}"


def _furthest() -> date:
    return months_after(clock.today(), 12 * YEARS_AHEAD)


def _choice(question: Asked) -> forms.Field:
    choices = [(code_of(code), words) for code, words in question.choices]
    return Answer(
        asked=question,
        label=question.asks,
        help_text=question.hint,
        initial="",
        widget=forms.RadioSelect(choices=[*choices, UNKNOWN]),
    )


def _text(question: Asked) -> forms.Field:
    hint = question.hint or ("A whole number" if question.shape is Shape.NUMBER else "")
    return Answer(
        asked=question,
        label=question.asks,
        help_text=f"{hint}. Leave empty if you do not know." if hint else "",
        widget=forms.TextInput(attrs={"class": "govuk-input--width-5", "autocomplete": "off"}),
    )


def _date(question: Asked) -> forms.Field:
    hint = question.hint or "Leave empty if it has not happened, or you do not know."
    return DateField(label=question.asks, called="this date", required=False, help_text=hint)


def _terms(question: Asked) -> forms.Field:
    return Terms(
        label=question.asks,
        required=False,
        max_length=LONGEST_TERMS,
        help_text=question.hint,
        widget=forms.Textarea(attrs={"rows": 7}),
    )


_FIELDS: Mapping[Shape, Callable[[Asked], forms.Field]] = {
    Shape.CHOICE: _choice,
    Shape.NUMBER: _text,
    Shape.TIME: _text,
    Shape.DATE: _date,
    Shape.TERMS: _terms,
}


def _initial(data: Mapping[str, str]) -> dict[str, object]:
    """Return what the boxes begin with: answers in an address, dates put together again."""
    found: dict[str, object] = dict(data)
    for name in data:
        if name.endswith("_day"):
            field = name.removesuffix("_day")
            found[field] = Typed(*(data.get(f"{field}_{part}", "") for part in PARTS))
    return found


def _split(data: Mapping[str, str]) -> Mapping[str, str]:
    """Let an address give the day in one piece, as in ?on=2026-03-02."""
    if not (whole := data.get("on", "")):
        return data
    parts = dict(zip(("year", "month", "day"), whole.split("-", 2), strict=False))
    return {**data, **{f"on_{part}": parts.get(part, "") for part in ("day", "month", "year")}}
