"""Form fields in the GOV.UK pattern: what a form imports from here."""

from sendpath.web.forms.dates import DateField, DateInput
from sendpath.web.forms.numbers import WholeNumberField
from sendpath.web.forms.renderer import GovukBoundField, GovukRenderer

__all__ = ["DateField", "DateInput", "GovukBoundField", "GovukRenderer", "WholeNumberField"]
