"""A whole number is asked for in one box, and its messages name it and its bounds."""

import pytest
from django import forms
from pytest_django.asserts import assertHTMLEqual

from sendpath.web.forms import WholeNumberField


class DaysForm(forms.Form):
    days = WholeNumberField(
        label="How many days?", called="the number of days", within=range(1, 46), required=False
    )


@pytest.mark.parametrize(
    ("typed", "number"), [("1", 1), (" 45 ", 45), ("007", 7), ("", None), ("   ", None)]
)
def test_a_number_within_its_bounds_is_taken(typed, number):
    form = DaysForm({"days": typed})

    assert form.is_valid()
    assert form.cleaned_data == {"days": number}


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("0", "must be between 1 and 45"),
        ("46", "must be between 1 and 45"),
        ("9" * 5000, "must be between 1 and 45"),
        ("six", "must be a whole number, like 6"),
        ("4.5", "must be a whole number, like 6"),
        ("-4", "must be a whole number, like 6"),
        ("٤", "must be a whole number, like 6"),
    ],
)
def test_another_is_refused_in_words(typed, says):
    assert DaysForm({"days": typed}).errors == {"days": [f"The number of days {says}"]}


def test_one_that_is_needed_is_asked_for_by_name():
    field = WholeNumberField(label="", called="the number of days", within=range(1, 3))
    form = type("OneField", (forms.Form,), {"days": field})({"days": ""})

    assert form.errors == {"days": ["Enter the number of days"]}


def test_its_box_is_narrow_and_asks_for_a_keyboard_of_numbers():
    assertHTMLEqual(
        str(DaysForm(initial={"days": 6})["days"]),
        '<input type="text" name="days" value="6" inputmode="numeric" '
        'class="govuk-input govuk-input--width-4" id="id_days">',
    )
