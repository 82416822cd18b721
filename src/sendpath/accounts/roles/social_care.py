"""The roles of children's social care."""

from __future__ import annotations

from sendpath.accounts.roles.role import May, OrganisationKind, Reach, Relation, Role
from sendpath.core.casefile.details import Detail

SEEN = frozenset({Detail.HEALTH, Detail.SOCIAL_CARE, Detail.SAFE_ADDRESS})


class SocialWorker(Role):
    """Works with named children and their families."""

    key = "social_worker"
    title = "Social worker"
    description = "Sees the cases of children whose social worker they are."
    granted_by = "The social care lead, or the head of SEND."
    granters = frozenset({"social_care_lead", "head_of_service"})
    held_in = frozenset({OrganisationKind.SOCIAL_CARE})
    sees = frozenset({Reach.SELF_INVOLVED})
    through = frozenset({Relation.SOCIAL_CARE, Relation.ADVISES})
    details = SEEN
    may = frozenset({May.SEE_CASES, May.BREAK_GLASS})


class SocialCareLead(Role):
    """Answers for social care's part in plans: the designated social care officer."""

    key = "social_care_lead"
    title = "Social care lead"
    description = "Sees the cases of every child whom social care works with or advises on."
    granted_by = "The head of SEND, to whoever the director of children's services has named."
    held_in = frozenset({OrganisationKind.SOCIAL_CARE})
    sees = frozenset({Reach.ORGANISATION_INVOLVED, Reach.SELF_INVOLVED})
    through = frozenset({Relation.SOCIAL_CARE, Relation.ADVISES})
    details = SEEN
    may = frozenset({May.SEE_CASES, May.BREAK_GLASS, May.GRANT_ROLES})


ROLES = (SocialWorker, SocialCareLead)
