"""Why a fact on record no longer stands, in words, by the code that is stored."""

from __future__ import annotations

from collections.abc import Mapping

CORRECTED: Mapping[str, str] = {
    "mistyped": "It was typed wrongly",
    "learnt_later": "We have learnt more since",
    "family_pointed_out": "The family pointed it out",
    "source_changed": "The return it came from was changed",
}
VOIDED: Mapping[str, str] = {
    "recorded_twice": "It was recorded twice",
    "wrong_case": "It belongs to another case",
    "did_not_happen": "It did not happen",
    "family_pointed_out": "The family pointed it out",
    "source_changed": "The return it came from was changed",
}
BY_PEOPLE = frozenset({*CORRECTED, *VOIDED}) - {"source_changed"}
"""The reasons a person may give; the others are an import's."""


def why(code: object) -> str:
    """Return a reason in words, or an empty text where none was recorded."""
    return {**CORRECTED, **VOIDED}.get(str(code), "")
