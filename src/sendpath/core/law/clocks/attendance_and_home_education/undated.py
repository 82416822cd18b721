"""Home education: consent, review of the plan, and what is enacted and not in force.

School Attendance (Pupil Registration) (England) Regulations 2024, regulation 9: a child whom the
council placed at a special school stays on its roll until the council agrees. The Children's
Wellbeing and Schools Act 2026 asks for more, and those sections have not been brought into force.
"""

from datetime import date

from sendpath.core.casefile.events import Kind
from sendpath.core.law.instruments import HOME_EDUCATION_GUIDANCE, PUPIL_REGISTRATION
from sendpath.core.law.rule import Delegated, Proposed, RuleKind, Undated
from sendpath.core.law.source import Confidence, act, instrument, regulation, section
from sendpath.core.law.wording import COUNCIL, MOVED_AWAY, PLAN_OVER, when

WELLBEING_ACT = ("Children's Wellbeing and Schools Act 2026", "2026/21")
NOT_COMMENCED = (
    "Enacted on 29 April 2026 and not in force: sections 37 to 42 begin on a day that the "
    "Secretary of State must set by regulations (section 78(5))."
)

UNDATED = (
    Undated(
        key="special_school_deletion_consent",
        duty="Decide whether the child may leave the special school's roll",
        kind=RuleKind.DUTY,
        owed_by=COUNCIL,
        owed_to="parent and school",
        starts=(when(Kind.EHE_CONSENT_REQUESTED, "The council was asked to agree"),),
        done_by=(when(Kind.EHE_CONSENT_DECIDED, "The council gave its decision"),),
        ended_by=(
            when(Kind.SETTING_CHANGED, "The child moved to another setting"),
            MOVED_AWAY[0],
            *PLAN_OVER,
        ),
        how_soon="with no number of days in the regulations; an area may keep its own",
        since=date(2024, 8, 19),
        ruleset="ENG-2024-pupilreg",
        law=instrument(*PUPIL_REGISTRATION, "9"),
        also=(HOME_EDUCATION_GUIDANCE,),
        confidence=Confidence.SECONDARY,
        follows="The school may not delete the name without it, unless the Secretary of State "
        "directs it to.",
    ),
    Delegated(
        key="ehe_plan_still_reviewed",
        duty="Review the plan of a child educated at home",
        kind=RuleKind.DUTY,
        owed_by=COUNCIL,
        owed_to="child or young person with a plan",
        counted_by=("first_annual_review", "subsequent_annual_review"),
        law=section("44"),
        also=(regulation("21"),),
        code="10.30 to 10.37",
        confidence=Confidence.UNREAD,
        follows="Home education changes neither the 12 months nor who must keep them.",
    ),
    Proposed(
        key="cws_consent_withdraw",
        duty="Ask the council to agree before taking the child out of school",
        kind=RuleKind.FUTURE,
        owed_by="parent",
        owed_to=COUNCIL,
        status=NOT_COMMENCED,
        says="A parent would need the council's consent to withdraw, for home education, a child "
        "whom the council placed at a special school, or who is under a child protection enquiry "
        "or plan. The council would decide without undue delay.",
        meanwhile="special_school_deletion_consent",
        asked_by=(
            when(Kind.EHE_WITHDRAWAL_REQUESTED, "The parent said that the child would leave"),
        ),
        law=act(*WELLBEING_ACT, "37"),
        also=(act(*WELLBEING_ACT, "78(5)"),),
        confidence=Confidence.READ,
        follows="Until then only the rule about special schools applies.",
    ),
    Proposed(
        key="cws_register_child",
        duty="Register the child as one who is not in school",
        kind=RuleKind.FUTURE,
        owed_by="council and parent",
        owed_to="child",
        status=NOT_COMMENCED,
        says="Each council would keep a register of children not in school. Parents and providers "
        "would give what it asks for within 15 days, as a second source has it.",
        asked_by=(when(Kind.CNIS_REGISTERED, "The child was put on a register"),),
        law=act(*WELLBEING_ACT, "38"),
        also=(act(*WELLBEING_ACT, "78(5)"),),
        confidence=Confidence.SECONDARY,
        follows="Until then no register is required by law.",
    ),
)
