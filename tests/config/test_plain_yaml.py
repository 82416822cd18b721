"""YAML is read as it looks, and what cannot be read is named by its line."""

import pytest

from sendpath.config.plain_yaml import BadYaml, read


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2026-03-02", "2026-03-02"),
        ("2026-02-30", "2026-02-30"),
        ("17:30", "17:30"),
        ("'17:30'", "17:30"),
        ("yes", True),
        ("no", False),
        ("true", True),
        ("'no'", "no"),
        ('"yes"', "yes"),
        ("on", "on"),
        ("off", "off"),
        ("7", 7),
        ("-7", -7),
        ("0", 0),
        ("007", "007"),
        ("1_000", "1_000"),
        ("5.1", "5.1"),
        ("null", None),
        ("", None),
        ("r12(3)(a)", "r12(3)(a)"),
    ],
)
def test_a_value_is_what_it_looks_like(written, value):
    assert read(f"a: {written}") == {"a": value}


def test_names_are_always_text():
    assert read("no: 1\n2026-03-02: 2\non: 3\n") == {"no": 1, "2026-03-02": 2, "on": 3}


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("- a: 1\n  a: 2\n", "line 2: “a” is there twice. Keep one."),
        ("- a: &x 1\n- b: *x\n", "line 2: a value that begins with * or ! needs quotation marks."),
        ("a: !!timestamp x", "line 1: a value that begins with * or ! needs quotation marks."),
        ("? [a]\n: 1\n", "line 1: a name must be text."),
        ("- says: In time: by a day\n", "line 1: mapping values are not allowed here."),
        ("- a: 1\n\tb: 2\n", "line 2: found character '\\t' that cannot start any token."),
        ("a: \x00", "it holds a character that is not text."),
        ("- " * 2000 + "a", "it has too many lists inside lists."),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line(written, words):
    with pytest.raises(BadYaml) as fault:
        read(written)

    assert str(fault.value).startswith(words)
    assert "\n" not in str(fault.value)
