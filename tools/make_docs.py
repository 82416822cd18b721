"""Write the pages of docs/ that are made from code: `./run docs`.

A test compares what stands in docs/ with what this makes, so a page can't drift.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import django

DOCS = Path(__file__).parents[1] / "docs"


def pages() -> dict[str, Callable[[], str]]:
    """Return what makes each generated page, by its name."""
    from tools.docs_benchmarks import benchmarks_page
    from tools.docs_cli import command_page
    from tools.docs_explanations import explanations_page
    from tools.docs_law import law_page
    from tools.docs_roles import roles_page
    from tools.docs_sen2 import sen2_rules_page
    from tools.docs_settings import settings_page
    from tools.docs_stages import stages_page

    return {
        "law.md": law_page,
        "explanations.md": explanations_page,
        "stages.md": stages_page,
        "roles.md": roles_page,
        "sen2-rules.md": sen2_rules_page,
        "command-line.md": command_page,
        "settings.md": settings_page,
        "benchmarks.md": benchmarks_page,
    }


def main() -> None:
    """Write every generated page."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sendpath.config.settings")
    django.setup()
    for name, make in pages().items():
        (DOCS / name).write_text(make())
        print(f"docs/{name}")


if __name__ == "__main__":
    main()
