"""Pages for whoever keeps the service running: what is queued, what failed, who works."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sendpath.accounts.http import SignedInRequest, needs
from sendpath.accounts.roles import May
from sendpath.jobs.forms import GiveUpForm
from sendpath.jobs.models import Job
from sendpath.jobs.registry import title_of
from sendpath.jobs.selectors import health, queue
from sendpath.jobs.services import closing
from sendpath.web import clock

PAGE = 50


@needs(May.OPERATE)
@require_GET
def operations(request: SignedInRequest) -> HttpResponse:
    """Show what the service is doing, what failed, and whether it is well."""
    failed = Paginator(queue.failed(), PAGE).get_page(request.GET.get("page"))
    context = {
        "figures": health.figures(),
        "wrong": [check for check in health.checks() if not check.ok],
        "waiting": queue.waiting_by_kind(),
        "running": queue.lines_of(list(queue.running())),
        "page": failed,
        "failed": queue.lines_of(list(failed)),
        "schedule": queue.schedule(clock.now()),
        "workers": queue.workers(),
    }
    return render(request, "jobs/operations.html", context)


@needs(May.OPERATE)
@require_GET
def waiting(request: SignedInRequest) -> HttpResponse:
    """List the jobs that wait, to see what holds them up or to take one out."""
    page = Paginator(queue.waiting(), PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "lines": queue.lines_of(list(page))}
    return render(request, "jobs/waiting.html", context)


@needs(May.OPERATE)
@require_POST
def cancel(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take a waiting job out of the queue."""
    job = get_object_or_404(Job, pk=pk)
    _tell(request, lambda: closing.cancel(job=job, by=request.user), f"Job {pk} is cancelled.")
    return redirect("jobs:waiting")


@needs(May.OPERATE)
@require_POST
def again(request: SignedInRequest, pk: int) -> HttpResponse:
    """Have a failed job run again."""
    job = get_object_or_404(Job, pk=pk)
    _tell(request, lambda: closing.run_again(job=job, by=request.user), f"Job {pk} waits again.")
    return redirect("jobs:operations")


@needs(May.OPERATE)
@require_http_methods(["GET", "POST"])
def give_up(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask why a failed job will not be done, and close it."""
    job = get_object_or_404(Job, pk=pk, state=Job.State.FAILED)
    form = GiveUpForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        because = form.cleaned_data["because"]
        done = f"Job {pk} is given up."
        _tell(request, lambda: closing.give_up(job=job, because=because, by=request.user), done)
        return redirect("jobs:operations")
    context = {"job": job, "title": title_of(job.kind), "form": form}
    return render(request, "jobs/give_up.html", context)


def _tell(request: SignedInRequest, act: Callable[[], None], done: str) -> None:
    """Do it and say so; where somebody or a worker came first, say that instead."""
    try:
        act()
    except ValidationError as late:
        messages.error(request, " ".join(late.messages))
    else:
        messages.success(request, done)
