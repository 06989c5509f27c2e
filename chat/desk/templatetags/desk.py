"""Words and names of the content, in the language of the desk."""

from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from django import template
from django.utils import timezone

from bot.content.current import catalogue
from chat.conversations.words import phrase

HELSINKI: Final = ZoneInfo("Europe/Helsinki")

register = template.Library()


def language_of(request: Any) -> str:
    """What the professional has chosen; before the login, what the address asks for."""
    user = getattr(request, "user", None)
    if user is not None and user.is_authenticated:
        return str(user.professional.language)
    return "sv" if request.GET.get("lang") == "sv" else "fi"


@register.simple_tag(takes_context=True)
def word(context: Any, key: str, **facts: object) -> str:
    """A sentence of content/messages/desk.yml."""
    told = {name: str(fact) for name, fact in facts.items()}
    return phrase(f"desk.{key}", language_of(context["request"]), **told)


@register.simple_tag(takes_context=True)
def desk_language(context: Any) -> str:
    """`fi` or `sv`."""
    return language_of(context["request"])


def _table(prefix: str) -> None:
    """A tag `<prefix>_name` for words that are named after values: `outcome_left`."""

    @register.simple_tag(takes_context=True, name=f"{prefix}_name")
    def named(context: Any, value: str) -> str:
        return word(context, f"{prefix}_{value}") if value else ""


for _prefix in ("action", "language", "outcome", "presence", "role"):
    _table(_prefix)


@register.simple_tag(takes_context=True)
def name(context: Any, kind: str, key: str) -> str:
    """What the content calls a queue, a municipality, a need or an emergency."""
    content = catalogue()
    if not key:
        return ""
    tables: dict[str, Any] = {
        "queue": content.queues,
        "municipality": content.municipalities,
        "emergency": content.emergencies,
    }
    language: Any = language_of(context["request"])
    if kind == "need":
        return content.label(key).into(language) if content.knows(key) else key
    found = tables[kind].get(key)
    return found.name.into(language) if found else key


@register.filter
def clock(moment: datetime) -> str:
    """`14.05`, Finnish time."""
    at = moment.astimezone(HELSINKI)
    return f"{at.hour}.{at.minute:02d}"


@register.filter
def minutes_since(moment: datetime) -> int:
    """Whole minutes from a moment until now."""
    return int((timezone.now() - moment).total_seconds() // 60)
