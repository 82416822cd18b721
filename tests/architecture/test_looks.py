"""No page that shows a child is given without an entry in the log that names the child."""

import pytest
from django.urls import reverse

from architecture import test_addresses
from architecture.test_addresses import EXPECTED, PEOPLE
from sendpath.audit.models import AuditEntry, Chain
from sendpath.casework.models import Case
from sendpath.oversight.words import PAGES
from sendpath.people.models import Person
from sendpath.returns.models import StagedPerson

pytestmark = pytest.mark.django_db

arguments, records, people = (
    getattr(test_addresses, name) for name in ("arguments", "records", "people")
)
one_child, another = test_addresses.one_child, test_addresses.another
"""Fixtures: what each address needs, and the people who ask."""

ASKED = {
    "casework:find": {"words": "unmistakable"},
    "oversight:find": {"words": "unmistakable"},
    "casework:worklist": {"officer": "anyone"},
    "casework:worklist_csv": {"officer": "anyone"},
}
ONE_PAGE_OF_MANY = ("returns:download",)
"""Hold so many people that the log says how many, and of which file, but not who."""


@pytest.fixture
def child(arguments):
    child = Person.objects.get(pk=arguments[0]["people:person"][0])
    child.surname = "Unmistakable"  # the return that is only loaded has a Testchild too
    child.save()
    return child


@pytest.fixture
def case(arguments):
    return Case.objects.get(pk=arguments[0]["casework:case"][0])


@pytest.fixture
def marks(child, case):
    """Return what nobody could write on a page who does not show the child."""
    return [child.full_name, child.upn, case.reference]


@pytest.fixture
def others(arguments):
    """Return the names of people who are in no record yet."""
    return [person.record["values"]["Surname"] for person in StagedPerson.objects.all()]


def looks():
    return AuditEntry.objects.filter(chain=Chain.LOOKS).order_by("number")


def names_the_child(look, child, case):
    listed = f" p{child.pk} " in look.listed or f" c{case.pk} " in look.listed
    return look.child == child.pk or look.case == case.pk or listed


@pytest.mark.parametrize("who", [who for who in PEOPLE if who != "nobody"])
def test_every_page_that_shows_a_child_is_a_look(
    who, arguments, client, people, child, case, marks, others
):
    user = people[who]
    client.force_login(user)
    shown = set()

    for name in EXPECTED:
        before = looks().count()
        address = reverse(name, args=arguments[0].get(name, []))
        answer = client.get(address, ASKED.get(name, {}))
        text = answer.getvalue().decode(errors="replace")
        added = list(looks()[before:])
        about_child = any(mark in text for mark in marks)
        if answer.status_code == 200 and (about_child or any(mark in text for mark in others)):
            shown.add(name)
            (look,) = added
            assert (look.user, look.by, look.act) == (user.pk, who, name)
            assert all((look.role, look.purpose, look.request)), name
            if about_child and name not in ONE_PAGE_OF_MANY:
                assert names_the_child(look, child, case), name
        else:
            # a page may say that it shows a child by what is no name, such as who looked
            assert len(added) <= (answer.status_code == 200), name

    assert shown <= set(PAGES), "give the page its words in oversight/words.py"
    # were the pages empty, this test would prove nothing
    assert ("casework:case" in shown) == (EXPECTED["casework:case"][0][who] == 200)


def test_each_page_has_words_only_if_there_is_such_a_page():
    assert set(PAGES) <= set(EXPECTED)
