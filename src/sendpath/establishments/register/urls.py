"""Where the pages of the register are."""

from django.urls import path

from sendpath.establishments.register import views, views_loading

app_name = "register"
urlpatterns = [
    path("", views.find, name="find"),
    path("/<urn:urn>", views.show, name="show"),
    path("/loads", views_loading.loads, name="loads"),
    path("/loads/new", views_loading.load, name="load"),
    path("/loads/<int:pk>", views_loading.upload, name="upload"),
    path("/loads/<int:pk>/accept", views_loading.accept, name="accept"),
    path("/loads/<int:pk>/cancel", views_loading.cancel, name="cancel"),
    path("/loads/<int:pk>/again", views_loading.again, name="again"),
    path("/loads/<int:pk>/changes/<str:verdict>", views_loading.changes, name="changes"),
    path("/loads/<int:pk>/faults", views_loading.faults, name="faults"),
]
