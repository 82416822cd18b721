"""Looking for a rule or an event by a few plain words."""

from __future__ import annotations

import re
import unicodedata

_ASKING = (
    "a an and are be by date dates day days do does due for from has have how i in is last limit "
    "long must my of on or our the they to what when which will"
)
_PASSED_OVER = frozenset(_ASKING.split())
"""Words of a question that say nothing of what is asked about."""


_SAME_AS = {
    "annual": "review",
    "yearly": "review",
    "ehcp": "plan",
    "expelled": "exclu",
    "excluded": "exclu",
    "exclusion": "exclu",
    "suspended": "suspen",
    "refused": "not",
    "refusal": "not",
}
"""How a word that families use begins in the words of the law."""


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text that are worth looking for, without accents or capitals."""
    text = text.replace("’", "'")
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    found = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    return tuple(word for word in found if word not in _PASSED_OVER)


def holds(text: str, sought: tuple[str, ...]) -> bool:
    """Say whether every word sought begins a word of the text, plurals taken as one."""
    words = words_of(text)
    return all(any(_like(word, one) for word in words) for one in sought)


def _like(word: str, sought: str) -> bool:
    same = _SAME_AS.get(sought)
    if word.startswith(sought) or (same and word.startswith(same)):
        return True
    return len(sought) > 3 and word.startswith(sought.removesuffix("s"))
