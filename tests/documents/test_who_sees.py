"""Nobody sees, counts or opens a document that is not for them, by whatever address."""

import io

import pytest
from django.urls import reverse

from documents.made_up import pdf
from everybody import LONG_AGO, tie_to
from sendpath.accounts.models import Membership
from sendpath.accounts.roles import ROLES
from sendpath.documents.models import Document
from sendpath.documents.selectors.documents import documents_visible_to
from sendpath.documents.selectors.search import search
from sendpath.documents.services import changing
from sendpath.documents.services.uploads import add_redacted
from sendpath.documents.views.one import _original
from sendpath.documents.words import Sensitivity, Visibility, WhyVoid
from sendpath.people.models import FamilyRelation
from sendpath.people.services.involvement import link_family

pytestmark = pytest.mark.django_db

OF_DOCUMENT = ["document", "add_version", "add_copy", "redact", "describe", "void"]
OF_VERSION = ["version", "download", "play"]


def addresses(document):
    yield from (reverse(f"documents:{name}", args=[document.pk]) for name in OF_DOCUMENT)
    yield from (reverse(f"documents:{name}", args=[document.pk, 1]) for name in OF_VERSION)
    yield reverse("documents:page", args=[document.pk, 1, 1])
    yield reverse("documents:of_person", args=[document.person_id])
    yield reverse("documents:add", args=[document.person_id])


@pytest.mark.parametrize("method", ["get", "post"])
def test_no_address_of_another_childs_document_is_found(client, tom, added, method):
    document = added(pdf("Dear Amber"))
    client.force_login(tom)

    answers = {path: getattr(client, method)(path).status_code for path in addresses(document)}

    # only reading a list or a page by POST is refused before anything is looked up
    assert set(answers.values()) <= ({404} if method == "get" else {404, 405})
    assert Document.objects.get().voided_at is None


@pytest.mark.parametrize("number", [0, 999_999, 10**30])
def test_an_id_that_is_not_there_is_not_found(client, priya, added, number):
    document = added(pdf("Dear Amber"))
    client.force_login(priya)
    nowhere = Document(pk=number, person_id=number)
    paths = [
        *addresses(nowhere),
        reverse("documents:version", args=[document.pk, number]),
        reverse("documents:download", args=[document.pk, number]),
        reverse("documents:page", args=[document.pk, 1, number]),
        reverse("documents:page", args=[document.pk, number, 1]),
        f"{reverse('documents:search')}?of={number}",
    ]

    assert {path: client.get(path).status_code for path in paths} == dict.fromkeys(paths, 404)


def test_a_version_of_another_document_is_not_found(client, priya, added):
    one, other = added(pdf("One")), added(b"Other words.\n", "other.txt")
    client.force_login(priya)

    assert client.get(reverse("documents:download", args=[one.pk, 2])).status_code == 404
    assert client.get(reverse("documents:page", args=[other.pk, 1, 1])).status_code == 404


@pytest.fixture
def of_every_kind(added):
    """Documents of every sensitivity and visibility, all with the same word in them."""
    return [
        added(b"All of them say porridge.\n", f"{s}-{v}.txt", sensitivity=s, visibility=v)
        for s in Sensitivity.values
        for v in Visibility.values
    ]


def titles(documents):
    return sorted(document.title for document in documents)


ALL = frozenset(Sensitivity.values)
OFFICERS, ADVISERS, FAMILY = (
    frozenset(Visibility.values),
    frozenset({"advisers", "family"}),
    frozenset({"family"}),
)
REACHED = {
    **dict.fromkeys(("officer", "team_manager", "data_officer", "head_of_service"), OFFICERS),
    **dict.fromkeys(("senco", "therapist", "social_worker", "finance_officer"), ADVISERS),
    **dict.fromkeys(("parent", "young_person"), FAMILY),
    **dict.fromkeys(("legal_lead", "system_keeper"), frozenset()),
}


@pytest.mark.parametrize("role", REACHED)
def test_a_reader_sees_and_finds_what_is_for_them_and_no_more(
    of_every_kind, child, everybody, dana, role
):
    tie_to(child, everybody, dana)
    reader = everybody[role]
    details = {detail.value for detail in ROLES[role].details}
    kinds = {"ordinary"} | (ALL & details)
    expected = sorted(f"{kind}-{far}" for kind in kinds for far in REACHED[role])

    assert titles(documents_visible_to(reader)) == expected
    found = search(reader=reader, words="porridge")
    assert titles(one.document for one in found) == expected


def test_not_every_role_sees_every_kind_of_detail():
    seen = {frozenset(d.value for d in ROLES[role].details) & ALL for role in REACHED}

    assert len(seen) > 3  # else the test above shows less than it says


def test_a_professional_sees_their_own_child_as_family_only(of_every_kind, child, everybody, dana):
    teacher = everybody["head_teacher"]
    link_family(
        person=child,
        account=teacher,
        relation=FamilyRelation.PARENT,
        has_parental_responsibility=True,
        starts_on=LONG_AGO,
        by=dana,
    )
    Membership.objects.create(user=teacher, role_key="parent", starts_on=LONG_AGO)
    teacher.forget_memberships()

    seen = {document.visibility for document in documents_visible_to(teacher)}

    assert seen == {"family"}


def test_a_search_never_counts_another_teams_children(client, priya, tom, added, make_case):
    theirs = make_case(surname="South", officer=tom).person
    added(b"Mine says porridge.\n", "mine.txt")
    added(b"Theirs says porridge.\n", "theirs.txt", person=theirs, by=tom)
    client.force_login(priya)

    page = client.get(reverse("documents:search"), {"words": "porridge"})

    assert "1 document, the latest first" in page.text
    assert "theirs" not in page.text
    assert client.get(
        reverse("documents:search"), {"words": "porridge", "of": theirs.pk}
    ).status_code == 404  # fmt: skip


def test_the_legal_lead_sees_no_document(client, lena, added):
    document = added(pdf("Dear Amber"))
    client.force_login(lena)

    assert {client.get(path).status_code for path in addresses(document)} == {404}
    assert client.get(reverse("documents:search")).status_code == 403


def test_what_was_taken_away_is_gone_at_once_for_everyone(client, priya, helen, added, child):
    document = added(b"About another child: Olive.\n", "Olive.txt")
    client.force_login(priya)

    answer = client.post(
        reverse("documents:void", args=[document.pk]), {"reason": "wrong_child"}, follow=True
    )

    assert "The document was taken away" in answer.text
    assert "by Priya Tester: it is about another child." in answer.text
    assert "Olive" not in answer.text
    for user in (priya, helen):
        client.force_login(user)
        codes = {path: client.get(path).status_code for path in addresses(document)}
        of_child = [code for path, code in codes.items() if f"/of/{child.pk}" in path]
        assert of_child == [200, 200]
        assert sorted(set(codes.values())) == [200, 404]
        page = client.get(reverse("documents:search"), {"words": "olive"})
        assert "No document that you may see" in page.text


def test_a_copy_goes_with_its_original(added, priya):
    document = added(pdf("Dear Amber"))
    copy = add_redacted(
        original=document, file=io.BytesIO(pdf("Dear")), visibility=Visibility.FAMILY, by=priya
    )

    changing.void(document=document, reason=WhyVoid.WRONG_CHILD, by=priya)

    assert not documents_visible_to(priya).filter(pk=copy.pk).exists()


def test_the_original_is_not_named_to_whoever_may_see_the_copy_only(
    added, child, everybody, dana, priya
):
    tie_to(child, everybody, dana)
    document = added(pdf("Dear Amber"), visibility="officers")
    copy = add_redacted(
        original=document, file=io.BytesIO(pdf("Dear")), visibility=Visibility.FAMILY, by=priya
    )
    parent = everybody["parent"]

    assert titles(documents_visible_to(parent)) == [copy.title]
    assert _original(parent, copy) is None
    assert _original(priya, copy) == document
