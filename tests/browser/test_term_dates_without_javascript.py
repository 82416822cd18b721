"""With JavaScript off, by keyboard, at 320 pixels: a school's year is typed, checked, published."""

from __future__ import annotations

from datetime import date

from sendpath.establishments.selectors import calendars


def test_a_year_typed_over_lines_reaches_the_record_as_it_was_checked(
    context, client, live_server, priya, today
):
    today(date(2026, 1, 19))
    client.force_login(priya)
    value = client.cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": value, "url": live_server.url}])
    page = context.new_page()

    page.goto("/term-dates/990001/2025")
    page.get_by_label("Name of the school").fill("Wychcombe School")
    page.get_by_label("First and last day").fill("2 Sept to 24 Oct\n3 Nov to 19 Dec")
    page.get_by_label("INSET days").fill("3 November\n4 November")
    page.get_by_label("The school published them").check()
    page.get_by_role("button", name="Continue").press("Enter")
    assert "Whole year\t72" in page.inner_text("main").replace("\n", " ")

    page.get_by_role("button", name="Change the answers").press("Enter")
    assert page.get_by_label("INSET days").input_value() == "3 November\n4 November"
    page.get_by_role("button", name="Continue").press("Enter")
    page.get_by_role("button", name="Publish").press("Enter")

    assert "Published: Wychcombe School" in page.inner_text("main")
    assert calendars().schools["990001"] == (
        (date(2025, 9, 2), date(2025, 10, 24)),
        (date(2025, 11, 5), date(2025, 12, 19)),
    )
