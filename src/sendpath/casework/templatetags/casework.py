"""How the casework pages write what only they show."""

from __future__ import annotations

from django import template

register = template.Library()


@register.filter
def nhs_number(number: str) -> str:
    """Write an NHS number as it is read aloud: 943 476 5919."""
    return f"{number[:3]} {number[3:6]} {number[6:]}"
