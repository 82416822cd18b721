"""Where the pages of documents are."""

from django.urls import path

from sendpath.documents.views import adding, changing, files, listing, one

app_name = "documents"
urlpatterns = [
    path("", listing.search, name="search"),
    path("/of/<int:person>", listing.of_person, name="of_person"),
    path("/of/<int:pk>/add", adding.add, name="add"),
    path("/<int:pk>", one.show, name="document"),
    path("/<int:pk>/versions/<int:number>", one.show, name="version"),
    path("/<int:pk>/versions/<int:number>/file", files.download, name="download"),
    path("/<int:pk>/versions/<int:number>/play", files.play, name="play"),
    path("/<int:pk>/versions/<int:number>/pages/<int:page>", files.page, name="page"),
    path("/<int:pk>/new-version", adding.add_version, name="add_version"),
    path("/<int:pk>/copy", adding.add_copy, name="add_copy"),
    path("/<int:pk>/redact", changing.redact, name="redact"),
    path("/<int:pk>/describe", changing.describe, name="describe"),
    path("/<int:pk>/take-away", changing.void, name="void"),
]
