"""The messages that code asks for, and the facts it gives them."""

from __future__ import annotations

from typing import Final

from bot.catalogue.opening_hours import DAYS

WANTED: Final[dict[str, tuple[str, ...]]] = {
    "button.no_emergency": (),
    "button.none_of_these": (),
    "button.own_station": (),
    "button.person": (),
    "button.who_child": (),
    "button.who_other": (),
    "button.who_self": (),
    "button.yes_emergency": (),
    "emergency.also": ("name", "number"),
    "emergency.call": (),
    "guidance.ask_advice": ("contacts",),
    "guidance.assessment": ("assessment",),
    "guidance.others": (),
    "guidance.reminder": (),
    "guidance.service": ("name", "why", "contacts"),
    "guidance.today": ("label", "value"),
    "handoff.closed": (),
    "handoff.opens": ("when",),
    "handoff.other_ways": (),
    "handoff.place": ("place",),
    "handoff.taken": (),
    "handoff.unavailable": (),
    "handoff.wait": ("minutes",),
    "handoff.waiting": (),
    "language.changed": (),
    "notice.ask_need": (),
    "notice.not_emergency": (),
    "notice.offer_person": (),
    "notice.other_language": (),
    "notice.out_of_area": ("name", "county", "site"),
    "notice.out_of_date": ("topic",),
    "notice.rephrase": (),
    "question.emergency": (),
    "question.municipality": ("need",),
    "question.municipality_again": ("need",),
    "question.topic": (),
    "question.who": ("need",),
    "question.who_again": ("need",),
    "small_talk.affirm": (),
    "small_talk.deny": (),
    "small_talk.greet": (),
    "small_talk.not_sure": (),
    "hours.always": (),
    "hours.at": ("day", "time"),
    "hours.today": (),
    "hours.tomorrow": (),
    **{f"hours.{day}": () for day in DAYS},
    **{f"hours.on_{day}": () for day in DAYS},
}
"""By `topic.key`; a text may leave out a fact, but ask for no other."""
