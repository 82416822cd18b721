"""Names the documents app."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """Documents about a child."""

    name = "sendpath.documents"

    def ready(self) -> None:
        """Say what becomes of documents when two records of one child are merged."""
        from sendpath.people.belongings import belongs

        belongs("documents.Document.person", moves=True, noun="document")
        belongs("documents.Document.sealed_for", moves=False)
        belongs("documents.ChildKey.person", moves=False)
