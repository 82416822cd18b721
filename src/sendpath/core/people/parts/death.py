"""That somebody has died, so that nobody writes to their family as if they had not."""

from __future__ import annotations

from sendpath.core.people.part import Answers, Part, line


def banner(answers: Answers) -> str:
    """Say it before anything else."""
    return "They have died. Send no letter and no reminder. Speak with the family first."


PART = Part(
    key="death",
    title="Death",
    one="death",
    about="From now on no time limit of theirs is on a worklist, in a count or in a file of dates, "
    "and nobody is chased. The record stays as it is, for whoever has to review it. A plan still "
    "has to be ceased in its case, with the reason that the child or young person died.",
    questions=(
        line(
            "source",
            "How is it known?",
            "how it is known",
            hint="Such as the NHS, or the school",
            short="Known from",
        ),
    ),
    from_label="On which day did they die?",
    from_needed=True,
    ends=False,
    several=False,
    banner=banner,
    order=120,
)
