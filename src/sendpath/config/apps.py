"""Registers the whole-product commands with Django."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Commands that concern the whole product."""

    name = "sendpath.config"
