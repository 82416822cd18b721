"""Pages that belong to no one part: the first one, the service's health, its statement."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from sendpath.accounts.models import User
from sendpath.accounts.roles import May, Reach
from sendpath.casework.forms.worklist import WHEN_WORDS, worklist_filters
from sendpath.casework.selectors.home import notices, own_cases
from sendpath.casework.selectors.worklist import ME, counts_of, open_duties
from sendpath.casework.selectors.workload import NEAR, workload
from sendpath.casework.views.worklist import CountLink
from sendpath.documents.selectors.documents import refused_by_the_scan
from sendpath.jobs.selectors.health import checks
from sendpath.returns.selectors.waiting import waiting_returns
from sendpath.web import clock
from sendpath.web.navigation import PUBLIC, places_for


@login_not_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show the public places to anyone; to who signs in, what waits for them and where to go."""
    user = request.user
    if not isinstance(user, User):
        return render(request, "web/front.html", {"places": PUBLIC})
    duties = _duties(user) if user.may(May.SEE_CASES) else {}
    context = {
        "refused": refused_by_the_scan(user),
        "waiting": waiting_returns(user),
        "notices": notices(user),
        "family": own_cases(user),
        "places": places_for(user.acts),
    }
    return render(request, "web/home.html", {**duties, **context})


def _duties(user: User) -> dict[str, object]:
    today = clock.today()
    wanted = worklist_filters({}, user=user).wanted
    counts = counts_of(open_duties(user, wanted), today, NEAR)
    worklist = reverse("casework:worklist")
    return {
        "sees_cases": True,
        "own": wanted.officer == ME,
        "sees_all": user.sees(Reach.ALL_IN_AREA),
        "teams": user.teams,
        "counts": [
            CountLink(WHEN_WORDS[when], counts[when], f"{worklist}?when={when}", chosen=False)
            for when in NEAR
        ],
        "loads": workload(user=user, today=today),
    }


@login_not_required
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """Say who can use these pages, how that was checked, and what was not."""
    return render(request, "web/accessibility.html")


@login_not_required
@never_cache
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """Tell whatever watches the service whether it can reach its record."""
    try:
        User.objects.exists()
    except DatabaseError:
        return JsonResponse({"status": "failing", "database": "unreachable"}, status=503)
    return JsonResponse({"status": "ok", "database": "ok"})


@login_not_required
@never_cache
@require_safe
def ready(request: HttpRequest) -> JsonResponse:
    """Tell whatever watches the service whether it can do its work, and what stands in the way.

    Open to all, so it names what was looked at and gives no figure.
    """
    found = checks()
    well = all(check.ok for check in found)
    told = {check.name: "ok" if check.ok else "failing" for check in found}
    return JsonResponse(
        {"status": "ok" if well else "failing", **told}, status=200 if well else 503
    )
