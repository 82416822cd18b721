"""Which looks to list, and which child's."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django import forms

from sendpath.audit.purposes import Purpose
from sendpath.oversight.selectors.looks import Wanted, What
from sendpath.web.forms import DateField
from sendpath.web.forms.dates import PARTS

USUALLY = timedelta(days=90)
WHAT_WORDS = {
    What.ALL: "Opened or on a list",
    What.OPENED: "Opened",
    What.LISTED: "On a list with others",
}


class LooksForm(forms.Form):
    """Between which days, by whom and what for. It is a GET form, so a list has an address."""

    since = DateField(label="From", called="the first day", required=False)
    until = DateField(label="To", called="the last day", required=False)
    who = forms.CharField(label="Name of who looked", required=False, max_length=100)
    purpose = forms.ChoiceField(
        label="What for",
        required=False,
        choices=[("", "Anything"), *[(one.value, one.words) for one in Purpose]],
    )
    what = forms.ChoiceField(
        label="How",
        required=False,
        choices=[(what.value, words) for what, words in WHAT_WORDS.items()],
    )

    def __init__(self, data: Mapping[str, Any], *, today: date) -> None:
        first = today - USUALLY
        usual = {**_boxes("since", first), **_boxes("until", today), "what": What.ALL.value}
        super().__init__({**usual, **data})
        self.today, self.first = today, first

    def clean(self) -> dict[str, Any]:
        """Refuse days in the wrong order."""
        since, until = self.cleaned_data.get("since"), self.cleaned_data.get("until")
        if since and until and since > until:
            self.add_error("until", "The last day must be the same as or after the first day")
        return self.cleaned_data

    def wanted(self) -> Wanted:
        """Return what was asked for. Where the days are wrong, the last 90."""
        right = self.is_valid()
        said = self.cleaned_data
        return Wanted(
            since=(said.get("since") if right else None) or self.first,
            until=(said.get("until") if right else None) or self.today,
            who=said.get("who", ""),
            purpose=said.get("purpose", ""),
            what=What(said.get("what") or What.ALL),
        )


def _boxes(name: str, day: date) -> dict[str, str]:
    return {f"{name}_{part}": str(getattr(day, part)) for part in PARTS}


class FindForm(forms.Form):
    """Whose record it is that people may have looked at."""

    words = forms.CharField(
        label="Name or number of the child or young person",
        help_text="A name in any order, however it is spelt, or a UPN, ULN or NHS number",
        min_length=2,
        max_length=100,
        error_messages={
            "required": "Enter a name or a number",
            "min_length": "Enter at least 2 letters of the name",
        },
    )
