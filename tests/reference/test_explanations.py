"""The ten dates of docs/explanations.md: a parent gets the same day, and pictures stand."""

from urllib.parse import parse_qsl, urlsplit

import pytest
from django.urls import reverse

from sendpath.core.casefile.events import Kind
from sendpath.core.dates import england_and_wales
from sendpath.core.law.calculator import dates_from
from sendpath.core.law.clocks import SECTIONS
from sendpath.lawbook.forms.dates import HappenedForm
from tools.explanations import TEN
from tools.make_docs import DOCS
from tools.pictures import LARGEST, PICTURES

EACH = pytest.mark.parametrize("shown", TEN, ids=lambda shown: shown.id)


def test_there_are_ten_each_from_another_part_of_the_law():
    parts = {s.letter for s in SECTIONS for rule in s.rules for one in TEN if one.rule == rule.key}

    assert (len(TEN), len({shown.id for shown in TEN}), len(parts)) == (10, 10, 10)


@EACH
def test_a_parent_who_gives_the_start_is_given_the_same_day(shown):
    address = urlsplit(shown.address)
    said = dict(parse_qsl(address.query))
    form = HappenedForm(said, kind=Kind(said["what"]))
    assert form.is_valid(), form.errors

    dated = dates_from(form.happening(), england_and_wales()).dated

    assert address.path == reverse("lawbook:dates")
    assert [d.due for d in dated if d.clock.key == shown.rule] == [shown.evaluation.due]


def test_there_are_two_pictures_of_each_and_no_other():
    wanted = {f"{shown.id}-{who}.png" for shown in TEN for who in ("officer", "parent")}

    assert {file.name for file in PICTURES.iterdir()} == wanted


@EACH
@pytest.mark.parametrize("who", ["officer", "parent"])
def test_a_picture_is_small_and_on_the_page(shown, who):
    name = f"{shown.id}-{who}.png"

    assert (PICTURES / name).stat().st_size <= LARGEST
    assert f"](images/why/{name})" in (DOCS / "explanations.md").read_text("utf-8")
