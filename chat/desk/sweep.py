"""The rounds of the desk: every chore that is due, each in a transaction of its own."""

from contextlib import suppress

from django.db import transaction

from bot.log import Events
from chat.conversations.database import in_database
from chat.conversations.errors import ApiError
from chat.conversations.keeping import locked
from chat.desk.audit import note_down
from chat.desk.chores import CHORES

log = Events(__name__)


async def sweep() -> None:
    """Do every chore once."""
    await in_database(do_chores)


def do_chores() -> None:
    """Each handoff in a transaction of its own; another process may have been first."""
    for chore in CHORES:
        for pk, conversation_id in list(chore.due().values_list("pk", "conversation_id")):
            with suppress(ApiError), transaction.atomic():
                conversation = locked(conversation_id)
                handoff = chore.due().filter(pk=pk).first()
                if handoff is not None:
                    handoff.conversation = conversation
                    chore.do(handoff)
                    note_down(chore.name, None, conversation, queue=handoff.queue)
                    log.info("handoff_chore", conversation=str(conversation_id), chore=chore.name)
