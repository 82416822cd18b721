"""Rules about the header: which return this is, and whose."""

from __future__ import annotations

import re

from sendpath.core.sen2.chain import Header
from sendpath.core.sen2.dates import real_moment
from sendpath.core.sen2.rules.registry import rule


@rule("S2-001", Header)
def _reference_date_is_survey_day(header: Header) -> str | None:
    if header.values.get("Year") != str(header.survey.year):
        return "Year"
    return "ReferenceDate" if header.day("ReferenceDate") != header.survey.day else None


@rule("S2-002", Header)
def _collection_is_sen2(header: Header) -> str | None:
    return "Collection" if header.values.get("Collection") != "SEN2" else None


@rule("S2-003", Header)
def _area_is_current(header: Header) -> str | None:
    return "LEA" if header.values.get("LEA") not in header.around.areas else None


@rule("S2-004", Header)
def _file_says_when_it_was_made(header: Header) -> str | None:
    made_at = real_moment(header.values.get("DateTime", ""))
    if made_at is None or (header.around.now is not None and made_at > header.around.now):
        return "DateTime"
    serial = header.values.get("SerialNo", "")
    return "SerialNo" if not re.fullmatch(r"[0-9]{3}", serial) else None


@rule("S2-005", Header)
def _medical_and_clinical_officers(header: Header) -> str | None:
    return header.first_uncoded("DMO", "DCO")


@rule("S2-006", Header)
def _social_care_officer(header: Header) -> str | None:
    return header.first_uncoded("DSCO")
