"""Names the casework app."""

from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    """The record and its deadlines."""

    name = "sendpath.casework"
