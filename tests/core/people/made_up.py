"""A made-up area to judge pairs in: names as common as they are here, and nobody real."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count, product

from rapidfuzz.distance import JaroWinkler

from sendpath.core.people.assumptions import assumptions
from sendpath.core.people.frequencies import frequencies
from sendpath.core.people.score import Judge
from sendpath.core.people.traits import traits

FORENAMES = ("Amber", "Bruno", "Cerys", "Dilan", "Elowen", "Farid", "Grace", "Hugo", "Imogen",
             "Jonah", "Keziah", "Luca", "Maya", "Noor", "Orla", "Piotr", "Quilla", "Rhys",
             "Saffron", "Tomos")  # fmt: skip
SURNAMES = ("Abernethy", "Bracegirdle", "Chowdhury", "Dunmore", "Entwistle", "Fairweather",
            "Gunnarsson", "Holloway", "Iqbal", "Jankowski", "Kettering", "Lovelace", "Mbeki",
            "Northcott", "Osei", "Penhaligon", "Quartermaine", "Rowntree", "Sandhu", "Thistlewood",
            "Underhill", "Villanueva", "Wetherby", "Yarborough", "Zielinski")  # fmt: skip
_ids = count(1)

WHO = {
    "surname": "Witchcombe",
    "forename": "Thomas",
    "birth_date": date(2015, 3, 4),
    "sex": "M",
    "postcode": "ZZ1 1ZZ",
    "numbers": (),
}


def someone(**different):
    return traits(person_id=next(_ids), **{**WHO, **different})


def area():
    """Return 2,500 people, each name and surname as common as the next, in 500 homes."""
    return [
        someone(
            forename=forename,
            surname=surname,
            birth_date=date(2002, 1, 1) + timedelta(days=(n * 37) % 8000),
            sex="FM"[n % 2],
            postcode=f"ZZ{n % 20} {n % 5}{'ABDEF'[n // 5 % 5]}A",
        )
        for n, (forename, surname, _) in enumerate(product(FORENAMES, SURNAMES, range(5)))
    ]


def spelt(one, other):
    return JaroWinkler.similarity(one, other)


def judge(people=None):
    common = frequencies(area() if people is None else people, assumptions(), spelt)
    return Judge(assumptions(), common, spelt)
