"""Schools and colleges: the days on which each teaches, and what the register says of them."""

from sendpath.establishments.models.calendars import (
    Edition,
    Establishment,
    InsetDay,
    TeachingDays,
)
from sendpath.establishments.models.register import (
    EstablishmentDetails,
    EstablishmentLink,
    RegisterChange,
    RegisterFault,
    RegisterLoad,
)

__all__ = [
    "Edition",
    "Establishment",
    "EstablishmentDetails",
    "EstablishmentLink",
    "InsetDay",
    "RegisterChange",
    "RegisterFault",
    "RegisterLoad",
    "TeachingDays",
]
