"""One sentence of an explanation, and what it calls the law it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sendpath.core.law.source import Law


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, and the law it rests on if it states any.

    `called` is what the law is called here; its whole name if empty.
    """

    text: str
    law: Law | None = None
    called: str = ""


def named_once(sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """Yield sentences in which an instrument named just before goes by its provision alone.

    The names of some instruments are two lines long, and on a telephone four.
    """
    last = ""
    for sentence in sentences:
        law = sentence.law
        if law and law.instrument == last and not sentence.called:
            text = sentence.text.replace(str(law), law.provision)
            yield replace(sentence, text=text, called=law.provision)
        else:
            yield sentence
        last = law.instrument if law else last
