"""Taking the faults of an upload out of the system."""

from __future__ import annotations

from sendpath.accounts.models import User
from sendpath.audit import services as audit
from sendpath.returns.models import Upload
from sendpath.returns.selectors.uploads import FaultLine, fault_lines


def taken(*, upload: Upload, by: User) -> list[FaultLine]:
    """Return every fault of an upload with the names of those concerned, and note who asked."""
    lines = list(fault_lines(upload))
    audit.record(
        by=by.username,
        act="return_faults_downloaded",
        subject=f"upload:{upload.pk}",
        details={"faults": len(lines)},
    )
    return lines
