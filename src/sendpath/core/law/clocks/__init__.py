"""Every statutory time limit the product knows, one to a file.

To add one, add a file here that defines `CLOCK`, named after its key. Nothing else needs to
change: the worklist, the case page, the notices and the table of law in the documentation
all read `CLOCKS`.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from types import MappingProxyType

from sendpath.core.law.clock import Clock


def _load() -> dict[str, Clock]:
    clocks: dict[str, Clock] = {}
    for module in pkgutil.iter_modules(__path__):
        clock: Clock = importlib.import_module(f"{__name__}.{module.name}").CLOCK
        if clock.key != module.name:
            raise ImportError(
                f"core/law/clocks/{module.name}.py defines the clock “{clock.key}”. "
                f"A clock's key and its file name must be the same."
            )
        clocks[clock.key] = clock
    return clocks


CLOCKS: Mapping[str, Clock] = MappingProxyType(_load())
