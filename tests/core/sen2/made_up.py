"""Made-up returns for the tests of SEN2: a plain one without a fault, to be spoilt."""

from __future__ import annotations

import io
from datetime import date, timedelta

from sendpath.core.sen2.identifiers import upn_check_letter
from sendpath.core.sen2.read import read_return
from sendpath.core.sen2.records import Record
from sendpath.core.sen2.validate import Report, validate
from sendpath.core.sen2.write import write_return
from sendpath.core.sen2.years import survey

SURVEY = survey(2026)


def header(**values: str | None) -> Record:
    """A faultless header of Hartwell's return for 2026, with some items changed."""
    plain = {
        "Collection": "SEN2",
        "Year": "2026",
        "ReferenceDate": "2026-01-15",
        "SourceLevel": "L",
        "LEA": "999",
        "SoftwareCode": "Tests",
        "Release": "1.0",
        "SerialNo": "001",
        "DateTime": "2026-01-16T09:00:00",
        "DMO": "1",
        "DCO": "1",
        "DSCO": "1",
    }
    return record("header", plain | values)


def record(module: str, values: dict[str, str | None], *children: Record) -> Record:
    """A record; items given as None are left out."""
    kept = {item: value for item, value in values.items() if value is not None}
    return Record(module, kept, list(children))


def person(number: int = 1, *requests: Record, **values: str | None) -> Record:
    """A child of eleven, with a UPN of their own and the requests given."""
    body = f"999100{number % 100000:05d}{number // 100000}"
    plain = {
        "Surname": f"Testperson{number}",
        "Forename": f"Child{number}",
        "PersonBirthDate": "2014-05-06",
        "Sex": "F",
        "Ethnicity": "WBRI",
        "PostCode": "HW1 1AA",
        "UPN": upn_check_letter(body) + body,
    }
    return record("person", plain | values, *(requests or (new_plan(),)))


def request(*children: Record, **values: str | None) -> Record:
    """A request of February 2025, agreed in five weeks."""
    plain = {
        "ReceivedDate": "2025-02-03",
        "RequestSource": "2",
        "RYA": "0",
        "RequestOutcomeDate": "2025-03-10",
        "RequestOutcome": "Y",
        "RequestMediation": "0",
        "RequestTribunal": "0",
    }
    return record("requests", plain | values, *children)


def assessment(*children: Record, **values: str | None) -> Record:
    """An assessment that led to a plan on 20 June 2025, inside the 20 weeks."""
    plain = {
        "AssessmentOutcome": "Y",
        "AssessmentOutcomeDate": "2025-06-20",
        "AssessmentMediation": "0",
        "AssessmentTribunal": "0",
        "OtherMediation": "0",
        "OtherTribunal": "0",
        "Week20": "0",
    }
    return record("assessment", plain | values, *children)


def plan(*details: Record, **values: str | None) -> Record:
    """A plan of 20 June 2025 that names one school."""
    plain = {"StartDate": "2025-06-20", "PB": "0"}
    return record("named_plan", plain | values, *(details or (detail(),)))


def detail(**values: str | None) -> Record:
    """The school that a plan names first."""
    plain = {"URN": "117001", "PlacementRank": "1", **_INDICATORS}
    return record("plan_detail", plain | values)


def active(*children: Record, **values: str | None) -> Record:
    """What stands on survey day: one placement and one need, unless others are given."""
    return record("active_plans", values, *(children or (placement(), need())))


def placement(**values: str | None) -> Record:
    """A first placement at the named school since September 2024."""
    plain = {"URN": "117001", "PlacementRank": "1", "EntryDate": "2024-09-02", **_INDICATORS}
    return record("placement_detail", plain | values)


def need(**values: str | None) -> Record:
    """A first need."""
    return record("sen_need", {"SENtype": "ASD", "SENtypeRank": "1"} | values)


def new_plan() -> Record:
    """A request that led to a plan in the period."""
    return request(assessment(plan()), active())


def old_plan(*, start: str = "2022-03-01", reviewed: str | None = "2025-03-21") -> Record:
    """The stub of a request made years ago, with its plan, reviewed in March 2025."""
    meeting = {"ReviewMeeting": "2025-03-03", "ReviewOutcome": "M", "LastReview": reviewed}
    return historical(plan(StartDate=start), active(**(meeting if reviewed else {})))


def historical(named: Record, *rest: Record) -> Record:
    """A request and assessment made before the period, with a plan."""
    made = record(
        "assessment",
        {"AssessmentOutcome": "H", "OtherMediation": "0", "OtherTribunal": "0"},
        named,
    )
    return record("requests", {"RequestOutcome": "H"}, made, *rest)


def as_file(*people: Record, head: Record | None = None) -> bytes:
    """The file of a return with these people."""
    out = io.BytesIO()
    write_return(out, survey=SURVEY, header=head or header(), persons=people)
    return out.getvalue()


def check(content: bytes) -> Report:
    """What the validator says of a file, an hour after the plain header was written."""
    return validate(io.BytesIO(content), size=len(content))


def found(*people: Record, head: Record | None = None) -> list[tuple[str, int, str]]:
    """The rules, people and items that the validator names for a return."""
    report = check(as_file(*people, head=head))
    return [(issue.rule, issue.person, issue.field) for issue in report.issues]


def read_all(content: bytes) -> tuple[Record, list[Record]]:
    """The header and the people of a file."""
    file = read_return(io.BytesIO(content))
    return file.header, list(file.persons())


def day(text: str, days: int = 0) -> str:
    """The date so many days later, as SEN2 writes it."""
    return (date.fromisoformat(text) + timedelta(days=days)).isoformat()


_INDICATORS = {"SENunitIndicator": "0", "ResourcedProvisionIndicator": "0"}
