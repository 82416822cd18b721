"""What the Government has proposed. None of it is law, and none of it is applied to anyone.

The white paper of 23 February 2026 and the consultation beside it; the Education for All Bill was
announced on 13 May 2026. No clause and no number of weeks was known when this was written, so
none is here. The law in force goes on applying to every child until Parliament changes it.
"""

from sendpath.core.law.rule import Proposed, RuleKind
from sendpath.core.law.source import Confidence, guidance
from sendpath.core.law.wording import COUNCIL

WHITE_PAPER = guidance(
    "Every child achieving and thriving (white paper)",
    "proposals on special educational needs and disabilities",
    "https://www.gov.uk/government/publications/every-child-achieving-and-thriving",
)
ANNOUNCED = (
    "Proposed in February 2026, and a Bill announced on 13 May 2026. It had not been introduced "
    "when this was written."
)

UNDATED = (
    Proposed(
        key="isp_duty",
        duty="Keep an individual support plan for each child with SEND",
        kind=RuleKind.FUTURE,
        owed_by="setting",
        owed_to="child or young person",
        status=ANNOUNCED,
        says="Schools, nurseries and colleges would keep a digital individual support plan for "
        "every child with SEND and look at it at least once a year, from September 2029 at the "
        "earliest.",
        law=WHITE_PAPER,
        confidence=Confidence.SECONDARY,
        follows="A family could complain to an independent panel.",
    ),
    Proposed(
        key="ehcp_key_stage_review",
        duty="Review an EHC plan at the end of a key stage",
        kind=RuleKind.FUTURE,
        owed_by=COUNCIL,
        owed_to="child",
        status=ANNOUNCED,
        says="Reviews at the end of each key stage would take the place of yearly ones, with a "
        "parent's right to ask sooner, and plans would be assessed again at a change of phase, "
        "from September 2029 at the earliest.",
        meanwhile="subsequent_annual_review",
        law=WHITE_PAPER,
        confidence=Confidence.SECONDARY,
        follows="Children who hold a special school place would keep it.",
    ),
    Proposed(
        key="tribunal_no_naming",
        duty="Decide an appeal about placement without naming the school",
        kind=RuleKind.FUTURE,
        owed_by="First-tier Tribunal",
        owed_to="child or young person",
        status=ANNOUNCED,
        says="Mediation would be strengthened, and the Tribunal would no longer name the "
        "placement.",
        law=WHITE_PAPER,
        confidence=Confidence.SECONDARY,
        follows="Today the Tribunal may name a school.",
    ),
)
