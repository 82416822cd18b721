"""Names the casework app."""

from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    """The record and its deadlines."""

    name = "sendpath.casework"

    def ready(self) -> None:
        """Be told when a calendar is published, and tell others of cases: merging, documents."""
        from sendpath.casework.selectors.cases import cases_for_documents
        from sendpath.casework.selectors.for_merge import described_for_merge
        from sendpath.casework.services.deadlines import rebuild_for
        from sendpath.casework.services.school_days import count_again
        from sendpath.documents.cases import cases_come_from
        from sendpath.establishments.reactions import react_to_publishing
        from sendpath.people.belongings import belongs
        from sendpath.people.reactions import react_to_people

        react_to_publishing(count_again)
        react_to_people(rebuild_for)
        belongs("casework.Case.person", moves=True, noun="case", describe=described_for_merge)
        cases_come_from(cases_for_documents)
