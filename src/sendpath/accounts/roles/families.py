"""Families, who belong to no organisation: what they see follows from who they are."""

from __future__ import annotations

from sendpath.accounts.roles.role import Reach, Role
from sendpath.core.casefile.details import Detail

OWN = frozenset({Detail.HEALTH, Detail.FINANCE})
"""Not what social care has recorded: it is about others too, and may put a child at risk, so
somebody reads it before it is given. Nor where the other parent lives."""


class Parent(Role):
    """A parent with parental responsibility, or a carer (section 576 of the 1996 Act)."""

    key = "parent"
    title = "Parent or carer"
    description = "Sees the case of their own child."
    granted_by = "The head of SEND, once the service has made sure who they are."
    held_in = frozenset()
    sees = frozenset({Reach.OWN_CHILD})
    details = OWN


class YoungPerson(Role):
    """Somebody over compulsory school age, whose rights are their own (section 83)."""

    key = "young_person"
    title = "Young person"
    description = "Sees their own case."
    granted_by = "The head of SEND, once the service has made sure who they are."
    held_in = frozenset()
    sees = frozenset({Reach.SELF})
    details = OWN


class Representative(Role):
    """Stands in for a young person who cannot decide for themselves (regulation 64)."""

    key = "representative"
    title = "Representative"
    description = "Sees the case of the young person they represent."
    granted_by = "The head of SEND, once the deputyship or the like has been seen."
    held_in = frozenset()
    sees = frozenset({Reach.OWN_CHILD})
    details = OWN


ROLES = (Parent, YoungPerson, Representative)
