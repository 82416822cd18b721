"""Those who stand outside the services: advice, mediation, inspection."""

from __future__ import annotations

from datetime import timedelta

from sendpath.accounts.roles.role import May, OrganisationKind, Reach, Relation, Role
from sendpath.core.casefile.details import Detail


class SendiassAdviser(Role):
    """Advises a family, at arm's length from the council (section 32 of the 2014 Act)."""

    key = "sendiass_adviser"
    title = "SENDIASS adviser"
    description = "Sees the case of a child whose family has agreed to it, for as long as that."
    granted_by = "The head of SEND, to whoever the service names."
    held_in = frozenset({OrganisationKind.SENDIASS})
    sees = frozenset({Reach.SELF_INVOLVED})
    through = frozenset({Relation.SUPPORTS})
    may = frozenset({May.SEE_CASES})


class Mediator(Role):
    """Helps a family and the council to agree (section 53 of the 2014 Act)."""

    key = "mediator"
    title = "Mediator"
    description = "Sees the case in which they mediate, until it has ended."
    granted_by = "The head of SEND, to whoever the provider names."
    held_in = frozenset({OrganisationKind.MEDIATION_PROVIDER})
    sees = frozenset({Reach.SELF_INVOLVED})
    through = frozenset({Relation.MEDIATES})
    may = frozenset({May.SEE_CASES})


class Inspector(Role):
    """Inspects the area (section 20 of the Children Act 2004)."""

    key = "inspector"
    title = "Inspector"
    description = "Reads the cases chosen for an inspection, for six weeks at most."
    granted_by = "The head of SEND, when an inspection has been announced."
    held_in = frozenset({OrganisationKind.INSPECTORATE})
    longest = timedelta(weeks=6)
    sees = frozenset({Reach.ORGANISATION_INVOLVED})
    through = frozenset({Relation.INSPECTS})
    details = frozenset({Detail.HEALTH, Detail.SOCIAL_CARE})
    may = frozenset({May.SEE_CASES})


ROLES = (SendiassAdviser, Mediator, Inspector)
