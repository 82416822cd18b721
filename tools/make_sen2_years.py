"""Make the year files of `core/sen2/years` from the catalogue of fields, codes and rules.

    python tools/make_sen2_years.py path/to/spec.json

The catalogue covers every survey year at once, with `since_year` and `until_year`. Each
year file holds only what stands in that year, so that a council can read one file and
correct it the day the Department publishes.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

YEARS = range(2023, 2028)
OUT = Path(__file__).parent.parent / "src/sendpath/core/sen2/years"
SOURCE = (
    "Rebuilt from tools that read real returns and from the public guidance: the Department's "
    "technical specification was not to hand. Grades: A stated in a source that was read; "
    "B inferred from a tool that reads real returns; C recollection, confirm before relying on it."
)
GROUPS = {
    "CollectionDetails": ("Collection", "Year", "ReferenceDate"),
    "Source": ("SourceLevel", "LEA", "SoftwareCode", "Release", "SerialNo", "DateTime"),
}
# The blade tables join people to the header; in the XML they stand beside it.
XML_PARENT: dict[str, str | None] = {"person": None}
MOST = {"named_plan": 1, "plan_detail": 2, "active_plans": 1, "sen_need": 2}


def stands(entry: dict[str, Any], year: int) -> bool:
    """Say whether a field or a rule is part of that year's return."""
    return (entry.get("since_year") or 0) <= year <= (entry.get("until_year") or 9999)


def requirement(field: dict[str, Any], year: int) -> tuple[str, str]:
    """Return always, conditional, voluntary or optional for the year, and the condition."""
    words, condition = field["required"], field["condition"]
    if f"{year} voluntary" in words:
        return "voluntary", condition
    words = re.sub(r" \(.*\)$", "", words)
    if words.startswith("always "):
        return "conditional", words.removeprefix("always ")
    return words, condition


def field_of(module: str, field: dict[str, Any], year: int) -> dict[str, Any]:
    """Return one field as it stands in the year."""
    required, condition = requirement(field, year)
    group = next((g for g, names in GROUPS.items() if field["xml"] in names), None)
    return {
        "xml": field["xml"],
        "label": field["label"],
        "type": field["type"],
        "required": required,
        "condition": condition,
        "codes": field["codes"],
        "aliases": field["aliases"],
        "grade": field["confidence"],
        "item_ref": field["item_ref"],
        "group": group if module == "header" else None,
        "blade_csv": field["blade_csv"],
        "template_header": field["template_header"],
        "notes": field["notes"],
    }


def module_of(module: dict[str, Any], year: int) -> dict[str, Any]:
    """Return one module with the year's fields in their order."""
    key = module["key"]
    return {
        "key": key,
        "number": module["number"],
        "title": module["title"],
        "xml": module["xml"],
        "parent": XML_PARENT.get(key, module["parent"]),
        "most": MOST.get(key),
        "blade_file": module["blade_file"].replace("...", "Blade-Export_{dd-mm-yyyy}"),
        "template_table": module["template_table"],
        "sheet": module.get("sheet"),
        "fields": [field_of(key, f, year) for f in module["fields"] if stands(f, year)],
    }


def codes_of(codes: dict[str, Any], year: int) -> dict[str, Any]:
    """Return a code set with the codes that are valid in the year."""
    since = codes.get("since")
    late = since if isinstance(since, dict) else {}
    values = {c: v for c, v in codes.get("values", {}).items() if late.get(c, 0) <= year}
    return {
        "values": values,
        "extended": codes.get("extended", []),
        "pattern": codes.get("pattern"),
        "grade": codes["confidence"],
        "note": codes.get("note", ""),
    }


def rule_of(rule: dict[str, Any], fields: set[str]) -> dict[str, Any]:
    """Return a rule with those of its fields that the year has."""
    return {
        "id": rule["id"],
        "severity": rule["severity"],
        "modules": rule["modules"],
        "fields": [f for f in rule["fields"] if f in fields],
        "text": rule["text"],
        "basis": rule["basis"],
        "grade": rule["confidence"],
        "sibling_number": rule["sibling_number"],
    }


def year_of(spec: dict[str, Any], year: int) -> dict[str, Any]:
    """Return the whole description of one survey year."""
    modules = [module_of(m, year) for m in spec["modules"]]
    fields = {f["xml"] for m in modules for f in m["fields"]}
    codes = {
        name: codes_of(entry, year)
        for name, entry in spec["codesets"].items()
        if not isinstance(entry.get("since"), int) or entry["since"] <= year
    }
    return {
        "year": year,
        "survey_day": spec["calendar"]["survey_day"][str(year)],
        "deadline": spec["calendar"]["deadline"].get(str(year)),
        "period": [f"{year - 1}-01-01", f"{year - 1}-12-31"],
        "source": SOURCE,
        "compiled": spec["compiled"],
        "modules": modules,
        "codes": codes,
        "rules": [rule_of(r, fields) for r in spec["rules"] if stands(r, year)],
    }


def main(path: str) -> None:
    """Write one file a survey year."""
    spec = json.loads(Path(path).read_text(encoding="utf-8"))
    for year in YEARS:
        text = json.dumps(year_of(spec, year), indent=1, ensure_ascii=False)
        (OUT / f"{year}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
