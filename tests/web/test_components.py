"""The components say in words what they show in colour."""

from datetime import date

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import engines
from django.test import RequestFactory
from pytest_django.asserts import assertHTMLEqual

from sendpath.core.law.evaluation import State
from sendpath.web.forms import DateField
from sendpath.web.templatetags import govuk


def write(source, query="", **context):
    request = RequestFactory().get(f"/list?{query}")
    return engines["django"].from_string(source).render(context, request)


@pytest.mark.parametrize(
    ("days_left", "words", "colour"),
    [
        (-11, "11 days overdue", "red"),
        (-1, "1 day overdue", "red"),
        (0, "Due today", "orange"),
        (1, "1 day left", "yellow"),
        (14, "14 days left", "yellow"),
        (15, "15 days left", "grey"),
        (1204, "1,204 days left", "grey"),
    ],
)
def test_a_due_tag_says_how_long_is_left(days_left, words, colour):
    assert govuk.due_tag(days_left) == (
        f'<strong class="govuk-tag govuk-tag--{colour}">{words}</strong>'
    )


def test_every_state_of_a_time_limit_has_words_of_its_own():
    assert sorted(govuk.STATES) == sorted(State)
    assert len({words for words, _ in govuk.STATES.values()}) == len(State)


def test_a_state_is_said_in_words():
    assert write("{% state_tag state %}", state="late_met") == (
        '<strong class="govuk-tag govuk-tag--orange">Done late</strong>'
    )


def test_a_tag_escapes_what_it_shows():
    assert govuk.tag("<b>") == '<strong class="govuk-tag">&lt;b&gt;</strong>'


@pytest.mark.parametrize(
    ("day", "long", "short"),
    [
        (date(2026, 4, 13), "Monday 13 April 2026", "13 April 2026"),
        (date(2026, 1, 1), "Thursday 1 January 2026", "1 January 2026"),
        (None, "", ""),
    ],
)
def test_dates_are_written_out(day, long, short):
    assert (govuk.long_date(day), govuk.short_date(day)) == (long, short)


@pytest.mark.parametrize(
    ("count", "noun", "words"),
    [
        (0, "case", "0 cases"),
        (1, "case", "1 case"),
        (2, "child,children", "2 children"),
        (1, "child,children", "1 child"),
        (12345, "case", "12,345 cases"),
    ],
)
def test_things_are_counted_in_words(count, noun, words):
    assert govuk.plural(count, noun) == words


@pytest.mark.parametrize(
    ("query", "change", "then"),
    [
        ("", "page=2", "?page=2"),
        ("due=overdue&page=3", "page=4", "?due=overdue&page=4"),
        ("team=1&team=2&page=3", "page=None", "?team=1&team=2"),
        ("team=1&team=2", "team=3", "?team=3"),
        ("name=A%26B", "page=2", "?name=A%26B&page=2"),
    ],
)
def test_one_parameter_changes_and_the_rest_stay(query, change, then):
    written = write(
        f"{{% autoescape off %}}{{% query_with {change} %}}{{% endautoescape %}}", query
    )
    assert written == then


def test_pages_of_a_list_keep_its_filters():
    page = Paginator(range(101), 50).page(2)
    assertHTMLEqual(
        write("{% pagination page %}", "due=overdue&page=2", page=page),
        """
        <nav class="govuk-pagination" aria-label="Pages of this list">
          <div class="govuk-pagination__prev">
            <a class="govuk-link govuk-pagination__link" href="?due=overdue&page=1" rel="prev">
              <span class="govuk-pagination__link-title">Previous<span
                class="govuk-visually-hidden"> page</span></span></a>
          </div>
          <ul class="govuk-pagination__list">
            <li class="govuk-pagination__item"><a class="govuk-link govuk-pagination__link"
              href="?due=overdue&page=1" aria-label="Page 1">1</a></li>
            <li class="govuk-pagination__item govuk-pagination__item--current"><a
              class="govuk-link govuk-pagination__link" href="?due=overdue&page=2"
              aria-label="Page 2" aria-current="page">2</a></li>
            <li class="govuk-pagination__item"><a class="govuk-link govuk-pagination__link"
              href="?due=overdue&page=3" aria-label="Page 3">3</a></li>
          </ul>
          <div class="govuk-pagination__next">
            <a class="govuk-link govuk-pagination__link" href="?due=overdue&page=3" rel="next">
              <span class="govuk-pagination__link-title">Next<span
                class="govuk-visually-hidden"> page</span></span></a>
          </div>
        </nav>""",
    )


def test_a_list_of_one_page_has_no_pages_to_show():
    assert write("{% pagination page %}", page=Paginator(range(50), 50).page(1)).strip() == ""


class SentForm(forms.Form):
    name = forms.CharField(error_messages={"required": "Enter the name"})
    sent_on = DateField(called="the date it was sent")

    def clean(self):
        raise forms.ValidationError("The case was closed <today>")


def test_the_error_summary_leads_to_each_box():
    form = SentForm({"sent_on_day": "1", "sent_on_month": "2"})
    assertHTMLEqual(
        write("{% error_summary form %}", form=form),
        """
        <div class="govuk-error-summary" data-module="govuk-error-summary" tabindex="-1">
          <div role="alert">
            <h2 class="govuk-error-summary__title">There is a problem</h2>
            <div class="govuk-error-summary__body">
              <ul class="govuk-list govuk-error-summary__list">
                <li>The case was closed &lt;today&gt;</li>
                <li><a href="#id_name">Enter the name</a></li>
                <li><a href="#id_sent_on_year">The date it was sent must include a year</a></li>
              </ul>
            </div>
          </div>
        </div>""",
    )


@pytest.mark.parametrize("form", [None, SentForm()])
def test_there_is_no_error_summary_before_anything_is_sent(form):
    assert write("{% error_summary form %}", form=form) == ""
