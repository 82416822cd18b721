"""The words in which rules are written.

A rule is a function that looks at one link of the chain and returns the item at fault,
or None. What the rule says, how serious it is and from which year it holds come from the
year's data; the function only tests.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import TypeVar

from sendpath.core.sen2.chain import Link

AnyLink = TypeVar("AnyLink", bound=Link)
Test = Callable[[AnyLink], str | None]


class OnlyAQuery(str):
    """The item at fault, in a case where the error needs a note and not a correction."""

    __slots__ = ()


class Rules:
    """Every rule the product tests, by the kind of link it looks at."""

    def __init__(self) -> None:
        self._tests: dict[type[Link], dict[str, Callable[[Link], str | None]]] = defaultdict(dict)
        self.ids: set[str] = set()

    def rule(self, number: str, kind: type[AnyLink]) -> Callable[[Test[AnyLink]], Test[AnyLink]]:
        """Register the function below as that rule, to be asked of every link of the kind."""

        def register(test: Test[AnyLink]) -> Test[AnyLink]:
            def ask(link: Link) -> str | None:
                return test(link) if isinstance(link, kind) else None

            if number in self.ids:
                raise ValueError(f"The rule {number} is written twice in core/sen2/rules.")
            self.ids.add(number)
            self._tests[kind][number] = ask
            return test

        return register

    def of(self, kind: type[Link]) -> dict[str, Callable[[Link], str | None]]:
        """Return the tests for a kind of link, by rule."""
        return self._tests[kind]


RULES = Rules()
rule = RULES.rule
