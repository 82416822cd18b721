"""Writes the page of ten dates explained; `./run docs pictures` takes the pictures beside it."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode

from sendpath.core.dates import in_words
from sendpath.core.law.asking import TERMS
from sendpath.core.law.explanation import explanation
from sendpath.core.law.phrases import how_it_stands
from sendpath.core.law.sentence import Sentence
from sendpath.lawbook.selectors.starting import FACT
from tools.explanations import TEN, Shown

HEAD = """# Ten dates, explained

Generated from worked cases in `tests/reference/law/` by `tools/docs_explanations.py`; change the
cases or `tools/explanations.py`, not this page. `./run docs pictures` takes the pictures again.

Each case is made up, and its date was worked out twice by programs that share no code. What
follows is the whole answer to *Why this date?* on the day named, each sentence with the law it
rests on. The last sentence says how sure we are of the rule: **V** read in the law itself, **S**
confirmed in a second source, **K** not yet checked. It states law, and is not legal advice.

The officer reads the answer on the child's case. A parent needs no account: the calculator at
`/dates` asks what happened and when, and keeps nothing. It is told how a date is reached, and
cannot know what was done by then.
"""


def explanations_page() -> str:
    """Return the page as Markdown."""
    contents = "\n".join(f"{n}. [{one.title}](#{_anchor(one)})" for n, one in enumerate(TEN, 1))
    sections = ("\n".join(_section(one)) for one in TEN)
    return "\n".join((HEAD, contents, "", *sections))


def _anchor(shown: Shown) -> str:
    return "".join(c for c in shown.title.lower() if c.isalnum() or c in " -").replace(" ", "-")


def _section(shown: Shown) -> Iterator[str]:
    evaluation = shown.evaluation
    deadline = evaluation.deadline
    yield f"## {shown.title}"
    yield ""
    yield f"{shown.happened} (Case `{shown.id}`, rule `{shown.rule}`.)"
    yield ""
    yield f"- **What:** {deadline.clock.duty}"
    yield f"- **Last day:** {in_words(deadline.due)}"
    yield f"- **How it stands on {in_words(shown.seen_on)}:** {how_it_stands(evaluation)}"
    yield f"- **How sure:** {evaluation.confidence.value}"
    yield ""
    yield "**Why this date?**"
    yield ""
    for number, sentence in enumerate(explanation(evaluation), start=1):
        yield f"{number}. {_with_law(sentence)}"
    yield ""
    yield f"![{_alt(shown, 'an officer')}](images/why/{shown.id}-officer.png)"
    yield ""
    yield _asked(shown)
    yield ""
    yield f"![{_alt(shown, 'a parent')}](images/why/{shown.id}-parent.png)"
    yield ""
    if shown.beyond:
        yield shown.beyond
        yield ""


def _asked(shown: Shown) -> str:
    """Return the address that gives a parent the same date; term dates are too long to show."""
    terms = f"{FACT}{TERMS}"
    kept = {name: value for name, value in shown.answers.items() if name != terms}
    pasted = ", with the school's term dates pasted in" if terms in shown.answers else ""
    return f"A parent asks at `/dates?{urlencode(kept)}`{pasted}:"


def _alt(shown: Shown, who: str) -> str:
    return f"“{shown.evaluation.deadline.clock.duty}” with its reasons, as {who} sees it"


def _with_law(sentence: Sentence) -> str:
    """Return a sentence that links to its law where it names it, else after it."""
    if sentence.law is None:
        return sentence.text
    name = sentence.called or str(sentence.law)
    link = f"[{name}]({sentence.law.url})"
    before, named, after = sentence.text.partition(name)
    return f"{before}{link}{after}" if named else f"{sentence.text} ({link})"
