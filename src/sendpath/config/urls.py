"""Where every page is."""

from django.urls import include, path

from sendpath.config import views

urlpatterns = [
    path("", views.home, name="home"),
    path("healthz", views.healthz, name="healthz"),
    path("healthz/ready", views.ready, name="ready"),
    path("accessibility", views.accessibility, name="accessibility"),
    path("", include("sendpath.accounts.urls")),
    path("", include("sendpath.lawbook.urls")),
    path("", include("sendpath.casework.urls")),
    path("term-dates", include("sendpath.establishments.urls")),
    path("people", include("sendpath.people.urls")),
    path("documents", include("sendpath.documents.urls")),
    path("establishments", include("sendpath.establishments.register.urls")),
    path("sen2", include("sendpath.returns.urls")),
    path("operations", include("sendpath.jobs.urls")),
    path("", include("sendpath.oversight.urls")),
]
