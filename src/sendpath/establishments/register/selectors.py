"""What the register says: of one establishment, of those that match, and of each load."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from sendpath.core.gias.columns import BY_NAME, COLUMNS
from sendpath.core.gias.read import IS_URN
from sendpath.core.law.counting.protocol import plain
from sendpath.establishments.models import (
    Establishment,
    EstablishmentDetails,
    EstablishmentLink,
    RegisterChange,
    RegisterLoad,
    TeachingDays,
)

EARLIER = 20


def found(words: str) -> QuerySet[Establishment]:
    """Return the establishments that match some words, those that are open first."""
    rows = Establishment.objects.select_related("details")
    for word in words.split():
        rows = rows.filter(
            Q(name__icontains=word)
            | Q(urn__startswith=word)
            | Q(details__town__istartswith=word)
            | Q(details__postcode__istartswith=word)
        )
    return rows.order_by("details__closed_on", "name", "urn") if words.strip() else rows.none()


def establishment(urn: str) -> Establishment | None:
    """Return an establishment with what the register says of it now."""
    rows = Establishment.objects.select_related("details__load")
    return rows.filter(urn=urn).first() if IS_URN.fullmatch(urn) else None


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that the register says, under the name people have for it."""

    label: str
    words: str


GROUPS = (
    ("What it is", ("type_name", "group_name", "further_type", "phase_name", "low_age",
                    "gender", "boarders", "nursery", "sixth_form", "trust", "la_name",
                    "number", "ukprn")),
    ("SEND", ("sen_types", "special_classes", "resourced_type", "resourced_capacity",
              "resourced_on_roll", "unit_capacity", "unit_on_roll", "section_41")),
    ("Places", ("capacity", "pupils", "census_on")),
    ("Where it is, and whom to ask", ("head", "street", "phone", "website", "easting")),
    ("Open or closed", ("status_name", "opened_on", "open_reason", "closed_on",
                        "close_reason", "inspected_on", "changed_on")),
)  # fmt: skip

ADDRESS = ("street", "locality", "address_3", "town", "county", "postcode")


def groups(details: EstablishmentDetails) -> list[tuple[str, list[Told]]]:
    """Return what the register says of an establishment, in groups; what it leaves out is not."""
    return [
        (title, [told for name in names if (told := _told(details, name)).words])
        for title, names in GROUPS
    ]


def _told(details: EstablishmentDetails, name: str) -> Told:
    label = BY_NAME[name].label
    if name == "street":
        return Told("Address", ", ".join(filter(None, (getattr(details, n) for n in ADDRESS))))
    if name == "head":
        return Told(details.head_title or label, details.head)
    if name == "easting":
        both = details.easting is not None and details.northing is not None
        return Told("Grid reference", f"{details.easting}, {details.northing}" if both else "")
    if name == "low_age":
        ages = (details.low_age, details.high_age)
        return Told("Ages", f"{ages[0]} to {ages[1]}" if None not in ages else "")
    return Told(label, in_words(getattr(details, name)))


def in_words(value: object) -> str:
    """Write what the register says as a page shows it."""
    if value is None:
        return ""
    if isinstance(value, date):
        return plain(value)
    if isinstance(value, list):
        return "; ".join(value)
    return f"{value:,}" if isinstance(value, int) else str(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """One thing that changed between two extracts."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What was new in the extract of a day; the first has no changes."""

    from_day: date
    changes: list[Changed]


def history(urn: str) -> list[Edition]:
    """Return since when the register said what of an establishment, the latest first."""
    rows = list(EstablishmentDetails.objects.filter(establishment=urn).order_by("from_day", "pk"))
    editions = [
        Edition(from_day=after.from_day, changes=list(_changes(before, after)))
        for before, after in zip([None, *rows], rows, strict=False)
    ]
    return editions[::-1]


def _changes(before: EstablishmentDetails | None, after: EstablishmentDetails) -> Iterator[Changed]:
    for column in COLUMNS:
        if before and getattr(before, column.name) != getattr(after, column.name):
            was, now = getattr(before, column.name), getattr(after, column.name)
            yield Changed(label=column.label, before=in_words(was), after=in_words(now))


def links(urn: str) -> list[EstablishmentLink]:
    """Return the establishments before, after and beside this one that GIAS names now."""
    return list(EstablishmentLink.objects.filter(urn=urn, gone_in=None).order_by("kind", "since"))


def has_term_dates(urn: str) -> bool:
    """Say whether the days on which it teaches are held."""
    return TeachingDays.objects.filter(establishment=urn).exists()


def newest_load() -> RegisterLoad | None:
    """Return the load that what is held comes from."""
    accepted = RegisterLoad.objects.filter(state=RegisterLoad.State.ACCEPTED)
    return accepted.order_by("-extract_on", "-pk").first()


def earlier_loads() -> QuerySet[RegisterLoad]:
    """Return what was loaded last, latest first."""
    return RegisterLoad.objects.select_related("loaded_by", "job").order_by("-pk")[:EARLIER]


@dataclass(frozen=True, slots=True)
class Count:
    """One line of a preview: how many establishments, and what would become of them."""

    verdict: str
    words: str
    number: int


VERDICTS = (
    ("new", "New: not in the register yet"),
    ("closed", "Held as open, now closed"),
    ("reopened", "Held as closed, now open"),
    ("changed", "Held, and something else has changed"),
    ("unchanged", "Held, and nothing has changed"),
    ("left_out", "Rows left out for a fault"),
    ("missing", "Held, and not in this extract: kept as they are"),
)


def summary(load: RegisterLoad) -> list[Count]:
    """Return how many establishments of a load there are of each sort."""
    return [Count(kind, words, load.counts.get(kind, 0)) for kind, words in VERDICTS]


def changes_with(load: RegisterLoad, verdict: str) -> QuerySet[RegisterChange]:
    """Return the establishments of a load of which this is true, by URN."""
    return load.changes.filter(verdict=verdict).order_by("urn")


def labels(change: RegisterChange) -> str:
    """Name what changed, in words."""
    return ", ".join(BY_NAME[name].label for name in change.fields if name in BY_NAME)
