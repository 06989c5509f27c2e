"""What has to be done at the desk without being asked, one by one: nobody stays stuck."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from django.conf import settings
from django.db.models import F, Max, Q, QuerySet
from django.utils import timezone

from bot.catalogue import Service
from bot.clock import now
from bot.content.current import catalogue
from bot.navigation.handoff import other_ways
from bot.navigation.situation import Situation
from chat.conversations import people
from chat.conversations.models import Author, Conversation, Owner
from chat.conversations.wakeups import shift
from chat.desk.models import Handoff, Outcome
from chat.desk.presence import gone, is_staffed
from chat.desk.waiting import close, stir_waiting


class Chore(NamedTuple):
    """Something to do: to whom, and what. `due` is asked again under the lock."""

    name: str
    due: Callable[[], QuerySet[Handoff]]
    do: Callable[[Handoff], None]


def _ago(setting: str) -> datetime:
    return timezone.now() - timedelta(seconds=getattr(settings, setting))


def _waiting() -> QuerySet[Handoff]:
    return Handoff.objects.filter(closed=None, conversation__owner=Owner.QUEUE)


def _answered() -> QuerySet[Handoff]:
    return Handoff.objects.filter(closed=None, conversation__owner=Owner.PROFESSIONAL)


def _orphaned() -> QuerySet[Handoff]:
    return _answered().filter(professional__in=gone())


def _put_back(handoff: Handoff) -> None:
    """The professional is gone: the resident waits again, at the place they had."""
    handoff.professional = None
    handoff.save(update_fields=["professional"])
    people.put_back(handoff.conversation, "people.professional_gone")
    stir_waiting(handoff.queue)


def _left() -> QuerySet[Handoff]:
    late = _ago("LEFT_AFTER")
    unseen = Q(conversation__connected__lt=late) | Q(conversation__connected=None, asked__lt=late)
    return _waiting().filter(unseen)


def _close_left(handoff: Handoff) -> None:
    """The resident's browser is gone: nobody calls out to an empty chair."""
    close(handoff, Outcome.LEFT)
    people.ended(handoff.conversation, "people.closed_silent")
    stir_waiting(handoff.queue)


def _abandoned() -> QuerySet[Handoff]:
    """Waiting where nobody who could come has been for a while."""
    found = _waiting().filter(asked__lt=_ago("NOBODY_FOR")).select_related("conversation")
    return found.filter(pk__in=[one.pk for one in found if not is_staffed(one)])


def _send_on(handoff: Handoff) -> None:
    """Nobody can come any more: the other ways, and back to the bot."""
    close(handoff, Outcome.NOBODY)
    people.gave_back(handoff.conversation, "people.nobody_left", ways(handoff.conversation))


def _late() -> QuerySet[Handoff]:
    return _waiting().filter(alarmed=None, asked__lt=_ago("TAKE_WITHIN"))


def _alarm(handoff: Handoff) -> None:
    """Nobody has taken: the other ways for the resident, an alarm for the desk."""
    handoff.alarmed = timezone.now()
    handoff.save(update_fields=["alarmed"])
    people.tell(handoff.conversation, "people.nobody_yet", ways(handoff.conversation))
    shift(handoff.conversation)


def _silent_since(setting: str) -> QuerySet[Handoff]:
    """The resident has not written since, and it is not they who wait for a word."""
    said = _answered().annotate(
        by_resident=Max(
            "conversation__messages__created",
            filter=Q(conversation__messages__author=Author.RESIDENT),
        ),
        by_us=Max(
            "conversation__messages__created",
            filter=Q(conversation__messages__author=Author.PROFESSIONAL),
        ),
    )
    return said.filter(by_us__gt=F("by_resident"), by_us__lt=_ago(setting))


def _silent() -> QuerySet[Handoff]:
    return _silent_since("WARN_AFTER").filter(warned=None)


def _ask(handoff: Handoff) -> None:
    """Ask the resident whether they are there."""
    handoff.warned = timezone.now()
    handoff.save(update_fields=["warned"])
    minutes = str(max(1, round(settings.CLOSE_AFTER / 60)))
    people.tell(handoff.conversation, "people.are_you_there", minutes=minutes)


def _still_silent() -> QuerySet[Handoff]:
    return _silent_since("WARN_AFTER").filter(warned__lt=_ago("CLOSE_AFTER"))


def _close_silent(handoff: Handoff) -> None:
    """Asked, and no answer."""
    close(handoff, Outcome.SILENT)
    people.ended(handoff.conversation, "people.closed_silent")


def ways(conversation: Conversation) -> tuple[Service, ...]:
    """Where else a person answers this resident."""
    situation = Situation(
        language=conversation.language, municipality=conversation.municipality or None
    )
    return other_ways(situation, catalogue().on(now().date()))


CHORES: Final = (
    Chore("orphaned", _orphaned, _put_back),
    Chore("left", _left, _close_left),
    Chore("nobody_there", _abandoned, _send_on),
    Chore("late", _late, _alarm),
    Chore("silent", _silent, _ask),
    Chore("closed_silent", _still_silent, _close_silent),
)
