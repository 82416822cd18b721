"""Copy GOV.UK Frontend into the product, without what only GOV.UK may show.

    python tools/vendor_govuk.py

Needs npm, and is run only to change the version: the result is committed, so a fresh
machine needs neither npm nor a network. Takes the built stylesheet and script, and

- takes out the GDS Transport font, which is licensed for GOV.UK services alone, and puts
  the reader's own system font in its place;
- takes out the royal coat of arms, which a council may not show;
- takes out links to source maps, which `collectstatic` would look for in vain.

LICENSE.txt beside the files is kept by hand, from the project's repository: the npm
package holds none.

Sources: https://design-system.service.gov.uk/styles/font-override/ and
https://design-system.service.gov.uk/components/generic-header/
"""

from __future__ import annotations

import hashlib
import re
import subprocess
import tarfile
import tempfile
from pathlib import Path

VERSION = "6.6.0"
HOME = Path(__file__).parent.parent / "src/sendpath/web/static/vendor/govuk-frontend"
BUILT = "package/dist/govuk/"
FILES = ("govuk-frontend.min.css", "govuk-frontend.min.js")
FONTS = 'system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif'
NOT_OURS = ("GDS Transport", "crest", "url(/", "sourceMappingURL", "@font-face")

RECORD = """# GOV.UK Frontend {version}

Made by `tools/vendor_govuk.py` from the npm package `govuk-frontend@{version}`, whose
archive has SHA-256 `{archive}`. Do not edit these files: change the tool and run it.
Licence: MIT, in [LICENSE.txt](LICENSE.txt). The GDS Transport font, the crown and the
royal coat of arms are not part of that licence and are not here.

| file | SHA-256 |
|---|---|
{rows}
"""


def download(folder: Path) -> Path:
    """Return the archive of the pinned version, fetched by npm."""
    package = f"govuk-frontend@{VERSION}"
    subprocess.run(["npm", "pack", "--silent", package], cwd=folder, check=True, text=True)
    return folder / f"govuk-frontend-{VERSION}.tgz"


def ours(text: str) -> str:
    """Return a stylesheet or script without what only GOV.UK may show."""
    text = re.sub(r"@font-face\{[^}]*\}", "", text)
    text = text.replace("GDS Transport,arial,sans-serif", FONTS)
    text = re.sub(r"url\(/assets/images/govuk-crest\.svg\)", "none", text)
    text = re.sub(r"/\*# sourceMappingURL=.*?\*/|//# sourceMappingURL=\S*", "", text)
    left = [word for word in NOT_OURS if word in text]
    if left:
        raise SystemExit(f"Version {VERSION} still holds {left}. Teach ours() to take them out.")
    return text.rstrip() + "\n"


def sha256(content: bytes) -> str:
    """Return the SHA-256 of a file's content, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def vendor() -> None:
    """Write the files and the record of where they came from."""
    HOME.mkdir(parents=True, exist_ok=True)
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        archive = download(Path(folder))
        with tarfile.open(archive) as package:
            for name in FILES:
                source = package.extractfile(BUILT + name)
                if source is None:
                    raise SystemExit(f"{name} is not in version {VERSION}.")
                content = ours(source.read().decode()).encode()
                (HOME / name).write_bytes(content)
                rows.append(f"| {name} | `{sha256(content)}` |")
        record = RECORD.format(
            version=VERSION, archive=sha256(archive.read_bytes()), rows="\n".join(rows)
        )
    (HOME / "VENDORED.md").write_text(record)


if __name__ == "__main__":
    vendor()
