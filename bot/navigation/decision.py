"""What the bot has decided to tell the resident; `say` turns it into words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import datetime

    from bot.catalogue import (
        Emergency,
        Fact,
        Faq,
        Need,
        Neighbour,
        Offer,
        Route,
        Row,
        Service,
        Text,
    )

HandoffState = Literal["waiting", "taken", "unavailable"]


@dataclass(frozen=True, kw_only=True)
class Guidance:
    """Where to go with a need."""

    need: Need
    route: Route
    services: tuple[tuple[Service, Offer], ...]
    """At most three, best first."""

    shown: tuple[Row, ...] = ()
    """What holds today of the functions that the route shows."""

    municipality: str | None = None
    left_out: str | None = None
    """A kind of local service that waits for the municipality."""

    others: tuple[str, ...] = ()
    """Topics that may be meant as well or instead, likeliest first."""

    reminder: bool = False
    """An emergency was mentioned but is not at hand: close with one line on 112."""


@dataclass(frozen=True, kw_only=True)
class Answer:
    """The answer to a frequent question."""

    faq: Faq
    services: tuple[Service, ...]
    municipality: str | None = None
    others: tuple[str, ...] = ()
    """As in Guidance."""

    reminder: bool = False


@dataclass(frozen=True, kw_only=True)
class OutOfDate:
    """Nothing that holds today is known of a topic; who can tell."""

    label: Text
    services: tuple[Service, ...]
    reminder: bool = False


@dataclass(frozen=True, kw_only=True)
class AskFact:
    """A question about one missing fact."""

    fact: Fact
    need: Need
    again: bool = False
    """The resident answered something else."""


@dataclass(frozen=True, kw_only=True)
class AskEmergency:
    """The question whether it is an emergency."""

    emergency: Emergency


@dataclass(frozen=True, kw_only=True)
class AskTopic:
    """Which of two or three likely topics is meant."""

    topics: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ShowEmergency:
    """The number that comes before anything else."""

    emergency: Emergency


@dataclass(frozen=True, kw_only=True)
class OutOfArea:
    """Who serves a resident of a neighbouring municipality."""

    neighbour: Neighbour


@dataclass(frozen=True, kw_only=True)
class HandOff:
    """What a request for a person came to."""

    state: HandoffState
    queue: str
    place: int | None = None
    wait_minutes: int | None = None
    opens: datetime | None = None
    services: tuple[Service, ...] = ()
    """Other ways, best first."""


@dataclass(frozen=True, kw_only=True)
class Tell:
    """One message of content/messages, with facts and buttons."""

    key: str
    """`topic.key`."""

    facts: dict[str, str] = field(default_factory=dict)
    menu: bool = False
    """Offer the frequent needs as buttons."""

    person: bool = False
    """Offer a person as a button."""


Decision = (
    Guidance
    | Answer
    | OutOfDate
    | AskFact
    | AskEmergency
    | AskTopic
    | ShowEmergency
    | OutOfArea
    | HandOff
    | Tell
)
