"""Where the pages of oversight are."""

from django.urls import path

from sendpath.oversight.views import families, findings, looks

app_name = "oversight"
urlpatterns = [
    path("oversight", findings.findings, name="findings"),
    path("oversight/findings/<int:pk>", findings.dismiss, name="dismiss"),
    path("oversight/look-over", findings.look_over, name="look_over"),
    path("oversight/settings", findings.settings, name="settings"),
    path("oversight/find", looks.find, name="find"),
    path("oversight/children/<int:pk>", looks.looks, name="looks"),
    path("oversight/children/<int:pk>.csv", looks.spreadsheet, name="looks_csv"),
    path("families-i-know", families.families, name="families"),
    path("families-i-know/<int:pk>/end", families.end, name="end_family"),
]
