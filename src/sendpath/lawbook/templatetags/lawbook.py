"""How the pages of the law write what only they show."""

from __future__ import annotations

from django import template

from sendpath.core.law.clocks import RULES

register = template.Library()


@register.filter
def duty(key: str) -> str:
    """Write what a rule asks, by its key: `{{ line.rule|duty }}`."""
    return RULES[key].duty if key in RULES else key
