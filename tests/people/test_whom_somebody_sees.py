"""Whom somebody sees follows from a role and a tie, both in force on the day: to the day."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from everybody import organisation_of
from sendpath.accounts import services as accounts
from sendpath.accounts.belonging.services import Place, cover, end_membership, give_role
from sendpath.accounts.models import Membership, User
from sendpath.accounts.roles import ROLES, May, OrganisationKind, Reach, Relation
from sendpath.casework.models import Case, CaseDeadline
from sendpath.casework.permissions import cases_for, cases_in_view, duties_in_view, may
from sendpath.core.casefile.details import Detail
from sendpath.core.casefile.events import Kind
from sendpath.people.models import EmergencyReason, FamilyRelation, Ground, Person
from sendpath.people.permissions import details_seen, may_see_detail
from sendpath.people.selectors import visible_to
from sendpath.people.services.emergency import open_record, review
from sendpath.people.services.involvement import Tie, end_involvement, involve, link_family

pytestmark = pytest.mark.django_db

FIRST, LAST = date(2026, 3, 2), date(2026, 3, 31)
AROUND = [
    (FIRST - timedelta(days=1), False),
    (FIRST, True),
    (LAST, True),
    (LAST + timedelta(days=1), False),
]
"""Days near the edge of what holds from 2 to 31 March, and whether it holds on them."""

NAMED = [role for role in ROLES.values() if Reach.SELF_INVOLVED in role.sees]
WHOLE = [role for role in ROLES.values() if Reach.ORGANISATION_INVOLVED in role.sees]


@pytest.fixture
def case(make_case):
    return make_case((Kind.REQUEST_RECEIVED, date(2025, 11, 24)))


@pytest.fixture
def other(make_case, tom):
    """A child of the south team's, so that what is seen too much can be seen."""
    return make_case((Kind.REQUEST_RECEIVED, date(2025, 11, 24)), officer=tom)


@pytest.fixture
def somebody(make_user):
    def make(role, **more):
        return make_user(role, role=role, organisation=organisation_of(role), **more)

    return make


def again(user):
    return User.objects.get(pk=user.pk)


def seen_by(user, *, not_listed=()):
    """Return the cases somebody sees, having checked that every other way to ask agrees."""
    user = again(user)
    cases = list(Case.objects.filter(cases_in_view(user)).order_by("pk"))
    assert {case.person for case in cases} == set(visible_to(user))
    duties = CaseDeadline.objects.filter(duties_in_view(user))
    listed = set(duties.values_list("case", flat=True))
    assert listed == {case.pk for case in cases if case not in not_listed}
    return cases


class TestAnInvolvement:
    @pytest.mark.parametrize(("day", "holds"), AROUND)
    @pytest.mark.parametrize("role", NAMED, ids=lambda role: role.key)
    def test_by_name_counts_from_its_first_day_to_its_last(
        self, case, other, somebody, priya, today, role, day, holds
    ):
        user = somebody(role.key)
        kind = min(role.through)
        tie = Tie(
            organisation=organisation_of(role.key),
            user=user,
            kind=kind,
            starts_on=FIRST,
            ends_on=LAST,
        )
        involve(person=case.person, tie=tie, by=priya)
        today(day)

        assert seen_by(user) == ([case] if holds else [])

    @pytest.mark.parametrize(("day", "holds"), AROUND)
    @pytest.mark.parametrize("role", WHOLE, ids=lambda role: role.key)
    def test_of_an_organisation_counts_from_its_first_day_to_its_last(
        self, case, other, somebody, priya, today, role, day, holds
    ):
        user = somebody(role.key)
        tie = Tie(
            organisation=organisation_of(role.key),
            kind=min(role.through),
            starts_on=FIRST,
            ends_on=LAST,
        )
        involve(person=case.person, tie=tie, by=priya)
        today(day)

        assert seen_by(user) == ([case] if holds else [])

    @pytest.mark.parametrize("role", [*NAMED, *WHOLE], ids=lambda role: role.key)
    @pytest.mark.parametrize("kind", Relation)
    def test_of_a_kind_that_the_role_is_not_for_shows_nothing(
        self, case, somebody, priya, role, kind
    ):
        user = somebody(role.key)
        tie = Tie(
            organisation=organisation_of(role.key), user=user, kind=kind, starts_on=date(2020, 1, 1)
        )
        involve(person=case.person, tie=tie, by=priya)

        assert seen_by(user) == ([case] if kind in role.through else [])

    def test_of_one_school_is_not_another_schools(self, case, make_user, priya):
        schools = [
            accounts.add_organisation(kind=OrganisationKind.ESTABLISHMENT, name=name, code=code)
            for name, code in (("One", "990001"), ("Another", "990002"))
        ]
        ours, theirs = (
            make_user(f"senco{n}", role="senco", organisation=school)
            for n, school in enumerate(schools)
        )
        tie = Tie(organisation=schools[0], kind=Relation.ON_ROLL, starts_on=FIRST)
        on_roll = involve(person=case.person, tie=tie, by=priya)

        assert (seen_by(ours), seen_by(theirs)) == ([case], [])
        end_involvement(involvement=on_roll, last_day=FIRST, by=priya)
        assert seen_by(ours) == []

    def test_by_name_is_worth_nothing_once_they_work_elsewhere(self, case, somebody, priya, helen):
        user = somebody("therapist")
        tie = Tie(
            organisation=organisation_of("therapist"),
            user=user,
            kind=Relation.PROVIDES,
            starts_on=date(2020, 1, 1),
        )
        involve(person=case.person, tie=tie, by=priya)
        assert seen_by(user) == [case]

        end_membership(membership=user.memberships_now[0], last_day=None, by=helen)
        elsewhere = accounts.add_organisation(kind=OrganisationKind.NHS_PROVIDER, name="Elsewhere")
        place = Place(role=ROLES["therapist"], organisation=elsewhere, starts_on=date(2020, 1, 1))
        give_role(user=user, place=place, by=helen)

        assert seen_by(user) == []

    def test_shows_no_therapist_what_a_colleague_is_named_for(self, case, make_user, priya):
        trust = organisation_of("therapist")
        user, colleague = (
            make_user(name, role="therapist", organisation=trust) for name in ("one", "two")
        )
        tie = Tie(
            organisation=trust, user=colleague, kind=Relation.PROVIDES, starts_on=date(2020, 1, 1)
        )
        involve(person=case.person, tie=tie, by=priya)

        assert (seen_by(user), seen_by(colleague)) == ([], [case])

    def test_that_rests_on_agreement_says_where_it_can_be_looked_up(self, case, somebody, priya):
        user = somebody("sendiass_adviser")
        tie = Tie(
            organisation=organisation_of("sendiass_adviser"),
            user=user,
            kind=Relation.SUPPORTS,
            starts_on=FIRST,
            ground=Ground.CONSENT,
        )
        with pytest.raises(IntegrityError), transaction.atomic():
            involve(person=case.person, tie=tie, by=priya)


class TestAFamily:
    @pytest.mark.parametrize(("day", "holds"), AROUND)
    @pytest.mark.parametrize(
        ("role", "relation"),
        [
            ("parent", FamilyRelation.PARENT),
            ("parent", FamilyRelation.CARER),
            ("representative", FamilyRelation.REPRESENTATIVE),
            ("young_person", FamilyRelation.YOUNG_PERSON),
        ],
    )
    def test_sees_its_own_from_the_first_day_to_the_last(
        self, case, other, somebody, priya, today, role, relation, day, holds
    ):
        user = somebody(role)
        link_family(
            person=case.person,
            account=user,
            relation=relation,
            has_parental_responsibility=relation == FamilyRelation.PARENT,
            starts_on=FIRST,
            ends_on=LAST,
            by=priya,
        )
        today(day)

        assert seen_by(user) == ([case] if holds else [])

    @pytest.mark.parametrize(
        ("role", "relation"),
        [
            ("parent", FamilyRelation.PARENT),  # without parental responsibility
            ("parent", FamilyRelation.YOUNG_PERSON),
            ("young_person", FamilyRelation.CARER),
        ],
    )
    def test_does_not_see_by_a_tie_that_gives_no_right(self, case, somebody, priya, role, relation):
        user = somebody(role)
        link_family(
            person=case.person,
            account=user,
            relation=relation,
            has_parental_responsibility=False,
            starts_on=FIRST,
            by=priya,
        )

        assert seen_by(user) == []

    def test_does_not_see_without_a_role_whatever_the_tie(self, case, tom, priya):
        link_family(
            person=case.person,
            account=tom,
            relation=FamilyRelation.PARENT,
            has_parental_responsibility=True,
            starts_on=FIRST,
            by=priya,
        )

        assert seen_by(tom) == []


class TestAMembership:
    @pytest.mark.parametrize(("day", "holds"), AROUND)
    def test_counts_from_its_first_day_to_its_last(
        self, case, other, north, make_user, today, day, holds
    ):
        user = make_user("olu", team=north, starts_on=FIRST)
        Membership.objects.filter(user=user).update(ends_on=LAST)
        today(day)

        assert seen_by(user) == ([case] if holds else [])
        assert again(user).may(May.RECORD_EVENTS) is holds

    def test_ends_at_once_on_the_day_itself(self, case, north, make_user, helen):
        user = make_user("olu", team=north)
        assert seen_by(user) == [case]

        end_membership(membership=user.memberships_now[0], last_day=None, by=helen)

        assert seen_by(user) == []
        assert user.memberships_now == ()

    def test_of_several_each_shows_its_own_and_lets_do_its_own(
        self, case, other, tom, priya, helen, somebody
    ):
        school = organisation_of("senco")
        place = Place(role=ROLES["senco"], organisation=school, starts_on=date(2020, 1, 1))
        give_role(user=tom, place=place, by=helen)
        tie = Tie(organisation=school, kind=Relation.ON_ROLL, starts_on=date(2020, 1, 1))
        involve(person=case.person, tie=tie, by=priya)
        user = again(tom)

        assert seen_by(user) == [case, other]
        assert not may(user, May.RECORD_EVENTS, case)  # as a SENCO, who changes nothing
        assert may(user, May.RECORD_EVENTS, other)
        assert list(Case.objects.filter(cases_for(user, May.RECORD_EVENTS))) == [other]
        assert details_seen(user, case.person) == frozenset()
        assert details_seen(user, other.person) == frozenset(Detail)
        assert not may_see_detail(user, case.person, Detail.SAFE_ADDRESS)
        assert may_see_detail(user, other.person, Detail.SAFE_ADDRESS)


class TestCover:
    @pytest.mark.parametrize(("day", "holds"), AROUND)
    def test_lets_see_and_work_another_officers_cases_and_no_more(
        self, case, other, make_case, make_user, north, south, priya, tom, marcus, today, day, holds
    ):
        request = (Kind.REQUEST_RECEIVED, date(2025, 11, 24))
        colleagues = make_case(request, officer=make_user("olu", team=north))
        cover(
            officer=priya,
            covered_by=tom.memberships_now[0],
            first=FIRST,
            last=LAST,
            by=marcus,
        )
        today(day)
        user = again(tom)

        assert seen_by(user) == ([case, other] if holds else [other])
        assert may(user, May.RECORD_EVENTS, case) is holds
        assert not may(user, May.RECORD_EVENTS, colleagues)
        assert user.team_ids == (south.pk,)  # covering in a team is not belonging to it

    def test_is_refused_for_oneself(self, priya, marcus):
        with pytest.raises(ValidationError, match="nobody covers for themselves"):
            cover(
                officer=priya,
                covered_by=priya.memberships_now[0],
                first=FIRST,
                last=LAST,
                by=marcus,
            )


class TestAnEmergency:
    def test_opens_one_record_for_24_hours_to_read(self, case, other, tom):
        opening = open_record(
            person=case.person, reason=EmergencyReason.SAFETY, words="A made-up reason", by=tom
        )
        assert seen_by(tom, not_listed=[case]) == [case, other]
        assert not may(again(tom), May.RECORD_EVENTS, case)
        assert details_seen(again(tom), case.person) == frozenset(Detail)

        with time_machine.travel(opening.ends_at - timedelta(seconds=1), tick=False):
            assert seen_by(tom, not_listed=[case]) == [case, other]
        with time_machine.travel(opening.ends_at, tick=False):
            assert seen_by(tom) == [other]

    def test_closes_when_it_is_found_not_to_be_justified(self, case, tom, marcus):
        opening = open_record(
            person=case.person, reason=EmergencyReason.SAFETY, words="A made-up reason", by=tom
        )
        assert seen_by(tom, not_listed=[case]) == [case]

        review(opening=opening, justified=False, finding="Curiosity", by=marcus)

        assert seen_by(tom) == []


class TestEveryRole:
    @pytest.mark.parametrize("key", ROLES)
    def test_sees_nobody_without_a_tie(self, case, other, key, make_user):
        """But for those who see everybody, whose tie is to the council that serves the area."""
        user = make_user(f"a-{key}", role=key, organisation=organisation_of(key))

        everybody = Reach.ALL_IN_AREA in ROLES[key].sees
        assert seen_by(user) == ([case, other] if everybody else [])

    @pytest.mark.parametrize("key", ROLES)
    def test_that_may_change_a_record_sees_the_whole_of_it_by_who_holds_it(self, key):
        """Else an entry's number, or a date worked out without it, would lead astray."""
        role = ROLES[key]
        if role.may & {May.RECORD_EVENTS, May.ALLOCATE}:
            assert role.details >= set(Detail) - {Detail.SAFE_ADDRESS}
            assert role.sees <= {Reach.ALL_IN_AREA, Reach.TEAM, Reach.ALLOCATED}

    @pytest.mark.parametrize("key", ROLES)
    def test_may_be_given_by_somebody_who_may_give_roles(self, key):
        assert ROLES[key].granters
        assert all(May.GRANT_ROLES in ROLES[granter].may for granter in ROLES[key].granters)

    def test_that_may_give_roles_gives_some(self):
        granters = frozenset().union(*(role.granters for role in ROLES.values()))

        assert granters == {key for key, role in ROLES.items() if May.GRANT_ROLES in role.may}

    @pytest.mark.parametrize("key", ROLES)
    def test_sees_a_person_by_involvement_of_some_kind_if_by_any(self, key):
        role = ROLES[key]
        by_involvement = {Reach.ORGANISATION_INVOLVED, Reach.SELF_INVOLVED} & role.sees

        assert bool(role.through) is bool(by_involvement)


def test_no_person_is_seen_twice_however_many_ties_there_are(case, somebody, priya):
    user = somebody("social_care_lead")
    for kind in (Relation.SOCIAL_CARE, Relation.ADVISES, Relation.SOCIAL_CARE):
        tie = Tie(
            organisation=organisation_of("social_care_lead"),
            user=user,
            kind=kind,
            starts_on=date(2020, 1, 1),
        )
        involve(person=case.person, tie=tie, by=priya)

    assert list(visible_to(again(user))) == [Person.objects.get(pk=case.person_id)]
    assert seen_by(user) == [case]
