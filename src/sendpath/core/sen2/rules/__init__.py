"""The rules the product tests, grouped as the return is.

To add a rule, add its text to the year's data and a function here, under the same number.
`validate` asks every rule that the survey year has.
"""

from sendpath.core.sen2.rules import module0, module1, module2, module3, module4, module5
from sendpath.core.sen2.rules.registry import RULES, OnlyAQuery

__all__ = ["NOT_RAISED", "RULES", "OnlyAQuery"]

NOT_RAISED = {
    "S2-565": "The situation is allowed: an issue would only cost officers time.",
}
"""Rules of the catalogue that are left out on purpose, and why."""

_MODULES = (module0, module1, module2, module3, module4, module5)
