"""Every address chat answers."""

from django.urls import include, path

from chat.bubble import files, views
from chat.conversations.endpoint import Endpoint

PAGES = {"": "demo", "privacy": "privacy", "accessibility": "accessibility"}

page = Endpoint(GET=views.page)

urlpatterns = [
    path("", include("chat.conversations.urls")),
    path("desk/", include("chat.desk.urls")),
    *(path(at, page, {"name": name, "language": "fi"}) for at, name in PAGES.items()),
    *(
        path(f"sv/{at}".rstrip("/"), page, {"name": name, "language": "sv"})
        for at, name in PAGES.items()
    ),
    path("health", Endpoint(GET=views.health)),
    path("ready", Endpoint(GET=views.ready)),
    path("static/<path:name>", Endpoint(GET=files.static_file)),
]

handler400 = "chat.conversations.errors.bad_request"
handler404 = "chat.conversations.errors.not_found"
handler500 = "chat.conversations.errors.broken"
