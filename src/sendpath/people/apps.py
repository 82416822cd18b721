"""Names the people app."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Children and young people."""

    name = "sendpath.people"

    def ready(self) -> None:
        """Say what a merge does to this room's own tables."""
        from sendpath.people.belongings import belongs
        from sendpath.people.selectors.about import facts_described

        belongs(
            "people.Person.merged_into",
            moves=True,
            noun="record merged before,records merged before",
        )
        belongs("people.Involvement.person", moves=True, noun="involvement")
        belongs("people.FamilyMember.person", moves=True, noun="family contact")
        belongs(
            "people.PersonFact.person",
            moves=True,
            noun="detail about them",
            describe=facts_described,
        )
        belongs("people.FormerNumber.person", moves=True, noun="former number")
        # what was opened, the pairs and the merges of a record are its own history
        for name in (
            *("EmergencyAccess.person", "PossibleMatch.first", "PossibleMatch.second"),
            *("Merge.kept", "Merge.other"),
        ):
            belongs(f"people.{name}", moves=False)
