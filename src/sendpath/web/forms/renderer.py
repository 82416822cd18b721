"""How Django writes our forms: every field in the GOV.UK pattern, with no form doing it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.forms.renderers import DjangoTemplates

from sendpath.web.forms.dates import PARTS, DateInput

LOOKS = (  # the first that fits: every file input is also an input
    (forms.CheckboxInput, ""),
    (forms.HiddenInput, ""),
    (forms.FileInput, "govuk-file-upload"),
    (forms.Textarea, "govuk-textarea"),
    (forms.Select, "govuk-select"),
    (forms.widgets.Input, "govuk-input"),
)


OURS = {"django/forms/widgets/select.html": "web/forms/select.html"}


class GovukBoundField(BoundField):
    """A field on a page, with the classes, ids and descriptions the pattern asks for."""

    @property
    def control_template(self) -> str:
        """Return the template of the label and its control."""
        widget = self.field.widget
        if isinstance(widget, forms.CheckboxInput):
            return "web/forms/checkbox.html"
        if isinstance(widget, forms.RadioSelect):
            return "web/forms/options.html"
        if self.use_fieldset:
            return "web/forms/fieldset.html"
        return "web/forms/control.html"

    @property
    def shape(self) -> str:
        """The pattern's word for a list of options: several may be ticked, or one."""
        several = isinstance(self.field.widget, forms.CheckboxSelectMultiple)
        return "checkboxes" if several else "radios"

    @property
    def option_groups(self) -> list[tuple[str | None, list[dict[str, Any]]]]:
        """Return radios or ticks to choose from, with the heading each group stands under."""
        widget = self.field.widget
        if not isinstance(widget, forms.RadioSelect):
            return []
        chosen = widget.format_value(self.value())
        groups: list[tuple[str | None, list[dict[str, Any]]]] = []
        for heading, options, _ in widget.optgroups(self.html_name, chosen, {"id": self.auto_id}):
            # Django makes a group of each option that stands under no heading
            if heading is None and groups and groups[-1][0] is None:
                groups[-1][1].extend(options)
            else:
                groups.append((heading, list(options)))
        return groups

    @property
    def first_input_id(self) -> str:
        """Return where a link in the error summary should lead."""
        widget = self.field.widget
        if isinstance(widget, DateInput):
            return f"{self.auto_id}_{(self.wrong_parts or PARTS)[0]}"
        options = [option for _, group in self.option_groups for option in group]
        return str(options[0]["attrs"]["id"]) if options else self.auto_id

    @property
    def wrong_parts(self) -> tuple[str, ...]:
        """Return the boxes of a date that its error is about: all, unless it says."""
        if not self.errors:
            return ()
        params = self.errors.as_data()[0].params or {}
        return tuple(params.get("parts", PARTS))

    def build_widget_attrs(
        self, attrs: dict[str, Any], widget: forms.Widget | None = None
    ) -> dict[str, Any]:
        """Add the pattern's classes, and leave telling of what is missing to the server."""
        widget = widget or self.field.widget
        attrs = super().build_widget_attrs(attrs, widget)
        attrs.pop("required", None)
        if isinstance(widget, DateInput):
            return attrs | {"wrong_parts": self.wrong_parts}
        look = next((look for kind, look in LOOKS if isinstance(widget, kind)), "")
        if look:
            error = f"{look}--error" if self.errors else ""
            own = widget.attrs.get("class", "")
            attrs["class"] = " ".join(filter(None, (look, own, error)))
        return attrs


class GovukRenderer(DjangoTemplates):
    """Writes `{{ form }}` and `{{ field.as_field_group }}` in the GOV.UK pattern."""

    form_template_name = "web/forms/form.html"
    field_template_name = "web/forms/field.html"
    bound_field_class = GovukBoundField

    def get_template(self, template_name: str) -> Any:
        """Use our own list of options: Django's includes two templates for each of them."""
        return super().get_template(OURS.get(template_name, template_name))
