"""Extracts of the register as the Department writes them, of schools that do not exist."""

from __future__ import annotations

import csv
import io

from sendpath.core.gias.columns import COLUMNS, LINK_COLUMNS, NOT_KEPT, URN

HEADER = [URN, *dict.fromkeys(source for c in COLUMNS for source in c.sources), *sorted(NOT_KEPT)]

USUAL = {
    "LA (code)": "999", "LA (name)": "Hartwell", "EstablishmentNumber": "7001",
    "EstablishmentName": "Wychcombe School", "TypeOfEstablishment (code)": "7",
    "TypeOfEstablishment (name)": "Community special school",
    "EstablishmentTypeGroup (code)": "5", "EstablishmentTypeGroup (name)": "Special schools",
    "EstablishmentStatus (code)": "1", "EstablishmentStatus (name)": "Open",
    "OpenDate": "01-09-1998", "PhaseOfEducation (code)": "0",
    "PhaseOfEducation (name)": "Not applicable", "StatutoryLowAge": "5", "StatutoryHighAge": "16",
    "Gender (name)": "Mixed", "SchoolCapacity": "120", "NumberOfPupils": "104",
    "CensusDate": "16-01-2025", "SpecialClasses (name)": "No Special Classes",
    "SEN1 (name)": "ASD - Autistic Spectrum Disorder",
    "SEN2 (name)": "SLCN - Speech, language and Communication",
    "TypeOfResourcedProvision (name)": "Not applicable", "Section41Approved (name)":
    "Not applicable", "UKPRN": "10000001", "HeadTitle (name)": "Ms", "HeadFirstName": "Zoë",
    "HeadLastName": "Teststone", "HeadPreferredJobTitle": "Headteacher",
    "Street": "1 Made-up Lane", "Town": "Ashdown", "Postcode": "ZZ1 1ZZ", "Easting": "500000",
    "Northing": "200000", "TelephoneNum": "01632960001", "SchoolWebsite": "www.example.org",
    "OfstedLastInsp": "19-04-2023", "LastChangedDate": "02-12-2025",
}  # fmt: skip


def school(urn="990001", **said):
    """Return a row of an extract: an open special school, but for what is said of it."""
    return {**dict.fromkeys(HEADER, ""), **USUAL, URN: urn, **said}


CLOSED = {
    "EstablishmentStatus (code)": "2", "EstablishmentStatus (name)": "Closed",
    "CloseDate": "31-08-2025", "ReasonEstablishmentClosed (name)": "Academy Converter",
}  # fmt: skip


def named(name):
    return {"EstablishmentName": name}


def text_of(*rows, header=HEADER):
    out = io.StringIO()
    writer = csv.DictWriter(out, header, quoting=csv.QUOTE_ALL, extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def extract(*rows, header=HEADER):
    """Return an extract as an open file, in the Department's encoding."""
    return io.BytesIO(text_of(*rows, header=header).encode("cp1252"))


def links(*rows):
    """Return a file of links: URN, the other's URN, its name, the kind of link, since when."""
    told = [dict(zip(LINK_COLUMNS, row, strict=True)) for row in rows]
    return io.BytesIO(text_of(*told, header=list(LINK_COLUMNS)).encode("cp1252"))
