"""Adding and changing people. Every write in this app goes through a function in here."""

from sendpath.people.services.particulars import (
    Particulars,
    add_nhs_numbers,
    add_people,
    change_people,
)

__all__ = ["Particulars", "add_nhs_numbers", "add_people", "change_people"]
