"""The roles of schools, colleges and nurseries."""

from __future__ import annotations

from sendpath.accounts.roles.role import May, OrganisationKind, Reach, Relation, Role


class Senco(Role):
    """Co-ordinates special educational provision in a setting (section 67 of the 2014 Act)."""

    key = "senco"
    title = "SENCO"
    description = "Sees the cases of children on the roll of their setting, and changes nothing."
    granted_by = "The head teacher of the setting, or the head of SEND."
    granters = frozenset({"head_teacher", "head_of_service"})
    held_in = frozenset({OrganisationKind.ESTABLISHMENT})
    sees = frozenset({Reach.ORGANISATION_INVOLVED})
    through = frozenset({Relation.ON_ROLL})
    may = frozenset({May.SEE_CASES})


class HeadTeacher(Role):
    """Leads a setting, and says who its SENCO is."""

    key = "head_teacher"
    title = "Head teacher or principal"
    description = "Sees the cases of children on the roll of their setting, and changes nothing."
    granted_by = "The head of SEND, once the setting has confirmed who leads it."
    held_in = frozenset({OrganisationKind.ESTABLISHMENT})
    sees = frozenset({Reach.ORGANISATION_INVOLVED})
    through = frozenset({Relation.ON_ROLL})
    may = frozenset({May.SEE_CASES, May.GRANT_ROLES})


ROLES = (Senco, HeadTeacher)
