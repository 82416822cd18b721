"""What a part of the page about a child is: what is asked, and who may see the answers.

A part is data: one file each in `parts/`, found by its name. Its answers are texts and codes, kept
with the days from and to which they hold; nothing in them is ever overwritten.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sendpath.core.casefile.details import Detail

Answers = Mapping[str, str]


class Form(StrEnum):
    """How a question is answered."""

    LINE = "line"
    WORDS = "words"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question of a part. `called` names the answer inside a sentence, as in "the name".

    `short` stands beside the answer where the whole question would be long.
    """

    key: str
    label: str
    called: str
    hint: str = ""
    short: str = ""
    form: Form = Form.LINE
    choices: tuple[tuple[str, str], ...] = ()
    required: bool = True
    longest: int = 200

    def words(self, answer: str) -> str:
        """Return an answer as it is read."""
        return dict(self.choices).get(answer, answer)


def everybody(answers: Answers) -> Detail | None:
    """Say that no kind of detail need be seen to see these answers."""
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of what is known about somebody.

    `needs` says which kind of detail a reader must be allowed to see for some answers. `withheld`
    is what is shown in their place, where it must be known that there is something; without it
    nothing is. `banner` returns what must be seen before anything else is done.
    """

    key: str
    title: str
    one: str
    about: str
    questions: tuple[Question, ...]
    from_label: str = "From when?"
    from_needed: bool = False
    ends: bool = True
    several: bool = True
    needs: Callable[[Answers], Detail | None] = everybody
    withheld: str = ""
    banner: Callable[[Answers], str] = lambda answers: ""
    order: int = 100

    def question(self, key: str) -> Question:
        """Return the question with that key."""
        return next(question for question in self.questions if question.key == key)

    def told(self, answers: Answers) -> list[tuple[str, str]]:
        """Return what was answered, question by question, in words."""
        return [
            (question.short or question.label, question.words(answers[question.key]))
            for question in self.questions
            if answers.get(question.key)
        ]


def choice(
    key: str,
    label: str,
    called: str,
    *choices: tuple[str, str],
    hint: str = "",
    short: str = "",
) -> Question:
    """Return a question answered by one of some choices."""
    return Question(
        key=key,
        label=label,
        called=called,
        hint=hint,
        short=short,
        form=Form.CHOICE,
        choices=choices,
    )


def words(
    key: str, label: str, called: str, *, hint: str = "", short: str = "", required: bool = True
) -> Question:
    """Return a question answered in a few sentences."""
    return Question(
        key=key,
        label=label,
        called=called,
        hint=hint,
        short=short,
        form=Form.WORDS,
        required=required,
        longest=1000,
    )


def line(
    key: str,
    label: str,
    called: str,
    *,
    hint: str = "",
    short: str = "",
    required: bool = True,
    longest: int = 200,
) -> Question:
    """Return a question answered in one line."""
    return Question(
        key=key,
        label=label,
        called=called,
        hint=hint,
        short=short,
        required=required,
        longest=longest,
    )
