"""What is written can be read again, whatever stands in it."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.sen2.made_up import (
    SURVEY,
    active,
    as_file,
    assessment,
    header,
    need,
    new_plan,
    person,
    placement,
    plan,
    read_all,
    record,
    request,
)
from sendpath.core.sen2.write import CannotWrite, file_name, next_serial, write_return

odd = st.text(
    st.one_of(
        st.sampled_from("&<>\"'=@-+\t\n\r]\u00a0\u2028éß名😀\ufffd\ud7ff\ue000"),
        st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"),
    ),
    min_size=1,
    max_size=40,
).map(lambda text: text.strip(" \t\r\n"))
names = odd.filter(str.strip)


def plain(found):
    return found.module, found.values, [plain(child) for child in found.children]


@st.composite
def people(draw):
    needs = [need(SENtype=draw(names)) for _ in range(draw(st.integers(0, 3)))]
    places = [placement(SENsettingOther=draw(names)) for _ in range(draw(st.integers(0, 2)))]
    held = [record("active_plans", {"TransferLA": draw(names)}, *places, *needs)]
    made = [assessment(plan(CeaseReason=draw(names)))] * draw(st.integers(0, 2))
    return person(1, request(*made, *held), Surname=draw(names), Forename=draw(names))


@given(st.lists(people(), max_size=3), names)
def test_reading_what_was_written_gives_the_same_records(written, software):
    head, read = read_all(as_file(*written, head=header(SoftwareCode=software)))

    assert [plain(who) for who in read] == [plain(who) for who in written]
    assert head.values == header(SoftwareCode=software).values


@pytest.mark.parametrize("blank", ["\u00a0", " \u2003\n", "\u2028"])
def test_an_item_that_shows_nothing_is_neither_read_nor_written(blank):
    whole = as_file(person(1, Forename="Test"))

    _, (read,) = read_all(whole.replace(b"<Forename>Test<", f"<Forename>{blank}<".encode()))

    assert "Forename" not in read.values
    assert b"<Forename>" not in as_file(person(1, Forename=blank))


def test_the_number_of_people_is_returned():
    people_of_three = [person(n) for n in (1, 2, 3)]
    out = io.BytesIO()

    count = write_return(out, survey=SURVEY, header=header(), persons=iter(people_of_three))

    assert count == 3
    assert out.getvalue().count(b"<Person>") == 3


def test_items_stand_in_the_order_of_the_year_and_blank_ones_are_left_out():
    who = record("person", {"UPN": "N919220000011", "Forename": " ", "Surname": "Testperson"})

    lines = as_file(who).decode().splitlines()

    assert lines[lines.index("  <Person>") :] == [
        "  <Person>",
        "   <Surname>Testperson</Surname>",
        "   <UPN>N919220000011</UPN>",
        "  </Person>",
        " </Persons>",
        "</Message>",
    ]


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "\ufffe", "\ud800"])
def test_a_character_xml_cannot_carry_is_named_and_refused(character):
    code = f"U\\+{ord(character):04X}"

    with pytest.raises(CannotWrite, match=f"^Surname holds the character {code}"):
        as_file(person(1, Surname=f"Test{character}"))


def test_an_item_the_year_does_not_have_is_refused_and_not_dropped():
    with pytest.raises(CannotWrite, match="Person has no item GenderCurrent in the 2026 return"):
        as_file(person(1, GenderCurrent="1"))


def test_a_record_in_the_wrong_place_is_refused():
    with pytest.raises(CannotWrite, match="Person cannot hold active_plans"):
        as_file(person(1, new_plan(), active()))


def test_the_file_is_named_for_its_area_year_and_serial_number():
    assert file_name(header(LEA="919", SerialNo="007")) == "919_SEN2_919LL26_007.xml"
    assert file_name(header(), pattern="{lea}-{yy}.xml") == "999-26.xml"


@pytest.mark.parametrize(("last", "serial"), [(None, "001"), ("001", "002"), ("999", "001")])
def test_each_upload_takes_the_next_serial_number(last, serial):
    assert next_serial(last) == serial
