"""What cases are, in words, for somebody who joins two records of one person."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Count, Max

from sendpath.casework.models import Case
from sendpath.web.templatetags.govuk import plural, short_date


def described_for_merge(case_ids: Collection[int]) -> dict[int, str]:
    """Say of each case its reference, who holds it and how much has happened in it."""
    cases = Case.objects.filter(pk__in=case_ids).select_related("team", "officer")
    return {
        case.pk: _words(case, case.happened, case.latest)
        for case in cases.annotate(happened=Count("events"), latest=Max("events__occurred_on"))
    }


def _words(case: Case, happened: int, latest: object) -> str:
    holder = case.officer.display_name if case.officer else "no officer"
    team = f"{case.team} team" if case.team else "no team"
    events = plural(happened, "entry,entries")
    return f"{case.reference}, held by {holder}, {team}: {events}" + (
        f", the latest of {short_date(latest)}" if latest else ""
    )
