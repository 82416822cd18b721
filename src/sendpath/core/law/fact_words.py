"""The facts of events that rules turn on, in words, where no form of a case asks for them yet.

A fact that is not here is asked for by its own name: a new rule needs no line of this to be shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sendpath.core.casefile.catalogue.plan import METHODS
from sendpath.core.casefile.events import Kind

ASKS: Mapping[str, str] = MappingProxyType(
    {
        "appealable": "Does the decision carry a right of appeal?",
        "child_age": "How old is the child or young person, in whole years?",
        "due_on": "Does it set a last day itself? If so, which?",
        "exclusion_type": "Is it a suspension or a permanent exclusion?",
        "method": "How was it sent?",
        "subject": "What was the decision about?",
        "term_total": "How many school days are suspensions this term in all, this one included?",
        "time": "At what time?",
    }
)
"""The question, by the name of the fact."""

HAPPENED: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.PERSON_BORN: "A child was born",
    }
)
"""What to call an event that rules name in several ways or in none, where no form names it."""

DAYS: Mapping[str, str] = MappingProxyType(
    {
        "notified_on": "On what day was the family told?",
        "transfer_on": "On what day will the child move?",
    }
)
"""The question for the day, where what an event tells of is the day that the law looks at."""

CHOICES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "exclusion_type": {
            "permanent": "A permanent exclusion",
            "suspension": "A suspension",
        },
        "method": METHODS,
        "subject": {
            "assessment": "Whether to assess",
            "refusal_to_assess": "Refusing to assess",
            "no_plan": "Not making a plan",
            "final_plan": "The final plan",
            "amended_plan": "The amended plan",
            "no_amendment": "Not changing the plan",
            "maintain": "Keeping the plan as it is",
            "cease": "Ending the plan",
            "refusal_to_reassess": "Refusing to re-assess",
        },
    }
)
"""What a code means, by the name of the fact."""
