"""A date asked for as day, month and year, kept as typed until it is a real date."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict

PARTS = ("day", "month", "year")
LONGEST = 9
MONTHS = (  # written out, because Python's own list follows the server's language
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)


class Typed(NamedTuple):
    """What a person put in the three boxes."""

    day: str
    month: str
    year: str

    @property
    def empty_parts(self) -> tuple[str, ...]:
        """Name the boxes left empty."""
        return tuple(part for part in PARTS if not getattr(self, part))


class DateInput(forms.Widget):
    """Three boxes in one fieldset."""

    template_name = "web/forms/date_input.html"
    use_fieldset = True

    def value_from_datadict(
        self, data: Mapping[str, Any], files: MultiValueDict[str, Any], name: str
    ) -> Typed:
        """Return what was typed, spaces aside."""
        return Typed(*(str(data.get(f"{name}_{part}") or "").strip() for part in PARTS))

    def value_omitted_from_data(
        self, data: Mapping[str, Any], files: MultiValueDict[str, Any], name: str
    ) -> bool:
        """Return whether the form was sent without these boxes."""
        return all(f"{name}_{part}" not in data for part in PARTS)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Describe each box, marking those the error is about."""
        attrs = dict(attrs or {})
        wrong = attrs.pop("wrong_parts", ())
        context = super().get_context(name, value, attrs)
        shown = typed(value)
        context["widget"]["parts"] = [
            {
                "label": part.capitalize(),
                "name": f"{name}_{part}",
                "id": f"{attrs.get('id', f'id_{name}')}_{part}",
                "value": getattr(shown, part),
                "width": 4 if part == "year" else 2,
                "numeric": part != "month",
                "wrong": part in wrong,
            }
            for part in PARTS
        ]
        return context


class HiddenDateInput(DateInput):
    """The three boxes carried unseen to the next page of a journey."""

    template_name = "web/forms/date_hidden.html"
    use_fieldset = False
    input_type = "hidden"


class DateField(forms.Field):
    """Ask for a date.

    `called` names the date inside a sentence, as in "the date the request was received",
    and the messages are made from it. A month may be a number, a name or its first
    three letters.
    """

    widget = DateInput
    hidden_widget = HiddenDateInput

    def __init__(self, *, called: str = "a date", **options: Any) -> None:
        subject = called[0].upper() + called[1:]
        messages = {
            "required": f"Enter {called}",
            "incomplete": f"{subject} must include a %(missing)s",
            "short_year": f"Year in {called} must have 4 numbers, like 2026",
            "invalid": f"{subject} must be a real date",
        }
        messages |= options.pop("error_messages", None) or {}
        super().__init__(error_messages=messages, **options)

    def prepare_value(self, value: Any) -> Typed:
        """Return what the boxes show: what was typed, else the date so far."""
        return typed(value)

    def to_python(self, value: Any) -> date | None:
        """Return the date typed, or None when all three boxes are empty."""
        if value is None or isinstance(value, date):
            return value
        boxes = typed(value)
        if boxes.empty_parts == PARTS:
            return None
        if boxes.empty_parts:
            raise self._error("incomplete", boxes.empty_parts)
        return self._real_date(boxes)

    def _real_date(self, boxes: Typed) -> date:
        day, month, year = number(boxes.day), month_number(boxes.month), number(boxes.year)
        if year is not None and len(boxes.year) != 4:
            raise self._error("short_year", ("year",))
        if day is None or month is None or year is None:
            raise self._error("invalid", PARTS)
        try:
            return date(year, month, day)
        except ValueError:
            raise self._error("invalid", PARTS) from None

    def _error(self, code: str, parts: tuple[str, ...]) -> ValidationError:
        return ValidationError(
            self.error_messages[code],
            code=code,
            params={"missing": " and ".join(parts), "parts": parts},
        )


def typed(value: object) -> Typed:
    """Return what the boxes should show for a date, for what was typed, or for nothing."""
    if isinstance(value, Typed):
        return value
    if isinstance(value, date):
        return Typed(str(value.day), str(value.month), f"{value.year:04}")
    return Typed("", "", "")


def number(text: str) -> int | None:
    """Return the whole number written in plain digits, few enough to be meant, or None."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST else None


def month_number(text: str) -> int | None:
    """Return which month a number, a name or the start of a name means, or None."""
    name = text.casefold().rstrip(".")
    if len(name) >= 3:
        for place, month in enumerate(MONTHS, start=1):
            if month.startswith(name):
                return place
    return number(text)
