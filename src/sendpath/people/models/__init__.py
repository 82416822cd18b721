"""Children and young people, who has what to do with each, and records that may be of one."""

from sendpath.people.models.family import FamilyMember
from sendpath.people.models.involvement import Involvement
from sendpath.people.models.matches import MatchDecision, MatchRun, PossibleMatch
from sendpath.people.models.merging import Merge
from sendpath.people.models.numbers import FormerNumber
from sendpath.people.models.person import Person

__all__ = [
    "FamilyMember",
    "FormerNumber",
    "Involvement",
    "MatchDecision",
    "MatchRun",
    "Merge",
    "Person",
    "PossibleMatch",
]
