"""The record of processing names every room that keeps rows, and only those; its tests exist."""

import re
from pathlib import Path

from django.apps import apps

ROOT = Path(__file__).parents[2]
PRIVACY = ROOT / "docs" / "privacy"


def test_the_record_of_processing_names_every_room_that_keeps_something():
    text = (PRIVACY / "record-of-processing.md").read_text()
    named = set(re.findall(r"^\| `(\w+)` \|", text, flags=re.MULTILINE))
    kept = {
        config.label
        for config in apps.get_app_configs()
        if config.name.startswith("sendpath.") and list(config.get_models())
    }

    assert named == kept


def test_every_test_that_the_assessment_relies_on_is_there():
    text = (PRIVACY / "dpia.md").read_text()
    named = re.findall(r"`(tests/[\w/]+(?:\.py)?)`", text)

    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []
