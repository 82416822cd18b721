"""The roles of the NHS."""

from __future__ import annotations

from sendpath.accounts.roles.role import May, OrganisationKind, Reach, Relation, Role
from sendpath.core.casefile.details import Detail

BY_THE_DCO = "The designated officer for the area, or the head of SEND."


class Therapist(Role):
    """Advises on a child and treats them: speech and language, occupational, physiotherapy."""

    key = "therapist"
    title = "Therapist"
    description = "Sees the cases of children they advise on or give a service to."
    granted_by = BY_THE_DCO
    granters = frozenset({"designated_officer", "head_of_service"})
    held_in = frozenset({OrganisationKind.NHS_PROVIDER})
    sees = frozenset({Reach.SELF_INVOLVED})
    through = frozenset({Relation.ADVISES, Relation.PROVIDES})
    details = frozenset({Detail.HEALTH})
    may = frozenset({May.SEE_CASES})


class Doctor(Role):
    """A paediatrician, or a clinician of child and adolescent mental health services."""

    key = "doctor"
    title = "Paediatrician or CAMHS clinician"
    description = "Sees the cases of children they advise on or give a service to."
    granted_by = BY_THE_DCO
    granters = frozenset({"designated_officer", "head_of_service"})
    held_in = frozenset({OrganisationKind.NHS_PROVIDER})
    sees = frozenset({Reach.SELF_INVOLVED})
    through = frozenset({Relation.ADVISES, Relation.PROVIDES})
    details = frozenset({Detail.HEALTH, Detail.SOCIAL_CARE})
    may = frozenset({May.SEE_CASES})


class DesignatedOfficer(Role):
    """Sees to it that health advice is given (Code of Practice, 3.45 to 3.48)."""

    key = "designated_officer"
    title = "Designated clinical or medical officer"
    description = "Co-ordinates health advice for children whose health services the board pays."
    granted_by = "The head of SEND, to whoever the integrated care board has designated."
    held_in = frozenset({OrganisationKind.ICB})
    sees = frozenset({Reach.ORGANISATION_INVOLVED})
    through = frozenset({Relation.ADVISES, Relation.COMMISSIONS})
    details = frozenset({Detail.HEALTH, Detail.SOCIAL_CARE})
    may = frozenset({May.SEE_CASES, May.BREAK_GLASS, May.GRANT_ROLES})


class Commissioner(Role):
    """Agrees what health provision a plan promises (section G), and pays for it."""

    key = "commissioner"
    title = "Health commissioner"
    description = "Sees the cases of children for whom the board pays for a service."
    granted_by = BY_THE_DCO
    granters = frozenset({"designated_officer", "head_of_service"})
    held_in = frozenset({OrganisationKind.ICB})
    sees = frozenset({Reach.ORGANISATION_INVOLVED})
    through = frozenset({Relation.COMMISSIONS})
    details = frozenset({Detail.HEALTH, Detail.FINANCE})
    may = frozenset({May.SEE_CASES})


ROLES = (Therapist, Doctor, DesignatedOfficer, Commissioner)
