"""A person's records as a chain that rules can follow up and down, with dates read once.

A date that is missing, unreadable or impossible is None here, and a rule that needs it
stays silent: one fault is one rule's to report. A date of birth after survey day counts
as unreadable for the same reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Protocol

from sendpath.core.sen2.areas import english_areas, upn_areas
from sendpath.core.sen2.dates import real_date
from sendpath.core.sen2.records import Record
from sendpath.core.sen2.years import CodeSet, Survey


@dataclass(frozen=True, slots=True, kw_only=True)
class Establishment:
    """What the register of schools says of one URN; None where it does not say."""

    expected: bool
    sen_unit: bool | None = None
    resourced_provision: bool | None = None


class Reference(Protocol):
    """Look-ups the product may or may not hold: rules that need them are else silent."""

    def establishment(self, urn: str) -> Establishment | None:
        """Return what the register says; `expected` is whether a plan may name it."""

    def in_area(self, postcode: str) -> bool | None:
        """Say whether the postcode lies in the returning area, None if not known."""


class Setting:
    """What every rule may ask: the survey year, the area, the clock and the look-ups."""

    def __init__(
        self, survey: Survey, *, lea: str, now: datetime | None, reference: Reference | None
    ) -> None:
        self.survey = survey
        self.lea = lea
        self.now = now
        self.reference = reference
        self.areas = english_areas(lea)
        self.upn_areas = upn_areas(lea)
        self.codes: dict[tuple[str, str], CodeSet] = {
            (module.key, field.xml): survey.codes[field.codes]
            for module in survey.modules.values()
            for field in module.fields
            if field.codes and field.codes in survey.codes
        }


class Link:
    """One record in the chain, with the questions rules ask of any record."""

    def __init__(self, record: Record, around: Setting) -> None:
        self.record = record
        self.values = record.values
        self.around = around
        self.survey = around.survey

    def day(self, item: str) -> date | None:
        """Return the item as a date, or None."""
        return real_date(self.values.get(item))

    def no_day(self, item: str) -> bool:
        """Say whether the item is written but is not a real date."""
        return item in self.values and self.day(item) is None

    def coded(self, item: str) -> bool:
        """Say whether the item holds one of its codes."""
        codes = self.around.codes.get((self.record.module, item))
        return item in self.values and (codes is None or self.values[item] in codes)

    def miscoded(self, item: str) -> bool:
        """Say whether the item holds something that is not one of its codes."""
        return item in self.values and not self.coded(item)

    def first_uncoded(self, *items: str) -> str | None:
        """Return the first of the items that is missing or is not one of its codes."""
        return next((item for item in items if not self.coded(item)), None)


class Header(Link):
    """The header."""


class Person(Link):
    """A person, and all that hangs on them."""

    def __init__(self, record: Record, around: Setting) -> None:
        super().__init__(record, around)
        self.requests = [Request(r, self) for r in record.all("requests")]

    @cached_property
    def birth(self) -> date | None:
        """The date of birth, if the person was born by survey day."""
        born = self.day("PersonBirthDate")
        return born if born and born <= self.survey.day else None

    @cached_property
    def plans(self) -> list[Plan]:
        """Every plan of the person, in file order."""
        return [plan for request in self.requests for plan in request.plans]


class Request(Link):
    """A request for an assessment, or the stub that stands for one made long ago."""

    def __init__(self, record: Record, person: Person) -> None:
        super().__init__(record, person.around)
        self.person = person
        self.received = self.day("ReceivedDate")
        self.decided = self.day("RequestOutcomeDate")
        self.outcome = self.values["RequestOutcome"] if self.coded("RequestOutcome") else None
        self.assessments = [Assessment(r, self) for r in record.all("assessment")]
        self.active = [Active(r, self) for r in record.all("active_plans")]

    @cached_property
    def plans(self) -> list[Plan]:
        """The plans the request led to."""
        return [plan for assessment in self.assessments for plan in assessment.plans]

    @cached_property
    def placements(self) -> list[Placement]:
        """Where the person attends or attended under the request's plan."""
        return [placement for active in self.active for placement in active.placements]

    @cached_property
    def transferred_in(self) -> bool:
        """Whether the plan came from another area."""
        return any("TransferLA" in active.values for active in self.active)


class Assessment(Link):
    """An assessment and the decision whether to issue a plan."""

    def __init__(self, record: Record, request: Request) -> None:
        super().__init__(record, request.around)
        self.request = request
        self.decided = self.day("AssessmentOutcomeDate")
        self.outcome = self.values["AssessmentOutcome"] if self.coded("AssessmentOutcome") else None
        self.plans = [Plan(r, self) for r in record.all("named_plan")]


class Plan(Link):
    """A plan, with the settings it names."""

    def __init__(self, record: Record, assessment: Assessment) -> None:
        super().__init__(record, assessment.around)
        self.assessment = assessment
        self.request = assessment.request
        self.start = self.day("StartDate")
        self.ceased = self.day("CeaseDate")
        self.details = [Detail(r, self.around) for r in record.all("plan_detail")]

    @property
    def active(self) -> bool:
        """Whether the plan is known to stand on survey day, that day included."""
        if self.start is None or self.start > self.survey.day or self.no_day("CeaseDate"):
            return False
        return self.ceased is None or self.ceased > self.survey.day


class Detail(Link):
    """A setting that a plan names in section I."""


class Active(Link):
    """The part of a return that is about a plan in force: reviews, placements, needs."""

    def __init__(self, record: Record, request: Request) -> None:
        super().__init__(record, request.around)
        self.request = request
        self.meeting = self.day("ReviewMeeting")
        self.decision = self.day("LastReview")
        self.placements = [Placement(r, self) for r in record.all("placement_detail")]
        self.needs = [Need(r, self.around) for r in record.all("sen_need")]


class Placement(Link):
    """Where the person attends, or attended."""

    def __init__(self, record: Record, active: Active) -> None:
        super().__init__(record, active.around)
        self.active = active
        self.entry = self.day("EntryDate")
        self.leaving = self.day("LeavingDate")

    def covers(self, day: date) -> bool:
        """Say whether the placement is known to have begun by the day and not to have ended."""
        return (
            self.entry is not None
            and self.entry <= day
            and (self.leaving is None or self.leaving >= day)
        )


class Need(Link):
    """A type of need, first or second."""
