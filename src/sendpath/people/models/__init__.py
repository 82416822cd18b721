"""Children and young people, who has what to do with each, and records that may be of one."""

from sendpath.people.models.emergency import EmergencyAccess, EmergencyReason
from sendpath.people.models.facts import PersonFact
from sendpath.people.models.family import FamilyMember, FamilyRelation
from sendpath.people.models.involvement import Ground, Involvement
from sendpath.people.models.matches import MatchDecision, MatchRun, PossibleMatch
from sendpath.people.models.merging import Merge
from sendpath.people.models.numbers import FormerNumber, NumberKind
from sendpath.people.models.person import Person

__all__ = [
    "EmergencyAccess",
    "EmergencyReason",
    "FamilyMember",
    "FamilyRelation",
    "FormerNumber",
    "Ground",
    "Involvement",
    "MatchDecision",
    "MatchRun",
    "Merge",
    "NumberKind",
    "Person",
    "PersonFact",
    "PossibleMatch",
]
