"""What each page that shows a child is called where people read who looked."""

from __future__ import annotations

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "casework:case": "opened the record",
    "casework:rights": "read the rights to appeal",
    "casework:dates_ics": "took the dates for a calendar",
    "casework:allocate": "opened the page that says who holds the case",
    "casework:choose": "opened the page on which to record something",
    "casework:record": "opened the page on which to record something",
    "casework:correct": "opened an entry to correct it",
    "casework:void": "opened an entry to mark it as a mistake",
    "casework:worklist": "had a worklist with this child on it",
    "casework:worklist_csv": "took a worklist with this child on it as a file",
    "casework:find": "had search results with this child among them",
    "returns:people": "had a list from a yearly return with this child on it",
    "returns:faults": "had a list of faults in a yearly return with this child on it",
    "returns:faults_csv": "took a list of faults in a yearly return with this child on it",
    "returns:upload": "had a yearly return with this child in it",
    "returns:written": "had a list of faults in a yearly return with this child on it",
    "returns:download": "took the file of a yearly return of the whole area",
    "oversight:findings": "had a list of unusual looks with this child on it",
    "oversight:dismiss": "looked into an unusual look at this record",
    "oversight:find": "had search results with this child among them",
    "oversight:looks": "read who had looked at the record",
    "oversight:looks_csv": "took the list of who had looked at the record",
}

LISTS = frozenset(
    {
        *("casework:worklist", "casework:worklist_csv", "casework:find"),
        *("returns:people", "returns:faults", "returns:faults_csv", "returns:upload"),
        *("returns:written", "returns:download", "oversight:findings", "oversight:find"),
    }
)
"""Pages on which a child is one of several: seen, but not opened."""


def page_in_words(page: str) -> str:
    """Return what somebody did who asked for a page, to go after their name."""
    return PAGES.get(page, "opened a page about this child")
