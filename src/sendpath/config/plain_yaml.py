"""YAML as people write it who have not read the YAML standard.

Plain YAML turns 17:30 into a number of minutes and stops at the 30th of February without
saying where. Here a value is what it looks like: yes, no, true and false, whole numbers and
null are themselves, and everything else, days and times included, is text as written. Quotation
marks make text of anything. What only programs need (aliases, types, a name twice) is refused.
"""

from __future__ import annotations

import re
from collections.abc import Hashable

import yaml

from sendpath.core.law.history import Json


class BadYaml(ValueError):
    """Text that is not YAML, or more of it than is read here; the message says which line."""


class _Loader(yaml.SafeLoader):
    """A safe loader that takes few things for anything but text."""

    yaml_implicit_resolvers = {}

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Json]:
        found: dict[Hashable, Json] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise BadYaml(f"{_line(key.start_mark)}: a name must be text.")
            if key.value in found:
                raise BadYaml(f"{_line(key.start_mark)}: “{key.value}” is there twice. Keep one.")
            found[key.value] = self.construct_object(value, deep=deep)
        return found


for _tag, _words, _first in (
    ("bool", r"(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE)\Z", "yYnNtTfF"),
    ("null", r"(?:~|null|)\Z", ["~", "n", ""]),
    ("int", r"-?(?:0|[1-9][0-9]{0,8})\Z", "-0123456789"),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_words), list(_first))


def read(text: str) -> Json:
    """Return the one value that a text holds, made of lists, named values and single values.

    Raises `BadYaml` where it is not set out as YAML.
    """
    try:
        _refuse_what_only_programs_need(text)
        loader = _Loader(text)
        try:
            found: Json = loader.get_single_data()
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as fault:
        where = _line(fault.problem_mark or fault.context_mark)
        raise BadYaml(
            f"{where}: {fault.problem}. Set it out with spaces as the lines above it are, and "
            f"put a sentence that holds a colon in double quotation marks."
        ) from fault
    except yaml.YAMLError as fault:
        raise BadYaml(f"it holds a character that is not text. ({_first_line(fault)})") from fault
    except RecursionError as fault:
        raise BadYaml("it has too many lists inside lists.") from fault
    return found


def _refuse_what_only_programs_need(text: str) -> None:
    for token in yaml.scan(text, Loader=yaml.SafeLoader):
        if isinstance(token, yaml.AliasToken | yaml.TagToken):
            raise BadYaml(
                f"{_line(token.start_mark)}: a value that begins with * or ! needs quotation marks."
            )


def _line(mark: yaml.Mark | None) -> str:
    return f"line {mark.line + 1}" if mark else "somewhere"


def _first_line(fault: yaml.YAMLError) -> str:
    return str(fault).partition("\n")[0]
