"""Treatment within 18 weeks of a consultant-led referral.

National Health Service Commissioning Board and Clinical Commissioning Groups (Responsibilities and
Standing Rules) Regulations 2012, Part 9; the NHS Constitution. A standard to be measured against:
92 of 100 people waiting should have waited no longer, which the NHS means to reach by March 2029.
The wait starts when the provider receives the referral, and is not paused: a missed appointment
or watchful waiting may end it. A referral to a service that no consultant leads is not counted
here (`chs_long_waits`).
"""

from datetime import date

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import Weeks
from sendpath.core.law.instruments import NHS_CONSTITUTION, standing_rules
from sendpath.core.law.rule import Repeats, RuleKind
from sendpath.core.law.source import Confidence
from sendpath.core.law.wording import one_of, when

CLOCK = Clock(
    key="nhs_rtt_18w",
    duty="Start treatment after the referral to a consultant's service",
    kind=RuleKind.STANDARD,
    owed_by="NHS provider",
    owed_to="patient",
    starts=(
        when(
            Kind.REFERRAL_RECEIVED,
            "The consultant's service received the referral",
            consultant_led=one_of(True, None),
        ),
    ),
    done_by=(
        when(Kind.WAIT_STOPPED, "The wait ended"),
        when(Kind.HEALTH_OUTCOME_GIVEN, "The outcome was given"),
    ),
    repeats=Repeats.BY_KEY,
    run_named_by=("pathway",),
    limits=(Limit(count=Weeks(18), law=standing_rules("9"), since=date(2013, 4, 1)),),
    also=(NHS_CONSTITUTION,),
    confidence=Confidence.READ,
    follows="Somebody who has waited longer may ask to be offered another provider.",
)
