"""Who gets in: professionals with an account of Django's; too many failures lock it for a while."""

from typing import TYPE_CHECKING, Any

from axes.helpers import get_cool_off
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.backends import ModelBackend
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

if TYPE_CHECKING:
    from chat.desk.models import Professional


class ProfessionalBackend(ModelBackend):
    """Lets in who is a professional; production lets no demo account in."""

    def user_can_authenticate(self, user: Any) -> bool:
        """An active account with a professional behind it."""
        if not super().user_can_authenticate(user):
            return False
        known: Professional | None = getattr(user, "professional", None)
        return known is not None and not (known.is_demo and settings.OPASTIN.in_production)

    def get_user(self, user_id: int) -> Any:
        """The account of a session, with its professional: one question for both."""
        accounts = get_user_model().objects.select_related("professional")
        user = accounts.filter(pk=user_id).first()
        return user if user is not None and self.user_can_authenticate(user) else None


def locked_out(request: HttpRequest, *_args: object, **_facts: object) -> HttpResponse:
    """Too many failures: the login page says how long to wait."""
    minutes = round(get_cool_off(request).total_seconds() / 60)
    return render(request, "desk/login.html", {"locked_for": minutes}, status=429)


def stale(_request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """The page was older than the session: begin with a fresh one."""
    return redirect("desk:board")
