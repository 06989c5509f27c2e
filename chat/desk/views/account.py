"""In and out, and the own password."""

from typing import Any

from django.contrib.auth import views
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.dispatch import receiver
from django.http import HttpRequest
from django.urls import reverse_lazy

from chat.desk import presence
from chat.desk.audit import note_down
from chat.desk.models import Presence


class Login(views.LoginView):
    """The login page, in the language its address asks for."""

    template_name = "desk/login.html"
    redirect_authenticated_user = True


class Password(views.PasswordChangeView):
    """A new password; Django's rules say whether it is good enough."""

    template_name = "desk/password.html"
    success_url = reverse_lazy("desk:board")

    def get_context_data(self, **facts: Any) -> dict[str, Any]:
        """With who is logged in; the codes of what is wrong have words of our own."""
        context = super().get_context_data(**facts)
        errors = context["form"].errors.as_data().values()
        wrong = [error.code for several in errors for error in several]
        return {**context, "me": self.request.user.professional, "wrong": wrong}


@receiver(user_logged_in)
def come(sender: object, request: HttpRequest, user: Any, **_facts: object) -> None:  # noqa: ARG001
    """Who logs in is there."""
    presence.choose(user.professional, Presence.ONLINE)
    note_down("login", user.professional)


@receiver(user_logged_out)
def go(sender: object, request: HttpRequest, user: Any, **_facts: object) -> None:  # noqa: ARG001
    """Who logs out is not."""
    if user is not None:
        presence.choose(user.professional, Presence.AWAY)
        note_down("logout", user.professional)
