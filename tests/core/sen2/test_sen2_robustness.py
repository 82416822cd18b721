"""No value, however strange, makes a rule fail: it makes it speak or stay silent."""

from hypothesis import given
from hypothesis import strategies as st

from core.sen2.made_up import SURVEY, active, historical, new_plan, person, placement, plan
from sendpath.core.sen2.dates import age_on, months_after, real_date
from sendpath.core.sen2.validate import Validator

STRANGE = st.one_of(
    st.text(max_size=14),
    st.sampled_from(["", "0", "1", "²", "0001-01-01", "9999-12-31", "2025-02-30", "H", "1" * 13]),
    st.dates().map(str),
)


@st.composite
def spoilt_people(draw):
    who = person(1, new_plan(), historical(plan(), active(placement(), placement())))
    for record in draw(st.lists(st.sampled_from([*who.walk()]), max_size=6)):
        items = [field.xml for field in SURVEY.modules[record.module].fields]
        record.values[draw(st.sampled_from(items))] = draw(STRANGE)
    return who


@given(spoilt_people())
def test_every_rule_survives_every_value_and_names_an_item_of_the_record(who):
    validator = Validator(SURVEY, lea="999")

    issues = validator.person(who, 1) + validator.finish(who)

    names = {f.xml for module in SURVEY.modules.values() for f in module.fields}
    elements = {module.xml for module in SURVEY.modules.values()}
    assert {issue.field for issue in issues} <= names | elements | {""}


@given(st.dates(), st.dates())
def test_a_birthday_is_the_first_day_of_a_new_age(birth, day):
    later = birth <= day

    assert (age_on(birth, day) >= 0) == later


@given(st.dates().map(str))
def test_a_date_is_read_as_it_is_written(text):
    assert str(real_date(text)) == text


@given(st.dates(), st.integers(1, 24))
def test_months_go_forward_and_back_to_the_same_day_or_the_months_last(day, months):
    if day.year < 9990:
        back = months_after(months_after(day, months), -months)

        assert back == day or (back.year, back.month, day.day > 28) == (day.year, day.month, True)
