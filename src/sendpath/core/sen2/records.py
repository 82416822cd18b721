"""One record of a SEN2 return, as it stands in the file.

A record holds the items of one module as text, under the names the Department gives
them, and the records nested inside it. Which items a module has, in what order and with
which codes is data, one file a survey year: see `years`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(slots=True)
class Record:
    """A module's items in canonical spelling, its child records, and where it began.

    `module` is a key of the survey's modules: header, person, requests, assessment,
    named_plan, plan_detail, active_plans, placement_detail or sen_need. `values` holds
    only items that are present and not blank. `line` is the line in the file, 0 where
    the record did not come from one. `repeated` names the items that stood more than once
    in the file: `values` holds the first.
    """

    module: str
    values: dict[str, str] = field(default_factory=dict)
    children: list[Record] = field(default_factory=list)
    line: int = 0
    repeated: tuple[str, ...] = ()

    def all(self, module: str) -> list[Record]:
        """Return the records of that module directly inside this one, in file order."""
        return [child for child in self.children if child.module == module]

    def first(self, module: str) -> Record | None:
        """Return the first record of that module directly inside this one."""
        return next((child for child in self.children if child.module == module), None)

    def walk(self) -> Iterator[Record]:
        """Yield this record and every record inside it, parents first."""
        yield self
        for child in self.children:
            yield from child.walk()
