"""Professionals and the audit, for administrators."""

from django.contrib.auth import get_user_model
from django.forms import (
    BooleanField,
    CharField,
    CheckboxSelectMultiple,
    ChoiceField,
    Form,
    IntegerField,
    MultipleChoiceField,
    RegexField,
)
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from bot.catalogue import LANGUAGES
from bot.content.current import catalogue
from chat.desk.audit import note_down
from chat.desk.models import AuditEntry, Professional, Role
from chat.desk.staff import Facts, change, hire, new_password
from chat.desk.views.page import desk_page

LATEST = 200


class StaffForm(Form):
    """What an administrator decides about a professional."""

    username = RegexField(r"^[a-z0-9.-]{2,60}$")
    name = CharField(max_length=60)
    role = ChoiceField(choices=Role.choices)
    languages = MultipleChoiceField(
        choices=[(one, one) for one in LANGUAGES], widget=CheckboxSelectMultiple
    )
    queues = MultipleChoiceField(required=False, widget=CheckboxSelectMultiple)
    limit = IntegerField(min_value=1, max_value=20, initial=3)
    is_active = BooleanField(required=False, initial=True)

    def __init__(self, *args: object, **facts: object) -> None:
        super().__init__(*args, **facts)
        self.fields["queues"].choices = [(one, one) for one in catalogue().queues]

    def facts(self) -> Facts:
        """The same, as a value."""
        given = dict(self.cleaned_data)
        given.pop("username", None)
        return Facts(**given)


@desk_page("GET", needs="manage")
def listed(request: HttpRequest, me: Professional) -> HttpResponse:
    """Everybody."""
    found = Professional.objects.select_related("account").order_by("name")
    return render(request, "desk/staff.html", {"me": me, "staff": found})


@desk_page("GET", "POST", needs="manage")
def add(request: HttpRequest, me: Professional) -> HttpResponse:
    """A new one; their first password is shown once."""
    form = StaffForm(request.POST or None)
    if form.is_valid():
        username = form.cleaned_data["username"]
        if get_user_model().objects.filter(username=username).exists():
            form.add_error("username", "taken")
        else:
            password = new_password()
            made = hire(username, password, form.facts())
            note_down("add_professional", me, detail=str(made.pk))
            return render(
                request, "desk/hired.html", {"me": me, "made": made, "password": password}
            )
    return render(request, "desk/staff_form.html", {"me": me, "form": form, "who": None})


@desk_page("GET", "POST", needs="manage")
def edit(request: HttpRequest, me: Professional, pk: int) -> HttpResponse:
    """Change somebody's role, queues, languages, limit; or close their account."""
    who = get_object_or_404(Professional, pk=pk)
    languages = [one for one in LANGUAGES if getattr(who, f"speaks_{one}")]
    known = {
        "name": who.name,
        "role": who.role,
        "languages": languages,
        "queues": who.queues,
        "limit": who.limit,
        "is_active": who.account.is_active,
    }
    form = StaffForm(request.POST or None, initial=known)
    del form.fields["username"]
    if form.is_valid():
        change(who, form.facts())
        note_down("change_professional", me, detail=str(who.pk))
        return redirect("desk:staff")
    return render(request, "desk/staff_form.html", {"me": me, "form": form, "who": who})


@desk_page("POST", needs="manage")
def reset_password(request: HttpRequest, me: Professional, pk: int) -> HttpResponse:
    """A new first password, shown once."""
    who = get_object_or_404(Professional, pk=pk)
    password = new_password()
    who.account.set_password(password)
    who.account.save(update_fields=["password"])
    note_down("reset_password", me, detail=str(who.pk))
    return render(request, "desk/hired.html", {"me": me, "made": who, "password": password})


@desk_page("GET", needs="audit")
def audit(request: HttpRequest, me: Professional) -> HttpResponse:
    """What was done lately, newest first."""
    entries = AuditEntry.objects.select_related("professional").order_by("-pk")[:LATEST]
    return render(request, "desk/audit.html", {"me": me, "entries": entries})
