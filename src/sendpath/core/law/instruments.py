"""Regulations and guidance that several rules rest on, each named once.

Regulations are a name and a number, for `instrument`: `instrument(*EXCLUSIONS, "6(3)")`.
"""

from __future__ import annotations

from sendpath.core.law.source import LEGISLATION, Law, guidance

EXCLUSIONS = (
    "School Discipline (Pupil Exclusions and Reviews) (England) Regulations 2012",
    "2012/1033",
)
EXCLUDED_EDUCATION = (
    "Education (Provision of Full-Time Education for Excluded Pupils) (England) Regulations 2007",
    "2007/1870",
)
PUPIL_REGISTRATION = (
    "School Attendance (Pupil Registration) (England) Regulations 2024",
    "2024/208",
)
CARE_PLANNING = (
    "Care Planning, Placement and Case Review (England) Regulations 2010",
    "2010/959",
)
EDUCATION_ACT = ("Education Act 1996", "1996/56")
CHILDREN_ACT = ("Children Act 1989", "1989/41")

EXCLUSION_GUIDANCE = guidance(
    "Suspension and permanent exclusion",
    "statutory guidance of the Department for Education",
    "https://www.gov.uk/government/publications/school-exclusion",
)
ATTENDANCE_GUIDANCE = guidance(
    "Working together to improve school attendance",
    "statutory guidance of the Department for Education",
    "https://www.gov.uk/government/publications/working-together-to-improve-school-attendance",
)
MISSING_EDUCATION_GUIDANCE = guidance(
    "Children missing education",
    "statutory guidance of the Department for Education (2024)",
    "https://www.gov.uk/government/publications/children-missing-education",
)
HOME_EDUCATION_GUIDANCE = guidance(
    "Elective home education",
    "guidance of the Department for Education",
    "https://www.gov.uk/government/publications/elective-home-education",
)
WORKING_TOGETHER = guidance(
    "Working Together to Safeguard Children",
    "statutory guidance of the Department for Education",
    "https://www.gov.uk/government/publications/working-together-to-safeguard-children--2",
)
AREA_SEND_HANDBOOK = guidance(
    "Area SEND inspections: framework and handbook (Ofsted and CQC)",
    "what happens after an inspection",
    "https://www.gov.uk/government/publications/area-send-framework-and-handbook",
)
COMPLAINT_CODE = guidance(
    "Complaint Handling Code (Local Government and Social Care Ombudsman)",
    "part 6, complaints stages",
    "https://www.lgo.org.uk/information-centre/information-for-organisations-we-investigate/"
    "complaint-handling-code",
)
NHS_CONSTITUTION = guidance(
    "NHS Constitution for England",
    "the handbook to it",
    "https://www.gov.uk/government/publications/the-nhs-constitution-for-england",
)


def data_protection(article: str) -> Law:
    """Return an article of the UK GDPR: `data_protection("12(3)")`."""
    return Law(
        "UK GDPR (Regulation (EU) 2016/679)",
        f"article {article}",
        f"{LEGISLATION}eur/2016/679/article/{article.partition('(')[0]}",
    )


def standing_rules(part: str) -> Law:
    """Return a part of the NHS Standing Rules: `standing_rules("9")`."""
    return Law(
        "National Health Service Commissioning Board and Clinical Commissioning Groups "
        "(Responsibilities and Standing Rules) Regulations 2012 (SI 2012/2996)",
        f"Part {part}",
        f"{LEGISLATION}uksi/2012/2996/part/{part}",
    )
