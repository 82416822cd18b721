"""A person is found although the name is misspelt, and nobody unlike it comes along."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sendpath.people import selectors
from sendpath.people import services as people
from sendpath.people.models import Person

pytestmark = pytest.mark.django_db

BORN = date(2015, 3, 14)
NAMES = (
    "Siobhan|O'Neill", "Mohammed|Al-Hassan", "Zoë|Fitzgerald", "Jean-Luc|Fenstead",
    "Amber|Normalson", "Aaliyah|Kelridge", "Oluwaseun|Adeyemi", "Caspian|van der Mollen",
    "Katherine|Smythe", "Minh|Nguyen Thi", "Saffron|Wójtan", "José|Kowalczar",
    "Sean|Thornwick", "Zara|Whitfield", "Luke|Jeans", "Thomas|Ethelston",
)  # fmt: skip

FOUND = [
    ("siobhan oneill", "O'Neill"),
    ("Shivaun O'Neill", "O'Neill"),
    ("Oneil Siobhan", "O'Neill"),
    ("SIOBHAN", "O'Neill"),
    ("siobhan o’neill", "O'Neill"),
    ("mohamed alhassan", "Al-Hassan"),
    ("Muhammad Al Hassan", "Al-Hassan"),
    ("Al-Hassan, Mohammed", "Al-Hassan"),
    ("hassan mohammed", "Al-Hassan"),
    ("zoe fitzgerald", "Fitzgerald"),
    ("zoe fitzgerlad", "Fitzgerald"),
    ("Fitzgerald Zoë", "Fitzgerald"),
    ("fitz gerald", "Fitzgerald"),
    ("jean luc fenstead", "Fenstead"),
    ("jeanluc fenstead", "Fenstead"),
    ("fensted jean", "Fenstead"),
    ("amber normalsen", "Normalson"),
    ("ambar normalson", "Normalson"),
    ("normalson", "Normalson"),
    ("aliyah kelridge", "Kelridge"),
    ("aaliya kellridge", "Kelridge"),
    ("seun adeyemi", "Adeyemi"),
    ("adeyemi oluwaseun", "Adeyemi"),
    ("van der mollen", "van der Mollen"),
    ("vandermollen caspian", "van der Mollen"),
    ("caspian mollen", "van der Mollen"),
    ("kathryn smythe", "Smythe"),
    ("catherine smith", "Smythe"),
    ("nguyen minh", "Nguyen Thi"),
    ("saffron wojtan", "Wójtan"),
    ("safron vojtan", "Wójtan"),
    ("jose kowalczar", "Kowalczar"),
    ("kowalzcar", "Kowalczar"),
    ("adeyimi", "Adeyemi"),
    ("o neill", "O'Neill"),
    ("kather", "Smythe"),
]
NOBODY = ["peter bramley", "xx", "ng", "robin", "zzzz yyyy", "<script>", "'; drop table", "é"]


@pytest.fixture
def everyone(db):
    people.add_people(
        people=[
            {
                "forename": name.partition("|")[0],
                "surname": name.partition("|")[2],
                "birth_date": BORN if n else date(2012, 2, 29),
                "sex": "F",
                "ethnicity": "WBRI",
                "postcode": "ZZ1 1ZZ",
                "upn": f"Z99922000{n:04d}",
                "uln": f"90000000{n:02d}",
                "upn_unknown": "",
            }
            for n, name in enumerate(NAMES)
        ]
    )
    return Person.objects.all()


def surnames(words, among, born_on=None):
    return [one.surname for one in selectors.find(words=words, born_on=born_on, among=among)]


@pytest.mark.parametrize(("words", "surname"), FOUND)
def test_the_one_who_is_meant_is_the_only_one_found(everyone, words, surname):
    assert surnames(words, everyone) == [surname]


@pytest.mark.parametrize("words", NOBODY)
def test_a_stranger_is_not_found(everyone, words):
    assert surnames(words, everyone) == []


@pytest.mark.parametrize(
    "words", ["Z999220000004", "z9992 2000 0004", "9000000004", "900-000-0004"]
)
def test_a_number_finds_its_owner_however_it_is_spaced(everyone, words):
    assert surnames(words, everyone) == ["Normalson"]


def test_an_nhs_number_finds_its_owner(everyone):
    amber = everyone.get(surname="Normalson")
    people.add_nhs_numbers(numbers={amber.pk: "9434765919"})

    assert surnames("943 476 5919", everyone) == ["Normalson"]


def test_a_date_of_birth_alone_finds_those_born_that_day(everyone):
    assert surnames("", everyone, date(2012, 2, 29)) == ["O'Neill"]
    assert surnames("", everyone, date(2012, 2, 28)) == []


def test_a_date_of_birth_narrows_a_name(everyone):
    assert surnames("siobhan", everyone, date(2012, 2, 29)) == ["O'Neill"]
    assert surnames("siobhan", everyone, BORN) == []


def test_only_those_asked_among_are_found(everyone):
    assert surnames("siobhan", everyone.exclude(surname="O'Neill")) == []


def test_finding_takes_three_queries(everyone):
    with CaptureQueriesContext(connection) as queries:
        surnames("amber normalsen", everyone)

    assert len(queries) == 3
