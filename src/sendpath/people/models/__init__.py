"""Children and young people, and who has what to do with each."""

from sendpath.people.models.emergency import EmergencyAccess, EmergencyReason
from sendpath.people.models.family import FamilyMember, FamilyRelation
from sendpath.people.models.involvement import Ground, Involvement
from sendpath.people.models.person import Person

__all__ = [
    "EmergencyAccess",
    "EmergencyReason",
    "FamilyMember",
    "FamilyRelation",
    "Ground",
    "Involvement",
    "Person",
]
