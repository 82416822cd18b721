"""Names the people app."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Children and young people."""

    name = "sendpath.people"
