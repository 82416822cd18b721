"""What the NHS sets no day for: waits for an ADHD assessment, and choice of provider."""

from sendpath.core.law.instruments import standing_rules
from sendpath.core.law.rule import Continuing, RuleKind
from sendpath.core.law.source import Confidence, guidance

UNDATED = (
    Continuing(
        key="adhd_no_standard",
        duty="Assess for ADHD",
        kind=RuleKind.STANDARD,
        owed_by="NHS provider",
        owed_to="child or young person",
        says="Neither NICE nor the NHS sets a longest wait for an ADHD assessment. How long people "
        "wait is to be shown as it is, beside whatever the area means to reach.",
        law=guidance(
            "NICE guideline NG87, Attention deficit hyperactivity disorder",
            "no recommendation on waiting",
            "https://www.nice.org.uk/guidance/ng87",
        ),
        confidence=Confidence.READ,
        follows="Where a consultant leads the service, the 18 weeks apply to it.",
    ),
    Continuing(
        key="nhs_choice",
        duty="Offer the patient a choice of who provides the care",
        kind=RuleKind.RIGHT,
        owed_by="health commissioner, and whoever refers",
        owed_to="patient",
        says="A patient referred to a consultant-led or mental health service may choose the "
        "provider when the referral is made, and be offered another where 18 weeks will be "
        "missed. It is not for urgent care, or for people who are detained.",
        law=standing_rules("8"),
        also=(standing_rules("9"),),
        confidence=Confidence.SECONDARY,
        follows="The wait runs from the day the chosen provider received the first referral.",
    ),
)
