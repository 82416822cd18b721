"""Where the pages of the law are."""

from django.urls import path

from sendpath.lawbook.views import dates, readings, rules

app_name = "lawbook"
urlpatterns = [
    path("time-limits", rules.listing, name="time_limits"),
    path("time-limits/readings", readings.register, name="readings"),
    path("time-limits/readings/<slug:key>/adopt", readings.adopt, name="adopt"),
    path("time-limits/<slug:key>", rules.show, name="rule"),
    path("time-limits/<slug:key>/check", rules.check, name="check"),
    path("dates", dates.show, name="dates"),
    path("dates.ics", dates.calendar_file, name="dates_ics"),
]
