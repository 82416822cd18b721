"""What the clocks of mediation have in common."""

from __future__ import annotations

from sendpath.core.casefile.events import Kind
from sendpath.core.law.rule import When
from sendpath.core.law.wording import (
    APPEAL_OVER,
    CEASED,
    MOVED_AWAY,
    UNOPPOSED,
    WITHDRAWN,
    one_of,
    when,
)

ADVISER = "mediation adviser"
ISSUED = when(Kind.CERTIFICATE_ISSUED, "The mediation adviser issued a certificate")
CERTIFICATE = (
    ISSUED,
    When(
        kind=Kind.APPEAL_RECEIVED,
        words="An appeal that needs a certificate was made",
        facts={"section_i_only": one_of(False, None)},
        implied=True,
    ),
)
HELD = (
    when(Kind.MEDIATION_HELD, "Mediation was held"),
    When(kind=Kind.AGREEMENT_MADE, words="Mediation had led to an agreement", implied=True),
)
NO_MORE_MEDIATION = (
    when(Kind.MEDIATION_DECLINED, "The family no longer wanted mediation"),
    UNOPPOSED,
    *APPEAL_OVER,
    WITHDRAWN,
    *MOVED_AWAY,
    CEASED,
)
"""What leaves nothing to mediate. An appeal alone does not: mediation may go on beside it."""

_AGREED = "An agreement was reached in mediation"
NOT_APPEALABLE = (
    when(Kind.AGREEMENT_MADE, _AGREED, appealable=one_of(False)),
    when(Kind.AGREEMENT_MADE, _AGREED, appealable=one_of(True, None), terms=one_of("other")),
    when(Kind.AGREEMENT_MADE, _AGREED, appealable=one_of(None), terms=one_of(None)),
)
"""Agreements that are not, or may not be, about anything that could be appealed. All that a
Tribunal can order has terms of its own, so other terms are about something else."""
