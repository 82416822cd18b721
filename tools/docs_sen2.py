"""The documentation page of the SEN2 rules, made from the year's data."""

from __future__ import annotations

from sendpath.core.sen2.rules import NOT_RAISED, RULES
from sendpath.core.sen2.validate import TESTED_HERE
from sendpath.core.sen2.years import Rule, known_years, survey

_GROUPS = {
    "F": "The file",
    "0": "Header",
    "1": "Person",
    "2": "Requests",
    "3": "Assessments",
    "4": "Plans and the settings they name",
    "5": "Plans in force: reviews and placements",
    "6": "Needs",
}


def sen2_rules_page() -> str:
    """Return the page: every rule of the latest year, and whether this product tests it."""
    rules = survey(known_years()[-1]).rules
    tested = [number for number in rules if number in RULES.ids | TESTED_HERE]
    lines = [
        "# SEN2 rules",
        "",
        f"{len(rules)} rules; {len(tested)} are tested. A file that breaks a *reject* rule is not "
        "loaded. An *error* must be cleared before the Department authorises the return. A "
        "*query* needs a note.",
        "",
        "The Department's own rule numbers were not to hand, so the numbers are ours. Grade: A "
        "stated in a source that was read, B inferred from tools that read real returns, C "
        "recollection, to be confirmed. To correct a rule, edit `core/sen2/years/`.",
    ]
    for key, title in _GROUPS.items():
        group = [rule for rule in rules.values() if rule.id.removeprefix("S2-")[0] == key]
        lines += ["", f"## {title}", "", *_table(group)]
    return "\n".join(lines) + "\n"


def _table(rules: list[Rule]) -> list[str]:
    head = ["| Rule | Level | What is wrong | Items | Basis | Grade | Since | Tested |"]
    head.append("|---|---|---|---|---|---|---|---|")
    return head + [_row(rule) for rule in rules]


def _row(rule: Rule) -> str:
    items = ", ".join(f"`{field}`" for field in rule.fields)
    cells = (rule.id, rule.severity, rule.text, items, rule.basis, rule.grade, str(_since(rule)))
    return f"| {' | '.join(cells)} | {_tested(rule)} |"


def _since(rule: Rule) -> int:
    return next(year for year in known_years() if rule.id in survey(year).rules)


def _tested(rule: Rule) -> str:
    if rule.id in NOT_RAISED:
        return f"no: {NOT_RAISED[rule.id]}"
    return "yes" if rule.id in RULES.ids | TESTED_HERE else "not yet"


if __name__ == "__main__":
    print(sen2_rules_page(), end="")
