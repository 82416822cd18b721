"""Duties of schools and health bodies that have no number of days.

Children and Families Act 2014, sections 23 and 68. Both come before any plan: a parent is told
when a school makes special provision, and the council when a health body thinks that a child
below school age has special educational needs.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.rule import RuleKind, Undated
from sendpath.core.law.source import Confidence, section
from sendpath.core.law.wording import FINALISED, when

UNDATED = (
    Undated(
        key="tell_parent_sep",
        duty="Tell the parent that special educational provision is being made",
        kind=RuleKind.DUTY,
        owed_by="setting",
        owed_to="parent, or the young person",
        starts=(when(Kind.SEP_STARTED, "The school began to make special provision"),),
        ended_by=(
            FINALISED,
            when(Kind.SETTING_CHANGED, "The child moved to another setting"),
        ),
        how_soon="when the provision is made; the law gives no number of days",
        law=section("68"),
        code="6.43",
        confidence=Confidence.UNREAD,
        follows="It is for pupils without a plan: the parents of others take part in it.",
    ),
    Undated(
        key="health_notify_under_cs_age",
        duty="Tell the parent, then the council, that a young child may have SEN",
        kind=RuleKind.DUTY,
        owed_by="health body",
        owed_to="parent, then the council",
        starts=(
            when(Kind.SEN_SUSPECTED, "The health body thought that the child has or may have SEN"),
        ),
        done_by=(
            when(Kind.RESPONSIBILITY_BEGAN, "The child was brought to the council's attention"),
        ),
        ended_by=(when(Kind.REQUEST_RECEIVED, "The council was asked to assess the child"),),
        how_soon="once the parent has been told and had the chance to talk it over",
        law=section("23"),
        also=(section("24"),),
        code="5.15",
        confidence=Confidence.UNREAD,
        follows="The council is responsible for the child from the day it is told.",
    ),
)
