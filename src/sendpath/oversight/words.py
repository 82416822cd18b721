"""What each page that shows a child is called where people read who looked."""

from __future__ import annotations

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "home": "had a first page with this child on it",
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
    "casework:add_child": "was shown this child while adding one",
    "casework:open_record": "asked to open the record in an emergency",
    "casework:openings": "had a list of emergency openings with this child on it",
    "casework:review_opening": "looked into an emergency opening of this record",
    "casework:move": "had a list of an officer’s cases with this child on it",
    "people:person": "read what is known about the child",
    "people:history": "read what was ever known about the child",
    "people:add": "opened the page on which to add to what is known",
    "people:change": "opened the page on which to change what is known",
    "people:mistake": "opened the page on which to mark something as a mistake",
    "people:numbers": "opened the page of the child’s numbers",
    "people:matches": "had a list of records that may be of one person, this one among them",
    "people:match": "compared this record with another",
    "people:decide": "opened the page that says whether two records are of one person",
    "people:join": "opened the page on which two records are merged",
    "people:merges": "had a list of merged records, this one among them",
    "people:merge": "read how this record was merged",
    "people:undo": "opened the page on which a merge is undone",
    "documents:search": "had documents of this child among search results",
    "documents:of_person": "had the list of the child’s documents",
    "documents:add": "opened the page on which documents are added",
    "documents:document": "opened a document about the child",
    "documents:version": "opened a version of a document about the child",
    "documents:download": "took a document about the child as a file",
    "documents:page": "looked at a page of a document about the child",
    "documents:play": "played a recording about the child",
    "documents:add_version": "opened the page on which a version is added",
    "documents:add_copy": "opened the page on which a redacted copy is added",
    "documents:redact": "opened a document to redact it",
    "documents:describe": "opened the page on which a document is described",
    "documents:void": "opened the page on which a document is taken away",
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
        *("home", "casework:worklist", "casework:worklist_csv", "casework:find"),
        *("casework:add_child", "casework:openings", "casework:move"),
        *("people:matches", "people:merges", "documents:search"),
        *("returns:people", "returns:faults", "returns:faults_csv", "returns:upload"),
        *("returns:written", "returns:download", "oversight:findings", "oversight:find"),
    }
)
"""Pages on which a child is one of several: seen, but not opened."""


def page_in_words(page: str) -> str:
    """Return what somebody did who asked for a page, to go after their name."""
    return PAGES.get(page, "opened a page about this child")
