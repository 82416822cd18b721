"""The made-up people of a demonstration: somebody of every role, and where each belongs."""

from __future__ import annotations

from dataclasses import dataclass

from sendpath.accounts.roles import OrganisationKind


@dataclass(frozen=True, slots=True)
class MadeUp:
    """Somebody who does not exist, to sign in as. The council's own, unless `at` says where."""

    username: str
    name: str
    role: str
    at: OrganisationKind = OrganisationKind.COUNCIL
    team: str = ""


MADE_UP = (
    MadeUp("priya", "Priya Raman", "officer", team="North"),
    MadeUp("marcus", "Marcus Bell", "team_manager", team="North"),
    MadeUp("dana", "Dana Whitlock", "data_officer"),
    MadeUp("helen", "Helen Ashdown", "head_of_service"),
    MadeUp("edie", "Edie Marlow", "educational_psychologist"),
    MadeUp("quentin", "Quentin Abara", "quality_lead"),
    MadeUp("fiona", "Fiona Castell", "finance_officer"),
    MadeUp("sonia", "Sonia Kettering", "senco", OrganisationKind.ESTABLISHMENT),
    MadeUp("hugh", "Hugh Merriman", "head_teacher", OrganisationKind.ESTABLISHMENT),
    MadeUp("theo", "Theo Lindqvist", "therapist", OrganisationKind.NHS_PROVIDER),
    MadeUp("devika", "Devika Rao", "doctor", OrganisationKind.NHS_PROVIDER),
    MadeUp("delphine", "Delphine Usher", "designated_officer", OrganisationKind.ICB),
    MadeUp("carl", "Carl Ainsley", "commissioner", OrganisationKind.ICB),
    MadeUp("wanda", "Wanda Frith", "social_worker", OrganisationKind.SOCIAL_CARE),
    MadeUp("louisa", "Louisa Brandt", "social_care_lead", OrganisationKind.SOCIAL_CARE),
    MadeUp("rosa", "Rosa Wychcombe", "parent"),
    MadeUp("finn", "Somebody over 16", "young_person"),
    MadeUp("rhona", "Rhona Talbot", "representative"),
    MadeUp("ada", "Ada Norbury", "sendiass_adviser", OrganisationKind.SENDIASS),
    MadeUp("miles", "Miles Tranter", "mediator", OrganisationKind.MEDIATION_PROVIDER),
    MadeUp("ines", "Ines Calloway", "inspector", OrganisationKind.INSPECTORATE),
    MadeUp("lena", "Lena Okoro", "legal_lead"),
    MadeUp("piotr", "Piotr Thorne", "place_planner"),
    MadeUp("clare", "Clare Ashby", "board_chair"),
    MadeUp("bilal", "Bilal Norwood", "board_member"),
    MadeUp("ivy", "Ivy Penrose", "information_governance"),
    MadeUp("sam", "Sam Tolland", "system_keeper"),
)
"""In the order in which they are offered: an officer first."""

NAMES = {
    OrganisationKind.SOCIAL_CARE: "Hartwell children’s social care",
    OrganisationKind.ICB: "Hartwell and Wych Valley Integrated Care Board",
    OrganisationKind.NHS_PROVIDER: "Wych Valley Community NHS Trust",
    OrganisationKind.SENDIASS: "Hartwell SENDIASS",
    OrganisationKind.MEDIATION_PROVIDER: "Middle Ground Mediation",
    OrganisationKind.INSPECTORATE: "The inspectorates",
}
"""What the made-up organisations are called; the school is one of the demonstration's own."""
