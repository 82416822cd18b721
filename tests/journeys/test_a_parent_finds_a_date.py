"""A parent without an account finds the day the plan is due, and why it is that day."""

import re
from datetime import date
from html import unescape

import pytest

pytestmark = pytest.mark.django_db


@pytest.fixture
def parent(client, today):
    today(date(2026, 1, 19))
    return Parent(client)


class Parent:
    """Somebody who reads a page and follows its links."""

    def __init__(self, client):
        self.client = client
        self.page = client.get("/")

    def reads(self, words):
        text = " ".join(unescape(re.sub(r"<[^>]*>", " ", self.page.text)).split())
        return words in text

    def follows(self, words):
        links = re.findall(r'<a [^>]*href="([^"]*)"[^>]*>([^<]*)', self.page.text)
        href = next(unescape(href) for href, said in links if words in unescape(said))
        self.goes_to(href if href.startswith("/") else f"{self.path}{href}")

    def goes_to(self, address):
        self.page = self.client.get(address, follow=True)
        self.path = address.partition("?")[0]
        assert self.page.status_code == 200

    def answers(self, **said):
        hidden = dict(re.findall(r'type="hidden" name="([^"]*)" value="([^"]*)"', self.page.text))
        self.page = self.client.get(self.path, {**hidden, **said}, follow=True)


def test_a_parent_finds_the_day_the_plan_is_due_and_why(parent):
    assert parent.reads("You need no account for these, and nothing you enter is kept.")

    parent.follows("Which dates run from here?")
    parent.follows("The council received a request for an EHC needs assessment")
    assert parent.reads("When did the council receive the request?")
    parent.answers(on_day="24", on_month="11", on_year="2025")

    assert parent.reads("Monday 13 April 2026 Send the final EHC plan In 84 days")
    assert parent.reads("24 November 2025 + 140 days = Monday 13 April 2026.")
    assert parent.reads("The rule is in SEND Regulations 2014 (SI 2014/1530), regulation 13(2) .")
    assert parent.reads("Monday 5 January 2026 Tell the family whether the council will assess 14")


def test_a_parent_reads_what_excuses_a_late_plan_and_what_does_not(parent):
    parent.goes_to("/time-limits?words=final+plan")
    parent.follows("Send the final EHC plan")

    assert parent.reads("What does not stop the clock")
    assert parent.reads("Too few educational psychologists or other staff")
    assert parent.reads("Each counts only if every part of it is so. It never moves the last day.")

    parent.follows("Work out this date for a day of your own")
    assert parent.reads("When did the council receive the request?")


def test_a_parent_who_was_refused_learns_how_long_there_is_to_appeal(parent):
    parent.goes_to("/dates")
    parent.follows("The council sent a letter with a decision that can be appealed")
    parent.answers(on_day="10", on_month="12", on_year="2025", f_notice_type="refusal_to_assess")

    assert parent.reads("Tuesday 10 February 2026, by 5 pm Appeal to the Tribunal In 22 days")
    assert parent.reads("Contact a mediation adviser, before an appeal")
