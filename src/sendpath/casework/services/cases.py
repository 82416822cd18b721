"""Opening cases and saying who holds them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.core.exceptions import ValidationError
from django.db import transaction

from sendpath.accounts.models import Team, User
from sendpath.audit import services as audit
from sendpath.casework.models import Case
from sendpath.casework.services import deadlines


@transaction.atomic
def open_case(*, person_id: int, team: Team | None, officer: User | None, by: User) -> Case:
    """Open a case for a person. It has no history until a fact is recorded."""
    case = Case.objects.create(person_id=person_id, team=team, officer=officer)
    audit.record(by=by.username, act="case_opened", subject=f"case:{case.pk}", details={})
    return case


def open_cases(*, person_ids: Sequence[int]) -> list[Case]:
    """Open one case for each person given, in that order, held by nobody yet.

    For imports: the caller writes one audit entry for the whole.
    """
    return Case.objects.bulk_create(
        [Case(person_id=person_id) for person_id in person_ids], batch_size=1000
    )


@transaction.atomic
def allocate(*, case_ids: Iterable[int], team: Team | None, officer: User | None, by: User) -> int:
    """Say which team and officer hold these cases from now on; return how many there are."""
    if officer and (team is None or team.pk not in officer.team_ids):
        raise ValidationError(
            f"{officer.display_name} is not in that team. Choose their own team, or an officer "
            f"who is in the team."
        )
    ids = sorted(case_ids)
    Case.objects.select_for_update().filter(pk__in=ids).update(team=team, officer=officer)
    deadlines.hand_over(
        case_ids=ids,
        team_id=team.pk if team else None,
        officer_id=officer.pk if officer else None,
    )
    audit.record(
        by=by.username,
        act="cases_allocated",
        subject=f"case:{ids[0]}" if len(ids) == 1 else "cases",
        details={
            "cases": len(ids),
            "team": team.pk if team else None,
            "officer": officer.pk if officer else None,
        },
    )
    return len(ids)
