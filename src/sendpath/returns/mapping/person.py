"""Who a person is, as a return tells it and as the record keeps it."""

from __future__ import annotations

from sendpath.core.sen2.dates import real_date
from sendpath.core.sen2.records import Record
from sendpath.people.services import Particulars

ITEMS = {
    "surname": "Surname",
    "forename": "Forename",
    "sex": "Sex",
    "ethnicity": "Ethnicity",
    "postcode": "PostCode",
    "upn": "UPN",
    "uln": "UniqueLearnerNumber",
    "upn_unknown": "UPNunknown",
}
LONGEST = {
    "Surname": 100,
    "Forename": 100,
    "Sex": 1,
    "Ethnicity": 4,
    "PostCode": 8,
    "UPN": 13,
    "UniqueLearnerNumber": 10,
    "UPNunknown": 4,
}
"""Characters the record keeps of each item."""

GENDERS = {"1": "M", "2": "F"}
"""Codes of GenderCurrent, the item that came before Sex in 2024 (grade C)."""


def too_long(person: Record) -> list[str]:
    """Return the items that hold more than the record keeps."""
    return [item for item, most in LONGEST.items() if len(person.values.get(item, "")) > most]


def particulars_of(person: Record) -> Particulars | None:
    """Return who a Person record is about, or None without a real date of birth."""
    born_on = real_date(person.values.get("PersonBirthDate"))
    if born_on is None:
        return None
    values = person.values
    gender = GENDERS.get(values.get("GenderCurrent", ""), "")
    return Particulars(
        surname=values.get("Surname", ""),
        forename=values.get("Forename", ""),
        birth_date=born_on,
        sex=values.get("Sex", gender),
        ethnicity=values.get("Ethnicity", ""),
        postcode=values.get("PostCode", ""),
        upn=values.get("UPN", ""),
        uln=values.get("UniqueLearnerNumber", ""),
        upn_unknown=values.get("UPNunknown", ""),
    )


def person_record(who: Particulars) -> Record:
    """Return the Person record that says who someone is, as returns since 2024 do."""
    person = Record("person", {"PersonBirthDate": who["birth_date"].isoformat()})
    texts: dict[str, str] = {name: str(value) for name, value in who.items()}
    person.values |= {item: texts[name] for name, item in ITEMS.items() if texts[name]}
    return person
