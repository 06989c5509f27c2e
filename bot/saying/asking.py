"""Questions: a missing fact, an emergency, or which topic is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.saying.reply import Button, Reply, card, payload

if TYPE_CHECKING:
    from bot.navigation.decision import AskFact, AskTopic
    from bot.saying.words import Words


def ask_fact(decision: AskFact, words: Words) -> Reply:
    """Where the resident lives, or whom it concerns."""
    again = "_again" if decision.again else ""
    text = words(f"question.{decision.fact}{again}", need=decision.need.label.into(words.language))
    if decision.fact == "municipality":
        buttons = tuple(
            Button(
                title=municipality.name.into(words.language),
                payload=payload("inform", municipality=municipality.id),
            )
            for municipality in words.catalogue.municipalities.values()
        )
    else:
        buttons = tuple(
            words.button(f"who_{who}", "inform", who=who) for who in ("self", "child", "other")
        )
    asked = card("question", words.language, asks=decision.fact, need=decision.need.id)
    return Reply(text=text, card=asked, buttons=buttons)


def ask_emergency(words: Words) -> Reply:
    """Whether it is an emergency; 112 is named at once."""
    return Reply(
        text=words("question.emergency"),
        card=card("question", words.language, asks="emergency"),
        buttons=(words.button("yes_emergency", "affirm"), words.button("no_emergency", "deny")),
    )


def ask_topic(decision: AskTopic, words: Words) -> Reply:
    """Which of a few topics is meant, or none."""
    chosen = tuple(words.topic_button(topic) for topic in decision.topics)
    return Reply(
        text=words("question.topic"),
        card=card("question", words.language, asks="topic"),
        buttons=(*chosen, words.button("none_of_these", "deny")),
    )
