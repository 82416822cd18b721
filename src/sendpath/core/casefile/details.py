"""Kinds of detail in a record that not everybody who sees the record may see."""

from __future__ import annotations

from enum import StrEnum


class Detail(StrEnum):
    """A kind of detail that is kept from those whose work does not need it."""

    HEALTH = "health"
    SOCIAL_CARE = "social_care"
    """Sections 17 and 47, being looked after, and adoption."""
    FINANCE = "finance"
    SAFE_ADDRESS = "safe_address"
    """Where somebody lives who must not be found."""
