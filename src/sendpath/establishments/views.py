"""Schools' term dates: which are held, what they say, and publishing a year of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from sendpath.accounts.http import SignedInRequest
from sendpath.accounts.roles import May
from sendpath.core.dates import TermDates, england_and_wales
from sendpath.core.terms import school_days_by_month, school_year_in, spoken, without
from sendpath.establishments import selectors, services
from sendpath.establishments.forms import FindSchoolForm, WhichYearForm, YearForm
from sendpath.establishments.selectors import HeldYear
from sendpath.establishments.source import Source
from sendpath.web import clock

PAGE = 50
SAVE, CHANGE = "save", "change"
USUAL = range(185, 196)
"""How many days a school usually teaches in a year: 190, and a few either way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearShown:
    """A year with its school days counted, month by month and whole.

    `in_no_term` are INSET days that lie outside the terms, so that they change nothing.
    """

    title: str
    terms: TermDates
    inset_days: list[date]
    months: tuple[tuple[date, int], ...]
    total: int
    usual: bool
    in_no_term: list[date]
    source: str


@require_GET
def calendars(request: SignedInRequest) -> HttpResponse:
    """List the schools whose term dates are held, with how far ahead each reaches."""
    form = FindSchoolForm(request.GET or None)
    words = form.cleaned_data["words"] if form.is_valid() else ""
    found = selectors.held_calendars(words=words, today=clock.today())
    context = {
        "form": form,
        "words": words,
        "page": Paginator(found, PAGE).get_page(request.GET.get("page")),
        "may_publish": request.user.may(May.RECORD_EVENTS),
    }
    return render(request, "establishments/calendars.html", context)


@require_GET
def school(request: SignedInRequest, urn: str) -> HttpResponse:
    """Show the years held for one school, and which may be added."""
    years = selectors.held_years(urn)
    if not years:
        raise Http404
    held = {year.school_year for year in years}
    offered = selectors.years_offered(clock.today())
    context = {
        "urn": urn,
        "name": selectors.name_of(urn),
        "years": [(year, _shown(year)) for year in years],
        "missing": [(year, spoken(year)) for year in offered if year not in held],
        "changeable": offered,
        "may_publish": request.user.may(May.RECORD_EVENTS),
    }
    return render(request, "establishments/school.html", context)


@require_http_methods(["GET", "POST"])
def add(request: SignedInRequest) -> HttpResponse:
    """Ask which school and which of its years is to be added."""
    _refuse_readers(request)
    today = clock.today()
    form = WhichYearForm(
        request.POST if request.method == "POST" else None,
        years=selectors.years_offered(today),
        likely=school_year_in(today),
    )
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        return redirect("establishments:year", said["urn"], said["school_year"])
    return render(request, "establishments/add.html", {"form": form})


@require_http_methods(["GET", "POST"])
def year(request: SignedInRequest, urn: str, school_year: int) -> HttpResponse:
    """Ask for one school's year, show what it comes to, and publish it."""
    _refuse_readers(request)
    if school_year not in selectors.years_offered(clock.today()):
        raise Http404
    held = next((y for y in selectors.held_years(urn) if y.school_year == school_year), None)
    said = request.POST if request.method == "POST" else None
    name = selectors.name_of(urn)
    form = YearForm(said, urn=urn, school_year=school_year, name=name, held=held)
    context = {"urn": urn, "form": form, "held": held, "title": spoken(school_year)}
    if request.method == "POST" and request.POST.get("step") != CHANGE and form.is_valid():
        saving = request.POST.get("step") == SAVE
        # what somebody else published meanwhile must be seen before it is replaced
        if saving and request.POST.get("seen") == (held.seen if held else ""):
            try:
                return _publish(request, form)
            except ValidationError as wrong:
                form.add_error(None, wrong)
                return render(request, "establishments/year.html", context)
        context |= {"year": _proposed(form), "overtaken": saving}
        return render(request, "establishments/check.html", context)
    return render(request, "establishments/year.html", context)


def _publish(request: SignedInRequest, form: YearForm) -> HttpResponse:
    said = form.cleaned_data
    services.publish_calendar(
        urn=form.urn,
        name=said["name"],
        school_year=form.school_year,
        year=form.year(),
        source=Source(said["source"]),
        by=request.user,
    )
    messages.success(
        request,
        f"Published: {said['name']}, {spoken(form.school_year)}\n"
        f"School days in its cases are counted by these term dates from now on.",
    )
    return redirect("establishments:school", form.urn)


def _proposed(form: YearForm) -> YearShown:
    told = form.year()
    source = Source(form.cleaned_data["source"]).label
    stretches = without(told.terms, told.inset_days)
    return _counted(form.school_year, told.terms, stretches, sorted(told.inset_days), source)


def _shown(held: HeldYear) -> YearShown:
    return _counted(
        held.school_year, held.terms, held.stretches, sorted(held.inset_days), held.source.label
    )


def _counted(
    school_year: int,
    terms: TermDates,
    stretches: TermDates,
    inset_days: list[date],
    source: str,
) -> YearShown:
    months = school_days_by_month(stretches, england_and_wales())
    total = sum(days for _, days in months)
    return YearShown(
        title=spoken(school_year),
        terms=terms,
        inset_days=inset_days,
        months=months,
        total=total,
        usual=total in USUAL,
        in_no_term=[d for d in inset_days if not any(a <= d <= b for a, b in terms)],
        source=source,
    )


def _refuse_readers(request: SignedInRequest) -> None:
    if not request.user.may(May.RECORD_EVENTS):
        raise PermissionDenied
