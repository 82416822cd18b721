"""How the casework pages write what only they show."""

from __future__ import annotations

from functools import cache

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from sendpath.core.law.explanation import Sentence

register = template.Library()

LAW = '<a class="govuk-link" href="{}" rel="noreferrer">{}</a>'


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


@register.filter
def lower_first(words: str) -> str:
    """Write a heading inside a sentence: Final plan sent, as final plan sent."""
    return words[:1].lower() + words[1:]


@register.simple_tag
def with_law(sentence: Sentence) -> SafeString:
    """Write a sentence with a link to its law: `{% with_law sentence %}`.

    The link stands where the sentence names the law, else after it.
    """
    if sentence.law is None:
        return format_html("{}", sentence.text)
    name = str(sentence.law)
    link = format_html(LAW, sentence.law.url, name)
    before, named, after = sentence.text.partition(name)
    if named:
        return format_html("{}{}{}", before, link, after)
    return format_html('{} <span class="casework-law">{}</span>', sentence.text, link)
