"""Components of the pages, as template tags. Templates need not load them.

Plain `format_html`: a worklist shows a hundred tags and options. What is the same whoever
asks, such as a written date, is kept once it is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any, Protocol

from django import forms, template
from django.core.paginator import Page
from django.template import Context
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from sendpath.core.law.evaluation import State
from sendpath.core.law.source import Law

register = template.Library()

SOON = 14  # days: from here an officer should be acting, not planning

KEPT = 4096  # days or tags: more than a worklist of eleven years shows

OPTION, GROUP = '<option value="{}"{}>{}</option>', '<optgroup label="{}">{}</optgroup>'
SELECTED = SafeString(" selected")
LAW = '<a class="govuk-link" href="{}" rel="noreferrer">{}</a>'
LINE = '<li><a href="#{}">{}</a></li>'
SUMMARY = (
    '<div class="govuk-error-summary" data-module="govuk-error-summary" tabindex="-1">'
    '<div role="alert"><h2 class="govuk-error-summary__title">There is a problem</h2>'
    '<div class="govuk-error-summary__body">'
    '<ul class="govuk-list govuk-error-summary__list">{}</ul></div></div></div>'
)

STATES: dict[str, tuple[str, str]] = {  # the words, and the colour behind them
    State.NOT_STARTED: ("Not started", "grey"),
    State.RUNNING: ("Running", "blue"),
    State.MET: ("Done in time", "green"),
    State.LATE_MET: ("Done late", "orange"),
    State.OVERDUE: ("Overdue", "red"),
    State.LIMIT_DISAPPLIED: ("Time limit lifted", "purple"),
    State.NO_DUTY: ("No longer owed", "grey"),
    State.NOT_BEFORE: ("Done too soon", "orange"),
    State.UNKNOWN_FACT: ("Date not known", "yellow"),
}


@register.simple_tag
@lru_cache(maxsize=KEPT)
def tag(text: str, colour: str = "") -> SafeString:
    """Show a short status: `{% tag "Faulty" "red" %}`."""
    classes = f"govuk-tag govuk-tag--{colour}" if colour else "govuk-tag"
    return format_html('<strong class="{}">{}</strong>', classes, text)


@register.simple_tag
@lru_cache(maxsize=KEPT)
def due_tag(days_left: int) -> SafeString:
    """Say how long is left, or how late it is: `{% due_tag line.days_left %}`."""
    if days_left < 0:
        return tag(f"{plural(-days_left, 'day')} overdue", "red")
    if days_left == 0:
        return tag("Due today", "orange")
    return tag(f"{plural(days_left, 'day')} left", "yellow" if days_left <= SOON else "grey")


@register.simple_tag
def state_tag(state: str) -> SafeString:
    """Say in words how a time limit stands: `{% state_tag deadline.state %}`."""
    return tag(*STATES[state])


@register.filter
def long_date(day: date | None) -> str:
    """Write a date with its weekday, as in Monday 13 April 2026."""
    return date_format(day, "l j F Y") if day else ""


@register.filter
@lru_cache(maxsize=KEPT)
def short_date(day: date | None) -> str:
    """Write a date, as in 13 April 2026."""
    return date_format(day, "j F Y") if day else ""


@register.filter(expects_localtime=True)
def moment(at: datetime | None) -> str:
    """Write a moment as in 13 April 2026 at 9:05am."""
    if at is None:
        return ""
    half = "am" if at.hour < 12 else "pm"
    return f"{short_date(at)} at {at.hour % 12 or 12}:{at.minute:02}{half}"


@register.filter
def thousands(count: int) -> str:
    """Write a number as in 1,204."""
    return f"{count:,}"


@register.filter
def plural(count: int, noun: str) -> str:
    """Count things: `{{ 1204|plural:"case" }}` is "1,204 cases".

    A noun with another plural gives both: `"child,children"`.
    """
    one, _, many = noun.partition(",")
    return f"{count:,} {one if count == 1 else many or one + 's'}"


@register.filter
def lower_first(words: str) -> str:
    """Write a heading inside a sentence: Final plan sent, as final plan sent."""
    return words[:1].lower() + words[1:]


@register.filter
def upper_first(words: str) -> str:
    """Write words as they begin a line: council, as Council."""
    return words[:1].upper() + words[1:]


class Stated(Protocol):
    """A sentence, the law it rests on if it states any, and its short name here if it has one."""

    @property
    def text(self) -> str: ...

    @property
    def law(self) -> Law | None: ...

    @property
    def called(self) -> str: ...


@register.simple_tag
def with_law(sentence: Stated) -> SafeString:
    """Write a sentence with a link to its law: `{% with_law sentence %}`.

    The link stands where the sentence names the law, else after it.
    """
    if sentence.law is None:
        return format_html("{}", sentence.text)
    name = sentence.called or str(sentence.law)
    link = format_html(LAW, sentence.law.url, name)
    before, named, after = sentence.text.partition(name)
    if named:
        return format_html("{}{}{}", before, link, after)
    return format_html('{} <span class="sendpath-law">{}</span>', sentence.text, link)


@register.simple_tag
def law_link(law: Law) -> SafeString:
    """Write a provision as a link to its text: `{% law_link rule.law %}`."""
    return format_html(LAW, law.url, str(law))


@register.simple_tag(takes_context=True)
def query_with(context: Context, **changes: object) -> str:
    """Return this page's query with some of it changed: `href="{% query_with page=2 %}"`.

    None or an empty text takes a parameter out.
    """
    query = context["request"].GET.copy()
    for name, value in changes.items():
        query.pop(name, None)
        if value not in (None, ""):
            query[name] = str(value)
    return f"?{query.urlencode()}"


@register.inclusion_tag("web/components/pagination.html", takes_context=True)
def pagination(context: Context, page: Page[Any]) -> dict[str, Any]:
    """Lead to the other pages of a list, keeping its filters: `{% pagination page %}`.

    Shows nothing when there is one page.
    """
    if not page.has_other_pages():
        return {}
    rest = query_with(context, page=None)
    start = f"{rest}&" if len(rest) > 1 else rest
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return {
        "links": [n if isinstance(n, int) else None for n in numbers],
        "number": page.number,
        "start": f"{start}page=",
        "previous": page.number - 1 if page.has_previous() else None,
        "next": page.number + 1 if page.has_next() else None,
    }


@register.simple_tag
def options(groups: Iterable[tuple[str | None, list[Mapping[str, Any]], int]]) -> SafeString:
    """Write what a list can be set to: `{% options widget.optgroups %}`.

    Django gives each option that stands under no heading a group of its own.
    """
    written = []
    for heading, alike in groupby(groups, key=itemgetter(0)):
        inner = _options(option for _, group, _ in alike for option in group)
        written.append((format_html(GROUP, heading, inner) if heading else inner,))
    return format_html_join("", "{}", written)


def _options(group: Iterable[Mapping[str, Any]]) -> SafeString:
    lines = ((o["value"], SELECTED if o["selected"] else "", o["label"]) for o in group)
    return format_html_join("", OPTION, lines)


@register.simple_tag
def error_summary(form: forms.BaseForm | None) -> SafeString:
    """List what to mend, each leading to its box: `{% error_summary form %}`.

    Goes above the page's heading. Shows nothing while there is nothing to mend.
    """
    if not form or not form.errors:
        return SafeString("")
    lines = [format_html("<li>{}</li>", message) for message in form.non_field_errors()]
    for field in form.visible_fields():
        box = getattr(field, "first_input_id", field.auto_id)
        lines += [format_html(LINE, box, message) for message in field.errors]
    return format_html(SUMMARY, format_html_join("", "{}", ((line,) for line in lines)))
