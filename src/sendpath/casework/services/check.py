"""Whether the record is whole: deadlines as events make them, guards in place, log unbroken."""

from __future__ import annotations

from sendpath.audit import checkpoints
from sendpath.audit.append_only import missing_triggers
from sendpath.audit.verifying import verify
from sendpath.casework.services import deadlines

GUARDED = ("casework_caseevent", "audit_auditentry")
NAMED = 10


def faults() -> list[str]:
    """Return what is wrong, in words for whoever runs the service; empty when all is well."""
    found = []
    if differing := deadlines.differences():
        shown = ", ".join(f"C{pk:06d}" for pk in differing[:NAMED])
        more = f" and {len(differing) - NAMED} more" if len(differing) > NAMED else ""
        found.append(
            f"Deadlines differ from what the events make them in {len(differing)} cases: "
            f"{shown}{more}. Run `sendpath rebuild`, and find out what changed them."
        )
    found += [
        f"The database guard {name} is missing: rows could be changed. Run "
        f"`sendpath manage migrate` on a restored copy, and find out who dropped it."
        for name in sorted(missing_triggers(GUARDED))
    ]
    return found + _faults_of_the_log()


def _faults_of_the_log() -> list[str]:
    """Return where the log is not what it was, against the checkpoints that are still here."""
    try:
        marks = checkpoints.marks(checkpoints.kept_here())
    except checkpoints.NotGenuine as refusal:
        return [f"{refusal} Compare it with the copy that is kept elsewhere."]
    broken = verify(marks).faults
    found = [fault.words for fault in broken[:NAMED]]
    if len(broken) > NAMED:
        more = len(broken) - NAMED
        found.append(f"And {more} more places in the log. Run `sendpath audit verify`.")
    return found
