"""Where the pages of operations are."""

from django.urls import path

from sendpath.jobs import views

app_name = "jobs"
urlpatterns = [
    path("", views.operations, name="operations"),
    path("/waiting", views.waiting, name="waiting"),
    path("/jobs/<int:pk>/cancel", views.cancel, name="cancel"),
    path("/jobs/<int:pk>/again", views.again, name="again"),
    path("/jobs/<int:pk>/give-up", views.give_up, name="give_up"),
]
