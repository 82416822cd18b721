"""What a demonstration knows beside the cases, and children whom it has in its record twice."""

from __future__ import annotations

from datetime import date

from sendpath.accounts.models import User
from sendpath.casework.selectors.for_return import people_held_by_for_return
from sendpath.casework.services.cases import open_case
from sendpath.core.people.parts import PARTS
from sendpath.people.matching import known_for_return
from sendpath.people.selectors import in_bulk
from sendpath.people.selectors.facts import other_names
from sendpath.people.services import Particulars, add_people
from sendpath.people.services.facts import record_fact
from sendpath.returns.hartwell.everybody import OFFICER
from sendpath.returns.hartwell.showcase import showcase_identity

SINCE = date(2025, 9, 1)
TWICE = slice(20, 23)
"""Which of the officer's children are in the record twice."""

OF_ELOWEN = (
    ("names", {"kind": "known_as", "forename": "Ellie"}),
    ("communication", {"whose": "child", "need": "Short questions, and time to answer"}),
    ("contact_rules", {"kind": "how", "whom": "The mother", "rule": "Text first; calls after 4pm"}),
)
OF_ANOTHER = (
    (
        "addresses",
        {
            "kind": "home",
            "address": "1 Made-up Street\nHartwell",
            "postcode": "ZZ1 1ZZ",
            "disclose": "no",
        },
    ),
    (
        "orders",
        {
            "kind": "prohibited_steps",
            "forbids": "do not tell the father which school the child goes to",
            "document": "Made up",
        },
    ),
)


def record(*, by: User) -> int:
    """Record what is known of two children, and three second records; return how many entries."""
    if any(other_names()):
        return 0  # it was loaded before
    (elowen,) = known_for_return(upns=[showcase_identity().upn], ulns=(), born_on=())
    officer = User.objects.get(username=OFFICER)
    others = sorted(set(people_held_by_for_return(username=OFFICER)) - {elowen.person_id})
    for person_id, told in ((elowen.person_id, OF_ELOWEN), (others[0], OF_ANOTHER)):
        person = in_bulk(pks=[person_id])[person_id]
        for part, answers in told:
            record_fact(
                person=person,
                part=PARTS[part],
                answers=answers,
                from_on=SINCE,
                to_on=None,
                by=officer,
            )
    _record_twice(others[TWICE], officer, by)
    return len(OF_ELOWEN) + len(OF_ANOTHER)


def _record_twice(person_ids: list[int], officer: User, by: User) -> None:
    """Add second records as somebody in a hurry would: a letter doubled, and no number."""
    known = in_bulk(pks=person_ids)
    again: list[Particulars] = [
        {
            "surname": person.surname[:2] + person.surname[1:],
            "forename": person.forename,
            "birth_date": person.birth_date,
            "sex": person.sex,
            "ethnicity": "NOBT",
            "postcode": person.postcode,
            "upn": "",
            "uln": "",
            "upn_unknown": "UN8",
        }
        for person in known.values()
    ]
    for person in add_people(people=again):
        open_case(person_id=person.pk, team=officer.teams[0], officer=None, by=by)
