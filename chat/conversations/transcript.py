"""The conversation as plain text, for the resident to keep."""

from zoneinfo import ZoneInfo

from chat.conversations.models import Conversation
from chat.conversations.words import phrase

HELSINKI = ZoneInfo("Europe/Helsinki")


def transcript(conversation: Conversation) -> str:
    """Who said what and when, in the resident's language."""
    language = conversation.language
    begun = conversation.created.astimezone(HELSINKI)
    date = f"{begun.day}.{begun.month}.{begun.year}"
    lines = [phrase("transcript.title", language, code=conversation.code, date=date)]
    for message in conversation.messages.all():
        at = message.created.astimezone(HELSINKI)
        author = phrase(f"transcript.{message.author}", language)
        lines += ["", f"{at.hour}.{at.minute:02d} {author}", message.text]
    return "\n".join([*lines, ""])
