"""A date is asked for in three boxes, and every way of getting it wrong is said in words."""

from datetime import date

import pytest
from django import forms
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st
from pytest_django.asserts import assertHTMLEqual

from sendpath.web.forms import DateField


class SentForm(forms.Form):
    sent_on = DateField(
        label="When was the final plan sent?",
        called="the date the final plan was sent",
        help_text="For example, 26 5 2025",
    )


class OptionalForm(forms.Form):
    sent_on = DateField(called="the date it was sent", required=False)


def typing(day, month, year, form=SentForm):
    return form({"sent_on_day": day, "sent_on_month": month, "sent_on_year": year})


REAL_DATES = [
    ("26", "5", "2025", date(2025, 5, 26)),
    ("05", "05", "2025", date(2025, 5, 5)),
    (" 1 ", " 1 ", " 2026 ", date(2026, 1, 1)),
    ("29", "2", "2024", date(2024, 2, 29)),
    ("31", "December", "2025", date(2025, 12, 31)),
    ("1", "sep", "2025", date(2025, 9, 1)),
    ("1", "SEPT", "2025", date(2025, 9, 1)),
    ("1", "Sept.", "2025", date(2025, 9, 1)),
    ("1", "jun", "2025", date(2025, 6, 1)),
    ("1", "jul", "2025", date(2025, 7, 1)),
]


@pytest.mark.parametrize(("day", "month", "year", "meant"), REAL_DATES)
def test_a_real_date_is_understood(day, month, year, meant):
    form = typing(day, month, year)

    assert form.is_valid()
    assert form.cleaned_data == {"sent_on": meant}


IT = "The date the final plan was sent"
NOT_REAL = f"{IT} must be a real date"
SHORT_YEAR = "Year in the date the final plan was sent must have 4 numbers, like 2026"
WRONG_DATES = [
    ("", "", "", "Enter the date the final plan was sent", "day"),
    ("  ", "", "", "Enter the date the final plan was sent", "day"),
    ("26", "5", "", f"{IT} must include a year", "year"),
    ("26", "", "2025", f"{IT} must include a month", "month"),
    ("", "5", "2025", f"{IT} must include a day", "day"),
    ("", "", "2025", f"{IT} must include a day and month", "day"),
    ("26", "", "", f"{IT} must include a month and year", "month"),
    ("26", "5", "25", SHORT_YEAR, "year"),
    ("26", "5", "225", SHORT_YEAR, "year"),
    ("26", "5", "20255", SHORT_YEAR, "year"),
    ("29", "2", "2025", NOT_REAL, "day"),
    ("31", "4", "2025", NOT_REAL, "day"),
    ("0", "5", "2025", NOT_REAL, "day"),
    ("1", "13", "2025", NOT_REAL, "day"),
    ("1", "ma", "2025", NOT_REAL, "day"),
    ("1", "Mayhem", "2025", NOT_REAL, "day"),
    ("1", "5", "0000", NOT_REAL, "day"),
    ("first", "5", "2025", NOT_REAL, "day"),
    ("-1", "5", "2025", NOT_REAL, "day"),
    ("1", "5", "MMXX", NOT_REAL, "day"),
    ("²", "5", "2025", NOT_REAL, "day"),
    ("9" * 5000, "5", "2025", NOT_REAL, "day"),
]


@pytest.mark.parametrize(("day", "month", "year", "words", "box"), WRONG_DATES)
def test_a_wrong_date_is_refused_in_words_that_lead_to_the_box(day, month, year, words, box):
    form = typing(day, month, year)

    assert form.errors == {"sent_on": [words]}
    assert form["sent_on"].first_input_id == f"id_sent_on_{box}"


def test_a_date_that_may_be_left_out_is_none():
    form = typing("", "", "", form=OptionalForm)

    assert form.is_valid()
    assert form.cleaned_data == {"sent_on": None}


def test_half_a_date_is_refused_even_where_none_is_needed():
    assert typing("1", "", "2025", form=OptionalForm).errors == {
        "sent_on": ["The date it was sent must include a month"]
    }


def test_a_form_may_use_its_own_words():
    field = DateField(error_messages={"required": "Say when the meeting was"})
    with pytest.raises(forms.ValidationError) as error:
        field.clean(None)
    assert error.value.messages == ["Say when the meeting was"]


def test_what_was_typed_is_kept_and_only_the_missing_box_is_marked():
    assertHTMLEqual(
        typing("12", "Janury", "")["sent_on"].as_field_group(),
        """
        <div class="govuk-form-group govuk-form-group--error">
          <fieldset class="govuk-fieldset" role="group"
            aria-describedby="id_sent_on_helptext id_sent_on_error">
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
              When was the final plan sent?</legend>
            <div class="govuk-hint" id="id_sent_on_helptext">For example, 26 5 2025</div>
            <p class="govuk-error-message" id="id_sent_on_error">
              <span class="govuk-visually-hidden">Error:</span>
              The date the final plan was sent must include a year</p>
            <div class="govuk-date-input" id="id_sent_on">
              <div class="govuk-date-input__item"><div class="govuk-form-group">
                <label class="govuk-label govuk-date-input__label" for="id_sent_on_day">Day</label>
                <input class="govuk-input govuk-date-input__input govuk-input--width-2"
                  id="id_sent_on_day" name="sent_on_day" type="text" inputmode="numeric"
                  value="12"></div></div>
              <div class="govuk-date-input__item"><div class="govuk-form-group">
                <label class="govuk-label govuk-date-input__label"
                  for="id_sent_on_month">Month</label>
                <input class="govuk-input govuk-date-input__input govuk-input--width-2"
                  id="id_sent_on_month" name="sent_on_month" type="text" value="Janury">
              </div></div>
              <div class="govuk-date-input__item"><div class="govuk-form-group">
                <label class="govuk-label govuk-date-input__label"
                  for="id_sent_on_year">Year</label>
                <input class="govuk-input govuk-date-input__input govuk-input--width-4
                  govuk-input--error" id="id_sent_on_year" name="sent_on_year" type="text"
                  inputmode="numeric" value="" aria-invalid="true"></div></div>
            </div>
          </fieldset>
        </div>""",
    )


def test_a_date_is_carried_unseen_to_the_next_page():
    carried = typing("12", "Jan", "2026")["sent_on"].as_hidden()
    assertHTMLEqual(
        carried,
        """<input type="hidden" name="sent_on_day" value="12">
        <input type="hidden" name="sent_on_month" value="Jan">
        <input type="hidden" name="sent_on_year" value="2026">""",
    )


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_known_date_shown_and_sent_back_is_the_same_date(day):
    shown = SentForm(initial={"sent_on": day})["sent_on"].value()
    sent = QueryDict(mutable=True)
    for part, text in shown._asdict().items():
        sent[f"sent_on_{part}"] = text

    form = SentForm(sent, initial={"sent_on": day})

    assert form.is_valid()
    assert form.cleaned_data == {"sent_on": day}
    assert not form.has_changed()
