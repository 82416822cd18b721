"""Every page stands in the same frame: ours, with nothing only GOV.UK may show."""

import re
from datetime import date
from html.parser import HTMLParser

import pytest
from django.urls import reverse

from sendpath.accounts.roles import ROLES
from sendpath.web.context import menu_for
from sendpath.web.navigation import PLACES, places_for


class Reader(HTMLParser):
    """Reads a page into its elements, in order, with their attributes."""

    def __init__(self, page):
        super().__init__()
        self.elements = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def all(self, tag):
        return [attrs for name, attrs in self.elements if name == tag]


@pytest.fixture(autouse=True)
def real_service(settings):
    settings.DEMO = False


@pytest.fixture
def page(client, db):
    return Reader(client.get(reverse("accounts:sign_in")).text)


@pytest.fixture
def home(client, dana):
    client.force_login(dana)
    return client.get(reverse("home")).text


def test_the_language_is_said(page):
    assert page.all("html")[0]["lang"] == "en"


def test_the_first_link_skips_to_the_content(page):
    assert page.all("a")[0]["href"] == "#main-content"
    assert [main["id"] for main in page.all("main")] == ["main-content"]


def test_nothing_is_styled_or_scripted_inside_the_page(page):
    assert page.all("style") == []
    assert [attrs for _, attrs in page.elements if "style" in attrs] == []
    assert [attrs for _, attrs in page.elements if any(n.startswith("on") for n in attrs)] == []
    assert [script["src"] for script in page.all("script")] == ["/static/web/sendpath.js"]


def test_no_id_is_used_twice(home):
    ids = [attrs["id"] for _, attrs in Reader(home).elements if "id" in attrs]
    assert sorted(set(ids)) == sorted(ids)


def test_the_policy_lets_nothing_in_from_elsewhere(client, db):
    header = client.get(reverse("accounts:sign_in")).headers["Content-Security-Policy"]
    assert sorted(header.split("; ")) == [
        "base-uri 'none'",
        "connect-src 'self'",
        "default-src 'none'",
        "font-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "img-src 'self'",
        "manifest-src 'self'",
        "media-src 'self'",
        "object-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
    ]


def test_the_header_names_the_area_the_person_and_their_role(home, settings):
    said = " ".join(re.sub(r"<[^>]*>", " ", home.partition("<main")[0]).split())
    assert f"SEND Path {settings.AREA} Menu Home" in said
    assert "Dana Tester, Data officer Your account Sign out" in said


def test_a_demonstration_says_so_and_what_day_it_takes_to_be_today(client, db, settings, today):
    settings.DEMO, settings.AREA = True, "Hartwell"
    today(date(2026, 1, 19))
    page = client.get(reverse("accounts:sign_in")).text
    assert (
        "<strong>Demonstration:</strong> made-up people in Hartwell. "
        "Today is taken to be 19 January 2026." in page
    )


def test_a_real_service_says_nothing_of_a_demonstration(home):
    assert "Demonstration" not in home


SAME_PERSON = "Records that may be of one person"
SCHOOLS = ("Term dates", "Schools and other settings")
SHARES_OUT = ("Caseloads", "Records opened in an emergency")


@pytest.mark.parametrize(
    ("role", "titles"),
    [
        ("officer", ["Worklist", "Find a child", *SCHOOLS]),
        ("team_manager", ["Worklist", "Find a child", SAME_PERSON, *SCHOOLS, *SHARES_OUT]),
        (
            "data_officer",
            ["Worklist", "Find a child", SAME_PERSON, *SCHOOLS, "SEN2 return"],
        ),
        (
            "head_of_service",
            [
                "Worklist",
                "Find a child",
                SAME_PERSON,
                *SCHOOLS,
                "SEN2 return",
                *SHARES_OUT,
                "Accounts",
            ],
        ),
        ("information_governance", ["Records opened in an emergency", "Who looks at records"]),
        ("system_keeper", ["Accounts", "Operations"]),
        ("parent", []),
        ("legal_lead", []),
    ],
)
def test_the_menu_offers_what_a_role_may_use_and_what_is_everyones(role, titles):
    everyones = ["Which dates run from here?", "Time limits", "What each role sees and may do"]

    assert [place.title for place in places_for(ROLES[role].may)] == [*titles, *everyones]


def test_without_an_account_the_menu_leads_to_what_is_public_and_to_signing_in(client, db):
    links = {attrs.get("href") for attrs in Reader(client.get("/").text).all("a")}

    assert {"/dates", "/time-limits", "/sign-in"} <= links
    assert {"/worklist", "/find", "/sen2"} & links == set()


def test_every_act_a_place_asks_for_is_one_a_role_can_have():
    asked = {act for place in PLACES for act in place.acts}
    assert asked <= {act for role in ROLES.values() for act in role.may}


def test_a_page_inside_a_part_marks_that_part_in_the_menu():
    menu = menu_for(ROLES["data_officer"].may, reverse("returns:start") + "/loads/7")
    assert [link.title for link in menu if link.current] == ["SEN2 return"]


def test_the_home_page_is_marked_on_itself_alone():
    menu = menu_for(ROLES["officer"].may, reverse("home"))
    assert [link.title for link in menu if link.current] == ["Home"]
