"""docs/settings.md, from the list of names the product reads."""

from __future__ import annotations

from sendpath.config.environment import KNOWN, KNOWN_OF_PROVIDER


def settings_page() -> str:
    """Return the page: every setting and what it is for."""
    rows = "\n".join(f"| `{name}` | {purpose} |" for name, purpose in KNOWN.items())
    of_provider = "\n".join(
        f"| `SENDPATH_OIDC_ENTRA_{name}` | {purpose} |"
        for name, purpose in KNOWN_OF_PROVIDER.items()
    )
    return (
        "# Settings\n\n"
        "Read from the environment, or from a file `.env` beside `run`. A name that begins with "
        "`SENDPATH_` and is not in this list stops the start.\n\n"
        f"| name | what it is |\n|---|---|\n{rows}\n\n"
        "## Each OpenID provider\n\n"
        "For each short name in `SENDPATH_OIDC`, here `entra`. "
        "[Running it](operations.md) has examples.\n\n"
        f"| name | what it is |\n|---|---|\n{of_provider}\n"
    )
