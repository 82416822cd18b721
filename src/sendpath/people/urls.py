"""Where the pages about people are."""

from django.urls import path

from sendpath.people.views import about, matches, merges

app_name = "people"
urlpatterns = [
    path("/matches", matches.listed, name="matches"),
    path("/matches/<int:pk>", matches.show, name="match"),
    path("/matches/<int:pk>/decide", matches.decide, name="decide"),
    path("/matches/<int:pk>/merge", matches.merge, name="join"),
    path("/merges", merges.listed, name="merges"),
    path("/merges/<int:pk>", merges.show, name="merge"),
    path("/merges/<int:pk>/undo", merges.undo, name="undo"),
    path("/<int:pk>", about.show, name="person"),
    path("/<int:pk>/numbers", about.numbers, name="numbers"),
    path("/<int:pk>/<slug:key>", about.add, name="add"),
    path("/<int:pk>/<slug:key>/history", about.history, name="history"),
    path("/<int:pk>/<slug:key>/<int:fact>", about.change, name="change"),
    path("/<int:pk>/<slug:key>/<int:fact>/mistake", about.mistake, name="mistake"),
]
