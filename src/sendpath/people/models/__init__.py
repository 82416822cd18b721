"""Children and young people, and who has what to do with each."""

from sendpath.people.models.family import FamilyMember
from sendpath.people.models.involvement import Involvement
from sendpath.people.models.person import Person

__all__ = ["FamilyMember", "Involvement", "Person"]
