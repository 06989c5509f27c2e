"""The Django app of the bubble."""

from django.apps import AppConfig


class BubbleConfig(AppConfig):
    """Static files and a page; no models."""

    name = "chat.bubble"
