"""Where the pages of schools' term dates are."""

from django.urls import path, register_converter

from sendpath.establishments import views


class Urn:
    """A school's URN in an address: 123456."""

    regex = "[1-9][0-9]{5}"

    def to_python(self, value: str) -> str:
        """Return the URN."""
        return value

    def to_url(self, value: str) -> str:
        """Return the URN."""
        return value


register_converter(Urn, "urn")

app_name = "establishments"
urlpatterns = [
    path("", views.calendars, name="calendars"),
    path("/add", views.add, name="add"),
    path("/<urn:urn>", views.school, name="school"),
    path("/<urn:urn>/<int:school_year>", views.year, name="year"),
]
