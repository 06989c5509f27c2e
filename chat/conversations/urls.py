"""The addresses of the public and the internal API."""

from django.urls import path

from chat.conversations import api, internal
from chat.conversations.endpoint import Endpoint

ONE = "api/conversations/<uuid:conversation_id>"

urlpatterns = [
    path("api/conversations", Endpoint(POST=api.create)),
    path(f"{ONE}", Endpoint(DELETE=api.delete)),
    path(f"{ONE}/messages", Endpoint(GET=api.read, POST=api.send)),
    path(f"{ONE}/stream", Endpoint(GET=api.stream)),
    path(f"{ONE}/bot", Endpoint(POST=api.back_to_bot)),
    path(f"{ONE}/leave", Endpoint(POST=api.leave)),
    path(f"{ONE}/typing", Endpoint(POST=api.typing)),
    path(f"{ONE}/feedback", Endpoint(POST=api.rate)),
    path(f"{ONE}/transcript", Endpoint(GET=api.save)),
    path("internal/queues", Endpoint(GET=internal.queue_status)),
    path("internal/content", Endpoint(GET=internal.content, POST=internal.renew_content)),
    path("internal/handoffs", Endpoint(POST=internal.request_handoff)),
]
