"""Which columns of the full GIAS extract are kept, under which name, and how they are read.

The extract has some 150 columns; those about SEND, where a school is, whom to ask, how large it
is and whether it is open are kept. Column names and status codes are those of the extracts of
2021 to 2025 (get-information-schools.service.gov.uk, Open Government Licence v3.0). The date of
the last inspection is no longer in newer extracts, and is kept where it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class As(Enum):
    """How what stands in a column is read."""

    TEXT = "text"
    NUMBER = "number"
    DAY = "day"
    SEVERAL = "several"
    """Many columns, of which those that say something are kept as a list."""
    JOINED = "joined"
    """Many columns that make one text, such as a person's names."""


@dataclass(frozen=True, slots=True)
class Column:
    """One thing kept of an establishment: our name, what people call it, and where it stands."""

    name: str
    label: str
    sources: tuple[str, ...]
    read: As = As.TEXT
    longest: int = 120
    needed: bool = False
    """Whether a file without it is not the extract at all."""


def _text(
    name: str, label: str, source: str, longest: int = 120, *, needed: bool = False
) -> Column:
    return Column(name, label, (source,), As.TEXT, longest, needed)


def _day(name: str, label: str, source: str) -> Column:
    return Column(name, label, (source,), As.DAY)


def _number(name: str, label: str, source: str) -> Column:
    return Column(name, label, (source,), As.NUMBER)


COLUMNS = (
    _text("name", "Name", "EstablishmentName", needed=True),
    _text("la_code", "Local authority number", "LA (code)", 3, needed=True),
    _text("la_name", "Local authority", "LA (name)"),
    _text("number", "Establishment number", "EstablishmentNumber", 4),
    _text("ukprn", "UKPRN", "UKPRN", 8),
    _text("type_code", "Type code", "TypeOfEstablishment (code)", 3, needed=True),
    _text("type_name", "Type", "TypeOfEstablishment (name)"),
    _text("group_code", "Group code", "EstablishmentTypeGroup (code)", 3),
    _text("group_name", "Group", "EstablishmentTypeGroup (name)"),
    _text("further_type", "Type of college", "FurtherEducationType (name)"),
    _text("phase_code", "Phase code", "PhaseOfEducation (code)", 2),
    _text("phase_name", "Phase", "PhaseOfEducation (name)"),
    _text("status_code", "Status code", "EstablishmentStatus (code)", 2, needed=True),
    _text("status_name", "Status", "EstablishmentStatus (name)"),
    _day("opened_on", "Opened", "OpenDate"),
    _text("open_reason", "Why it opened", "ReasonEstablishmentOpened (name)"),
    _day("closed_on", "Closed", "CloseDate"),
    _text("close_reason", "Why it closed", "ReasonEstablishmentClosed (name)"),
    _number("low_age", "Youngest age", "StatutoryLowAge"),
    _number("high_age", "Oldest age", "StatutoryHighAge"),
    _text("gender", "Boys or girls", "Gender (name)", 40),
    _text("boarders", "Boarding", "Boarders (name)"),
    _text("nursery", "Nursery classes", "NurseryProvision (name)"),
    _text("sixth_form", "Sixth form", "OfficialSixthForm (name)"),
    _number("capacity", "Places", "SchoolCapacity"),
    _number("pupils", "Pupils", "NumberOfPupils"),
    _day("census_on", "Pupils counted on", "CensusDate"),
    _text("special_classes", "Special classes", "SpecialClasses (name)"),
    Column(
        "sen_types", "Needs it provides for", tuple(f"SEN{n} (name)" for n in range(1, 14)),
        As.SEVERAL,
    ),
    _text("resourced_type", "SEN unit or resourced provision", "TypeOfResourcedProvision (name)"),
    _number("resourced_capacity", "Resourced provision: places", "ResourcedProvisionCapacity"),
    _number("resourced_on_roll", "Resourced provision: pupils", "ResourcedProvisionOnRoll"),
    _number("unit_capacity", "SEN unit: places", "SenUnitCapacity"),
    _number("unit_on_roll", "SEN unit: pupils", "SenUnitOnRoll"),
    _text("section_41", "Section 41 approval", "Section41Approved (name)", 40),
    _text("trust", "Trust", "Trusts (name)", 200),
    Column(
        "head", "Head", ("HeadTitle (name)", "HeadFirstName", "HeadLastName"), As.JOINED, 200
    ),
    _text("head_title", "Title of the head’s post", "HeadPreferredJobTitle"),
    _text("street", "Street", "Street"),
    _text("locality", "Locality", "Locality"),
    _text("address_3", "Address, third line", "Address3"),
    _text("town", "Town", "Town"),
    _text("county", "County", "County (name)"),
    _text("postcode", "Postcode", "Postcode", 8),
    _number("easting", "Easting", "Easting"),
    _number("northing", "Northing", "Northing"),
    _text("phone", "Telephone", "TelephoneNum", 40),
    _text("website", "Website", "SchoolWebsite", 200),
    _day("inspected_on", "Last inspected", "OfstedLastInsp"),
    _day("changed_on", "Last changed in GIAS", "LastChangedDate"),
)  # fmt: skip

BY_NAME = {column.name: column for column in COLUMNS}
NAMES = tuple(BY_NAME)

URN = "URN"
OPEN, CLOSED, CLOSING, PROPOSED = "1", "2", "3", "4"
"""Codes of “EstablishmentStatus (code)”."""

LINK_COLUMNS = (URN, "LinkURN", "LinkName", "LinkType", "LinkEstablishedDate")

NOT_KEPT = frozenset(
    {
        "Boarders (code)", "OfficialSixthForm (code)", "Gender (code)", "SpecialClasses (code)",
        "ReasonEstablishmentOpened (code)", "ReasonEstablishmentClosed (code)",
        "ReligiousCharacter (code)", "ReligiousCharacter (name)", "ReligiousEthos (name)",
        "Diocese (code)", "Diocese (name)", "AdmissionsPolicy (code)", "AdmissionsPolicy (name)",
        "NumberOfBoys", "NumberOfGirls", "PercentageFSM", "FSM", "TrustSchoolFlag (code)",
        "TrustSchoolFlag (name)", "Trusts (code)", "SchoolSponsorFlag (name)",
        "SchoolSponsors (name)", "FederationFlag (name)", "Federations (code)",
        "Federations (name)", "FEHEIdentifier", "OfstedSpecialMeasures (code)",
        "OfstedSpecialMeasures (name)", "BSOInspectorateName (name)", "InspectorateReport",
        "DateOfLastInspectionVisit", "NextInspectionVisit", "TeenMoth (name)", "TeenMothPlaces",
        "CCF (name)", "SENPRU (name)", "EBD (name)", "PlacesPRU", "FTProv (name)",
        "EdByOther (name)", "GOR (code)", "GOR (name)", "DistrictAdministrative (code)",
        "DistrictAdministrative (name)", "AdministrativeWard (code)", "AdministrativeWard (name)",
        "ParliamentaryConstituency (code)", "ParliamentaryConstituency (name)",
        "UrbanRural (code)", "UrbanRural (name)", "GSSLACode (name)",
        "CensusAreaStatisticWard (name)", "MSOA (code)", "MSOA (name)", "LSOA (code)",
        "LSOA (name)", "InspectorateName (name)", "SENStat", "SENNoStat",
        "BoardingEstablishment (name)", "PropsName", "PreviousLA (code)", "PreviousLA (name)",
        "PreviousEstablishmentNumber", "OfstedRating (name)", "RSCRegion (name)",
        "Country (name)", "UPRN", "SiteName", "QABName (code)", "QABName (name)",
        "EstablishmentAccredited (code)", "EstablishmentAccredited (name)", "QABReport",
        "CHNumber", "AccreditationExpiryDate",
    }
)  # fmt: skip
"""Columns that are known and left out, so that one nobody has seen before is reported."""
