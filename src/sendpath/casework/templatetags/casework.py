"""How the casework pages write what only they show."""

from __future__ import annotations

from functools import cache

from django import template
from django.urls import reverse

register = template.Library()


@register.filter
def nhs_number(number: str) -> str:
    """Write an NHS number as it is read aloud: 943 476 5919."""
    return f"{number[:3]} {number[3:6]} {number[6:]}"


@register.filter
def case_page(case_id: int) -> str:
    """Return where the page of a case is: `{{ line.case_id|case_page }}`.

    For lists: there, `url` takes a third of the time of a row.
    """
    before, after = _around_a_reference()
    return f"{before}C{case_id:06d}{after}"


@cache
def _around_a_reference() -> tuple[str, str]:
    before, _, after = reverse("casework:case", args=[0]).partition("C000000")
    return before, after
