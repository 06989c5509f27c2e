"""The Django app of conversations."""

from django.apps import AppConfig


class ConversationsConfig(AppConfig):
    """Conversations, their messages and handoffs."""

    name = "chat.conversations"
