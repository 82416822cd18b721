"""Returns to load: the reference files, and small ones made in a test."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from sendpath.core.sen2.records import Record
from sendpath.core.sen2.write import write_return
from sendpath.core.sen2.years import survey
from sendpath.returns.services import uploads

REFERENCE = Path(__file__).parents[1] / "reference" / "sen2"
DAY = date(2026, 1, 19)


def header(**values):
    """Return the header of a lawful return of Hartwell, with some items changed."""
    return Record(
        "header",
        {
            "Collection": "SEN2", "Year": "2026", "ReferenceDate": "2026-01-15",
            "SourceLevel": "L", "LEA": "999", "SoftwareCode": "Tests", "SerialNo": "001",
            "DateTime": "2026-01-15T09:00:00", "DMO": "1", "DCO": "1", "DSCO": "1", **values,
        },
    )  # fmt: skip


def a_request(*, received="2025-03-03", outcome="A", children=(), **values):
    """Return a Requests record; without more, one that nobody has decided on."""
    told = {"ReceivedDate": received, "RequestSource": "1", "RYA": "0", "RequestOutcome": outcome}
    if outcome in ("Y", "N"):
        told |= {"RequestMediation": "0", "RequestTribunal": "0"}
    return Record("requests", {**told, **values}, list(children))


def a_person(*requests, **values):
    """Return a Person record of a made-up child."""
    return Record(
        "person",
        {
            "Surname": "Testchild", "Forename": "Amber", "PersonBirthDate": "2015-03-14",
            "Sex": "F", "Ethnicity": "WBRI", "PostCode": "SG1 3XX", "UPN": "N919220000011",
            **values,
        },
        list(requests) or [a_request()],
    )  # fmt: skip


def a_file(*persons, **values):
    """Return a return as an open file."""
    out = BytesIO()
    year = survey(int(values.get("Year", "2026")))
    write_return(out, survey=year, header=header(**values), persons=persons)
    out.seek(0)
    return out


@pytest.fixture
def load(dana, today):
    """Bring a file in and accept it, as the data officer; return the upload."""
    today(DAY)

    def bring_in(source, *, confirmed=True):
        size = len(source.getvalue())
        upload = uploads.receive(source=source, name="sen2.xml", size=size, by=dana)
        upload = uploads.read(upload=upload)
        return uploads.accept(upload=upload, by=dana, confirmed=confirmed)

    return bring_in


@pytest.fixture
def stage(dana, today):
    """Bring a file in as far as its preview; return the upload."""
    today(DAY)

    def bring_in(source):
        size = len(source.getvalue())
        upload = uploads.receive(source=source, name="sen2.xml", size=size, by=dana)
        return uploads.read(upload=upload)

    return bring_in
