"""The pages on who may see what, and a case as each sees it, pass axe's rules at both widths."""

from __future__ import annotations

from datetime import date

import pytest

from browser.test_every_page import LONG_NAME, WIDTHS, Seen, faults
from everybody import make_everybody, tie_to
from sendpath.accounts.belonging.services import cover, end_membership
from sendpath.accounts.models import Membership
from sendpath.core.casefile.events import Kind
from sendpath.people.models import EmergencyReason
from sendpath.people.services import emergency

GIVE, END = ("Give this role",), ("End it",)
PAGES = {
    "what each role sees": Seen("", "/roles"),
    "accounts": Seen("helen", "/accounts"),
    "accounts of nobody": Seen("helen", "/accounts?words=zzzz"),
    "which role": Seen("helen", "/accounts/role", ("Continue",)),
    "giving a role": Seen("helen", "/accounts/role/senco", GIVE),
    "giving a role for a time": Seen("helen", "/accounts/role/inspector", GIVE),
    "ending a membership": Seen("helen", "/accounts/memberships/{held}/end", END),
    "caseloads": Seen("marcus", "/caseload"),
    "the first page where somebody has left": Seen("marcus", "/"),
    "moving cases": Seen("marcus", "/caseload/{left}/move", ("Move them",)),
    "cover": Seen("marcus", "/caseload/cover", ("Arrange cover",)),
    "covering": Seen("tom", "/"),
    "opening a record": Seen("tom", "/emergency", ("Open this record",)),
    "a record opened": Seen("tom", "/cases/{opened}"),
    "records opened": Seen("information_governance", "/emergency/opened"),
    "looking into one": Seen("information_governance", "/emergency/opened/{opening}", ("Save",)),
    "one looked into": Seen("marcus", "/emergency/opened/{found}"),
    "a parent’s first page": Seen("parent", "/"),
    "a case as a parent sees it": Seen("parent", "/cases/{tied}"),
    "a case as a SENCO sees it": Seen("senco", "/cases/{tied}"),
    "a SENCO’s worklist": Seen("senco", "/worklist"),
    "the first page of a board’s chair": Seen("board_chair", "/"),
    "a page of another role": Seen("parent", "/worklist", status=403),
    "a child of another school": Seen("senco", "/cases/{opened}", status=404),
}


@pytest.fixture
def area(make_case, make_user, north, tom, marcus, dana, today):
    """Make one of everything, and return where each is and who is there."""
    today(date(2026, 1, 19))
    everybody = make_everybody(make_user, north)
    request = (Kind.REQUEST_RECEIVED, date(2025, 11, 24), {"by": "parent"})
    tied = make_case(
        request,
        (Kind.STRATEGY_DISCUSSION, date(2025, 12, 8)),
        (Kind.REFERRAL_RECEIVED, date(2025, 12, 9), {"pathway": "autism"}),
        **LONG_NAME,
    )
    tie_to(tied.person, everybody, dana)
    opened = make_case(request, surname="Openedchild")
    words = "A made-up reason that goes on for long enough to be read by somebody else."
    opening, found = (
        emergency.open_record(
            person=opened.person, reason=EmergencyReason.SAFETY, words=words, by=tom
        )
        for _ in range(2)
    )
    ivy = everybody["information_governance"]
    emergency.review(opening=found, justified=True, finding="So it was.", by=ivy)
    left = make_user("leaver", team=north)
    make_case(request, officer=left)
    helen, priya = everybody["head_of_service"], everybody["officer"]
    end_membership(membership=left.memberships_now[0], last_day=None, by=helen)
    days = {"first": date(2026, 1, 19), "last": date(2026, 1, 30)}
    cover(officer=priya, covered_by=tom.memberships_now[0], by=marcus, **days)
    users = {user.username: user for user in everybody.values()} | {"tom": tom}
    where = {
        "held": Membership.objects.get(user=everybody["senco"]).pk,
        "left": left.pk,
        "opened": opened.reference,
        "opening": opening.pk,
        "found": found.pk,
        "tied": tied.reference,
    }
    return users, where


def test_every_page_is_sound_at_both_widths(chromium, live_server, client, area):
    users, where = area
    wrong = {}
    for name, seen in PAGES.items():
        context = chromium.new_context(base_url=live_server.url)
        if seen.who:
            client.force_login(users[seen.who])
            value = client.cookies["sessionid"].value
            context.add_cookies([{"name": "sessionid", "value": value, "url": live_server.url}])
        page = context.new_page()
        wrong[name] = [found for width in WIDTHS for found in faults(page, seen, width, where)]
        context.close()

    assert {name: found for name, found in wrong.items() if found} == {}
