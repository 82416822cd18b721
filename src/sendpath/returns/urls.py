"""Where the pages of returns are."""

from django.urls import path

from sendpath.returns.views import load, people, written

app_name = "returns"
urlpatterns = [
    path("", load.start, name="start"),
    path("/load", load.load, name="load"),
    path("/loads/<int:pk>", load.upload, name="upload"),
    path("/loads/<int:pk>/accept", load.accept, name="accept"),
    path("/loads/<int:pk>/cancel", load.cancel, name="cancel"),
    path("/loads/<int:pk>/again", load.again, name="again"),
    path("/loads/<int:pk>/people/<str:verdict>", people.people, name="people"),
    path("/loads/<int:pk>/faults", people.faults, name="faults"),
    path("/loads/<int:pk>/faults.csv", people.faults_csv, name="faults_csv"),
    path("/write", written.write, name="write"),
    path("/writing/<int:pk>", written.writing, name="writing"),
    path("/written/<int:pk>", written.written, name="written"),
    path("/written/<int:pk>/file", written.download, name="download"),
]
