"""The parts of the page about a child. Each module here with a `PART` is one."""

from __future__ import annotations

import importlib
import pkgutil

from sendpath.core.people.part import Part


def _found() -> dict[str, Part]:
    modules = [
        importlib.import_module(f"{__name__}.{module.name}")
        for module in pkgutil.iter_modules(__path__)
    ]
    parts: list[Part] = sorted((module.PART for module in modules), key=lambda part: part.order)
    return {part.key: part for part in parts}


PARTS = _found()
"""By key, in the order of the page."""
