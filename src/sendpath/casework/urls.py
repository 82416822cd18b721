"""Where the pages of casework are."""

from django.urls import path, register_converter

from sendpath.casework.views import case, caseload, emergency, find, record, rights, worklist


class Reference:
    """A case's reference in an address: C000123."""

    regex = "C[0-9]{6,12}"

    def to_python(self, value: str) -> int:
        """Return the id of the case."""
        return int(value.removeprefix("C"))

    def to_url(self, value: int) -> str:
        """Return the reference of the case with that id."""
        return f"C{int(value):06d}"


register_converter(Reference, "case")

app_name = "casework"
urlpatterns = [
    path("worklist", worklist.show, name="worklist"),
    path("worklist.csv", worklist.spreadsheet, name="worklist_csv"),
    path("find", find.show, name="find"),
    path("cases/<case:pk>", case.show, name="case"),
    path("cases/<case:pk>/rights", rights.show, name="rights"),
    path("cases/<case:pk>/dates.ics", case.calendar_file, name="dates_ics"),
    path("cases/<case:pk>/allocate", case.allocate, name="allocate"),
    path("cases/<case:pk>/record", record.choose, name="choose"),
    path("cases/<case:pk>/record/<str:key>", record.happening, name="record"),
    path("cases/<case:pk>/events/<int:number>/correct", record.correct, name="correct"),
    path("cases/<case:pk>/events/<int:number>/void", record.void, name="void"),
    path("caseload", caseload.show, name="caseload"),
    path("caseload/<int:officer>/move", caseload.move, name="move"),
    path("caseload/cover", caseload.cover, name="cover"),
    path("caseload/cover/<int:pk>/end", caseload.end_cover, name="end_cover"),
    path("emergency", emergency.open_record, name="open_record"),
    path("emergency/opened", emergency.openings, name="openings"),
    path("emergency/opened/<int:pk>", emergency.review, name="review_opening"),
]
