"""What the browser is sent: our own style, and GOV.UK Frontend without what is not ours."""

import re
from hashlib import sha256
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command

from tools.vendor_govuk import FONTS, NOT_OURS, ours

VENDORED = "vendor/govuk-frontend/"


def static_file(name):
    return Path(finders.find(name))


@pytest.mark.parametrize("name", ["govuk-frontend.min.css", "govuk-frontend.min.js"])
@pytest.mark.parametrize("forbidden", NOT_OURS)
def test_what_is_vendored_holds_nothing_only_govuk_may_show(name, forbidden):
    assert forbidden not in static_file(VENDORED + name).read_text()


def test_the_vendored_files_are_those_recorded():
    record = static_file(VENDORED + "VENDORED.md").read_text()
    recorded = dict(re.findall(r"^\| (\S+) \| `(\w{64})` \|$", record, re.MULTILINE))
    assert recorded == {
        name: sha256(static_file(VENDORED + name).read_bytes()).hexdigest()
        for name in ("govuk-frontend.min.css", "govuk-frontend.min.js")
    }


def test_the_font_arms_and_source_maps_are_taken_out():
    theirs = (
        "@font-face{font-family:GDS Transport;src:url(/assets/fonts/a.woff2)}"
        "a{font-family:GDS Transport,arial,sans-serif}"
        "b{mask-image:url(/assets/images/govuk-crest.svg)}\n"
        "/*# sourceMappingURL=govuk-frontend.min.css.map */"
    )
    assert ours(theirs) == f"a{{font-family:{FONTS}}}b{{mask-image:none}}\n"


def test_a_version_that_shows_more_of_govuk_is_refused():
    with pytest.raises(SystemExit, match="crest"):
        ours("b{background:url(../images/crest-large.png)}")


def test_every_file_a_style_or_script_leads_to_is_there(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    }

    call_command("collectstatic", interactive=False, verbosity=0)

    script = tmp_path / "web/sendpath.js"
    (imported,) = re.findall(r'from "(.*?)"', script.read_text())
    assert (script.parent / imported).is_file()
    assert (tmp_path / "staticfiles.json").is_file()
