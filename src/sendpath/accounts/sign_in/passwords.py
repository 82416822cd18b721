"""Words that anybody would guess in a password for this service."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ValidationError

from sendpath.accounts.models import User

OWN_WORDS = (
    "sendpath", "send", "path", "ehcp", "ehc", "plan", "council", "county", "school", "senco",
    "children", "password", "welcome", "winter", "spring", "summer", "autumn",
)  # fmt: skip
LEFT_OVER = 8
"""Characters beside those words that a password needs."""


class NotOwnWords:
    """Refuses a password that is little more than the service's own words and a number."""

    def validate(self, password: str, user: User | None = None) -> None:
        rest = password.casefold()
        for word in (settings.AREA.casefold(), *OWN_WORDS):
            rest = rest.replace(word, "")
        if len(rest) < LEFT_OVER:
            raise ValidationError(
                "Choose a password with more than the name of the service, the area or a season "
                "in it."
            )

    def get_help_text(self) -> str:
        return "More than the name of the service or the area."
