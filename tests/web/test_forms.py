"""Django's plain fields come out in the GOV.UK pattern."""

import pytest
from django import forms
from pytest_django.asserts import assertHTMLEqual


class NoteForm(forms.Form):
    name = forms.CharField(
        label="Name",
        help_text="As on the <request>",
        widget=forms.TextInput(attrs={"class": "govuk-input--width-20"}),
        error_messages={"required": "Enter the name"},
    )
    ticket = forms.CharField(widget=forms.HiddenInput, initial="7")


def test_a_text_box_is_tied_to_its_label_and_hint():
    assertHTMLEqual(
        str(NoteForm()),
        """
        <div class="govuk-form-group">
          <label class="govuk-label govuk-label--s" for="id_name">Name</label>
          <div class="govuk-hint" id="id_name_helptext">As on the &lt;request&gt;</div>
          <input type="text" name="name" class="govuk-input govuk-input--width-20"
            aria-describedby="id_name_helptext" id="id_name">
        </div>
        <input type="hidden" name="ticket" value="7" id="id_ticket">""",
    )


def test_an_error_is_said_marked_and_described():
    assertHTMLEqual(
        NoteForm({"ticket": "7"})["name"].as_field_group(),
        """
        <div class="govuk-form-group govuk-form-group--error">
          <label class="govuk-label govuk-label--s" for="id_name">Name</label>
          <div class="govuk-hint" id="id_name_helptext">As on the &lt;request&gt;</div>
          <p class="govuk-error-message" id="id_name_error">
            <span class="govuk-visually-hidden">Error:</span> Enter the name</p>
          <input type="text" name="name" aria-invalid="true"
            class="govuk-input govuk-input--width-20 govuk-input--error"
            aria-describedby="id_name_helptext id_name_error" id="id_name">
        </div>""",
    )


def form_with(field):
    return type("OneField", (forms.Form,), {"it": field})


@pytest.mark.parametrize(
    ("field", "markup"),
    [
        (
            forms.CharField(widget=forms.Textarea(attrs={"rows": 5})),
            '<textarea name="it" rows="5" cols="40" class="govuk-textarea" id="id_it"></textarea>',
        ),
        (
            forms.ChoiceField(choices=[("n", "North")]),
            '<select name="it" class="govuk-select" id="id_it"><option value="n">North</option>'
            "</select>",
        ),
        (
            forms.FileField(),
            '<input type="file" name="it" class="govuk-file-upload" id="id_it">',
        ),
        (
            forms.IntegerField(),
            '<input type="number" name="it" class="govuk-input" id="id_it">',
        ),
        (
            forms.CharField(widget=forms.PasswordInput),
            '<input type="password" name="it" class="govuk-input" id="id_it">',
        ),
    ],
)
def test_each_control_has_its_class(field, markup):
    assertHTMLEqual(str(form_with(field)()["it"]), markup)


def test_radios_may_stand_under_headings():
    field = forms.ChoiceField(
        label="What happened?",
        choices=[("Request", [("r", "Request received")]), ("Plan", [("p", "Plan sent")])],
        widget=forms.RadioSelect,
    )
    assertHTMLEqual(
        form_with(field)({"it": "p"})["it"].as_field_group(),
        """
        <div class="govuk-form-group"><fieldset class="govuk-fieldset">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">What happened?</legend>
          <p class="govuk-body govuk-!-font-weight-bold sendpath-options-heading"
            id="id_it_group_1">Request</p>
          <div class="govuk-radios" data-module="govuk-radios" role="group"
            aria-labelledby="id_it_group_1">
            <div class="govuk-radios__item">
              <input class="govuk-radios__input" id="id_it_0_0" type="radio" name="it" value="r">
              <label class="govuk-label govuk-radios__label" for="id_it_0_0">
                Request received</label>
            </div>
          </div>
          <p class="govuk-body govuk-!-font-weight-bold sendpath-options-heading"
            id="id_it_group_2">Plan</p>
          <div class="govuk-radios" data-module="govuk-radios" role="group"
            aria-labelledby="id_it_group_2">
            <div class="govuk-radios__item">
              <input class="govuk-radios__input" id="id_it_1_0" type="radio" name="it" value="p"
                checked>
              <label class="govuk-label govuk-radios__label" for="id_it_1_0">Plan sent</label>
            </div>
          </div>
        </fieldset></div>""",
    )


def test_several_options_may_be_ticked():
    field = forms.MultipleChoiceField(
        label="Which needs?",
        choices=[("s", "Speech"), ("h", "Hearing")],
        widget=forms.CheckboxSelectMultiple,
    )
    assertHTMLEqual(
        form_with(field)({"it": ["h"]})["it"].as_field_group(),
        """
        <div class="govuk-form-group"><fieldset class="govuk-fieldset">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Which needs?</legend>
          <div class="govuk-checkboxes" data-module="govuk-checkboxes">
            <div class="govuk-checkboxes__item">
              <input class="govuk-checkboxes__input" id="id_it_0" type="checkbox" name="it"
                value="s">
              <label class="govuk-label govuk-checkboxes__label" for="id_it_0">Speech</label>
            </div>
            <div class="govuk-checkboxes__item">
              <input class="govuk-checkboxes__input" id="id_it_1" type="checkbox" name="it"
                value="h" checked>
              <label class="govuk-label govuk-checkboxes__label" for="id_it_1">Hearing</label>
            </div>
          </div>
        </fieldset></div>""",
    )


def test_a_single_tick_stands_before_its_words():
    field = forms.BooleanField(label="I checked this", error_messages={"required": "Tick the box"})
    assertHTMLEqual(
        form_with(field)({})["it"].as_field_group(),
        """
        <div class="govuk-form-group govuk-form-group--error">
          <p class="govuk-error-message" id="id_it_error">
            <span class="govuk-visually-hidden">Error:</span> Tick the box</p>
          <div class="govuk-checkboxes" data-module="govuk-checkboxes">
            <div class="govuk-checkboxes__item">
              <input class="govuk-checkboxes__input" id="id_it" type="checkbox" name="it"
                aria-describedby="id_it_error">
              <label class="govuk-label govuk-checkboxes__label" for="id_it">I checked this</label>
            </div>
          </div>
        </div>""",
    )


def test_an_error_leads_to_the_first_of_several_options():
    field = forms.ChoiceField(choices=[("Plan", [("p", "Sent")])], widget=forms.RadioSelect)
    form = form_with(field)({})
    first = form["it"].first_input_id

    assert f'id="{first}"' in form["it"].as_field_group()
