"""Every rule of SEND law the product knows, in folders by what it is about.

A time limit is one file, named after its key, that defines `CLOCK`. A rule that holds for a
time and works its days out by itself is one file that defines `SPAN`. The rules of a section
that set no day of their own stand together in its `undated.py`. To add a rule, add it to its
folder. Nothing else needs to change: the worklist, the case page, the public page of time
limits and the table of law in the documentation all read `RULES`.

A council's own promises come from an installed package, laid out as this one is, that names
itself under the entry point `sendpath.clocks`. They are marked local and never shown as law.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import entry_points
from types import MappingProxyType

from sendpath.core.law.clock import Clock
from sendpath.core.law.rule import Rule, Span

LOCAL = "local"


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the law, as a lawyer would look for it: its letter, title and rules."""

    letter: str
    title: str
    folder: str
    rules: tuple[Rule, ...]


def load(package: str) -> tuple[Section, ...]:
    """Return the sections of a package laid out as this one is, by letter.

    Raises ImportError for a file that holds no rule, or one that is not named after its rule,
    and for a key that two rules have.
    """
    home = importlib.import_module(package)
    found = (
        _section(f"{package}.{part.name}", part.name)
        for part in pkgutil.iter_modules(home.__path__)
        if part.ispkg
    )
    sections = tuple(sorted(found, key=lambda section: section.letter))
    keys = [rule.key for section in sections for rule in section.rules]
    if twice := {key for key in keys if keys.count(key) > 1}:
        raise ImportError(f"Two rules of {package} have the key “{min(twice)}”. Rename one.")
    return sections


def _section(package: str, folder: str) -> Section:
    home = importlib.import_module(package)
    rules = [rule for part in pkgutil.iter_modules(home.__path__) for rule in _rules(package, part)]
    return Section(
        letter=home.LETTER,
        title=home.TITLE,
        folder=folder,
        rules=tuple(sorted(rules, key=lambda rule: rule.key)),
    )


def _rules(package: str, part: pkgutil.ModuleInfo) -> Iterator[Rule]:
    module = importlib.import_module(f"{package}.{part.name}")
    if part.name == "undated":
        yield from module.UNDATED
        return
    rule: Clock | Span | None = getattr(module, "CLOCK", None) or getattr(module, "SPAN", None)
    if rule is None:
        raise ImportError(f"{module.__name__} defines neither CLOCK nor SPAN. Add one of them.")
    if rule.key != part.name:
        raise ImportError(
            f"{module.__name__} defines the rule “{rule.key}”. A rule's key and its file name "
            f"must be the same."
        )
    yield rule


def local_sections(package: str, taken: Collection[str]) -> tuple[Section, ...]:
    """Return the sections of a council's own package of promises.

    Raises ImportError for one that claims to be law, or that would stand in for a rule of law.
    """
    sections = load(package)
    for rule in (rule for section in sections for rule in section.rules):
        if rule.key in taken:
            raise ImportError(f"{package}: “{rule.key}” is a rule of law. Give yours its own key.")
        limits = rule.limits if isinstance(rule, Clock) else ()
        if not limits or any(limit.statutory or limit.ruleset != LOCAL for limit in limits):
            raise ImportError(
                f"{package}: “{rule.key}” must be a clock whose limits have ruleset=“{LOCAL}” and "
                f"statutory=False, because it is a promise and not law."
            )
    return sections


def _every_section() -> tuple[Section, ...]:
    law = load(__name__)
    taken = {rule.key for section in law for rule in section.rules}
    offered = entry_points(group="sendpath.clocks")
    return (*law, *(part for one in offered for part in local_sections(one.value, taken)))


SECTIONS = _every_section()
RULES: Mapping[str, Rule] = MappingProxyType(
    {rule.key: rule for section in SECTIONS for rule in section.rules}
)
CLOCKS: Mapping[str, Clock] = MappingProxyType(
    {key: rule for key, rule in sorted(RULES.items()) if isinstance(rule, Clock)}
)
