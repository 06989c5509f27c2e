"""Ready replies: read by everybody, edited by leads and administrators."""

from django.forms import ChoiceField, ModelForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from bot.content.current import catalogue
from chat.desk.audit import note_down
from chat.desk.models import Professional, ReadyReply
from chat.desk.views.page import desk_page


class ReplyForm(ModelForm):
    """Both languages at once: neither is left behind."""

    queue = ChoiceField(required=False)

    class Meta:
        """All of it."""

        model = ReadyReply
        fields = ("title_fi", "text_fi", "title_sv", "text_sv", "queue")

    def __init__(self, *args: object, **facts: object) -> None:
        super().__init__(*args, **facts)
        self.fields["queue"].choices = [("", ""), *((one, one) for one in catalogue().queues)]


@desk_page("GET", needs="any")
def listed(request: HttpRequest, me: Professional) -> HttpResponse:
    """All of them."""
    return render(request, "desk/replies.html", {"me": me, "replies": ReadyReply.objects.all()})


@desk_page("GET", "POST", needs="edit_replies")
def edit(request: HttpRequest, me: Professional, pk: int | None = None) -> HttpResponse:
    """Change one, or write a new one."""
    reply = get_object_or_404(ReadyReply, pk=pk) if pk else None
    form = ReplyForm(request.POST or None, instance=reply)
    if form.is_valid():
        kept = form.save()
        note_down("edit_reply", me, detail=str(kept.pk))
        return redirect("desk:replies")
    return render(request, "desk/reply.html", {"me": me, "form": form, "reply": reply})


@desk_page("POST", needs="edit_replies")
def delete(_request: HttpRequest, me: Professional, pk: int) -> HttpResponse:
    """Take one away."""
    ReadyReply.objects.filter(pk=pk).delete()
    note_down("delete_reply", me, detail=str(pk))
    return redirect("desk:replies")
