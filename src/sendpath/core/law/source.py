"""Where a rule comes from, precisely enough to look it up, and how sure we are of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

LEGISLATION = "https://www.legislation.gov.uk/"
IN_FORCE = date(2014, 9, 1)
"""Part 3 of the Children and Families Act 2014 and the SEND Regulations 2014."""


class Confidence(StrEnum):
    """How the wording of a rule was checked. Nothing is certain until `verified_on` is set."""

    READ = "V"
    SECONDARY = "S"
    UNREAD = "K"

    def in_words(self) -> str:
        """Return the meaning with the mark, for the foot of an explanation."""
        return f"{_MEANING[self]} (mark {self.value})."


_MEANING = {
    Confidence.READ: "the wording of this rule was read in the law itself",
    Confidence.SECONDARY: "this rule was confirmed in a second source, not yet in the law itself",
    Confidence.UNREAD: "this is an unverified rule, not yet checked in the law itself",
}


@dataclass(frozen=True, slots=True)
class Law:
    """One provision: the instrument, the place in it, and a link to the text."""

    instrument: str
    provision: str
    url: str

    def __str__(self) -> str:
        return f"{self.instrument}, {self.provision}"


def regulation(number: str) -> Law:
    """Return a provision of the SEND Regulations 2014: `regulation("13(2)")`."""
    return Law(
        "SEND Regulations 2014 (SI 2014/1530)",
        f"regulation {number}",
        f"{LEGISLATION}uksi/2014/1530/regulation/{number.partition('(')[0]}",
    )


def section(number: str) -> Law:
    """Return a provision of the Children and Families Act 2014: `section("44(1)(a)")`."""
    return Law(
        "Children and Families Act 2014",
        f"section {number}",
        f"{LEGISLATION}ukpga/2014/6/section/{number.partition('(')[0]}",
    )


def tribunal_rule(number: str) -> Law:
    """Return a rule of the Tribunal that hears SEND appeals: `tribunal_rule("20(1)(c)")`."""
    return Law(
        "Tribunal Procedure (First-tier Tribunal) (Health, Education and Social Care Chamber) "
        "Rules 2008 (SI 2008/2699)",
        f"rule {number}",
        f"{LEGISLATION}uksi/2008/2699/article/{number.partition('(')[0]}",
    )


def act(name: str, chapter: str, provision: str) -> Law:
    """Return a section of an Act: `act("Education Act 1996", "1996/56", "437(1)")`."""
    number = provision.partition("(")[0]
    return Law(name, f"section {provision}", f"{LEGISLATION}ukpga/{chapter}/section/{number}")


def instrument(name: str, number: str, provision: str) -> Law:
    """Return a provision of a statutory instrument, by year and number.

    `instrument("Special Educational Needs and Disability (Detained Persons) Regulations 2015",
    "2015/62", "5(1)")` is its regulation 5(1).
    """
    place = provision.partition("(")[0]
    return Law(
        f"{name} (SI {number})",
        f"regulation {provision}",
        f"{LEGISLATION}uksi/{number}/regulation/{place}",
    )


def guidance(name: str, place: str, address: str) -> Law:
    """Return a place in guidance or a standard, which is not law: its page on the web."""
    return Law(name, place, address)


def code_of_practice(paragraphs: str) -> Law:
    """Return paragraphs of the SEND Code of Practice: 0 to 25 years (January 2015)."""
    return Law(
        "SEND Code of Practice",
        f"{'paragraphs' if ' ' in paragraphs else 'paragraph'} {paragraphs}",
        "https://www.gov.uk/government/publications/send-code-of-practice-0-to-25",
    )


RECOMMENDATIONS = (
    "Special Educational Needs and Disability (First-tier Tribunal Recommendations Power) "
    "Regulations 2017",
    "2017/1306",
)
DETAINED_PERSONS = (
    "Special Educational Needs and Disability (Detained Persons) Regulations 2015",
    "2015/62",
)
PERSONAL_BUDGETS = ("Special Educational Needs (Personal Budgets) Regulations 2014", "2014/1652")
"""Names and numbers of instruments, for `instrument(*DETAINED_PERSONS, "5(1)")`."""
CORONAVIRUS = Law(
    "SEND (Coronavirus) (Amendment) Regulations 2020 (SI 2020/471)",
    "regulations 2A and 18A of SI 2014/1530, from 1 May to 25 September 2020",
    f"{LEGISLATION}uksi/2020/471",
)
DEVON = Law(
    "R (L, M and P) v Devon County Council",
    "[2022] EWHC 493 (Admin)",
    "https://www.bailii.org/ew/cases/EWHC/Admin/2022/493.html",
)
SERVICE_BY_POST = Law(
    "Interpretation Act 1978", "section 7", f"{LEGISLATION}ukpga/1978/30/section/7"
)
