"""Whether this process was asked to stop, for work that takes long to look at on its way."""

from __future__ import annotations

import threading

asked = threading.Event()
"""Set by the worker's signals. Work that tells how far it is stops there and is put back."""


class PutBack(Exception):
    """The worker is stopping. The job goes back as it was, for the next worker."""


class LeaseLost(Exception):
    """Another worker has taken the job up, because this one did not renew its lease in time."""
