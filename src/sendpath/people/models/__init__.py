"""Children and young people, and records of them that may be of one person."""

from sendpath.people.models.matches import MatchDecision, MatchRun, PossibleMatch
from sendpath.people.models.merging import Merge
from sendpath.people.models.numbers import FormerNumber
from sendpath.people.models.person import Person

__all__ = ["FormerNumber", "MatchDecision", "MatchRun", "Merge", "Person", "PossibleMatch"]
