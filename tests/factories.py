"""Hand-made values: a county of two municipalities with as few words as a test needs."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from typing import TYPE_CHECKING, Any, Final

from bot.catalogue import (
    Assessment,
    Catalogue,
    Condition,
    Contact,
    Emergency,
    EmergencyContact,
    Faq,
    Municipality,
    Need,
    Neighbour,
    Offer,
    OpeningHours,
    Period,
    Provenance,
    Queue,
    Route,
    Service,
    Text,
    Village,
)
from bot.clock import HELSINKI
from bot.saying.wanted import WANTED

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

MESSAGES: Final = {key: facts for key, facts in WANTED.items() if key[:6] != "hours."}
HOURS: Final = {
    "hours.always": Text(fi="ympäri vuorokauden", sv="dygnet runt"),
    "hours.at": Text(fi="{day} klo {time}", sv="{day} kl. {time}"),
    "hours.today": Text(fi="tänään", sv="i dag"),
    "hours.tomorrow": Text(fi="huomenna", sv="i morgon"),
    **{
        f"hours.{day}": Text(fi=fi, sv=sv)
        for day, fi, sv in (
            ("mon", "ma", "må"),
            ("tue", "ti", "ti"),
            ("wed", "ke", "on"),
            ("thu", "to", "to"),
            ("fri", "pe", "fr"),
            ("sat", "la", "lö"),
            ("sun", "su", "sö"),
            ("on_mon", "maanantaina", "på måndag"),
            ("on_tue", "tiistaina", "på tisdag"),
            ("on_wed", "keskiviikkona", "på onsdag"),
            ("on_thu", "torstaina", "på torsdag"),
            ("on_fri", "perjantaina", "på fredag"),
            ("on_sat", "lauantaina", "på lördag"),
            ("on_sun", "sunnuntaina", "på söndag"),
        )
    },
}


def helsinki(year: int, month: int, day: int, hour: int = 12, minute: int = 0) -> datetime:
    """A moment in Finnish time."""
    return datetime(year, month, day, hour, minute, tzinfo=HELSINKI)


TUESDAY_NOON: Final = helsinki(2026, 11, 24)
TUESDAY_NIGHT: Final = helsinki(2026, 11, 24, 23, 30)


def text(fi: str, sv: str | None = None) -> Text:
    """A text in both languages; the same with `sv:` before it when only one is given."""
    return Text(fi=fi, sv=f"sv:{fi}" if sv is None else sv)


def clock(written: str) -> time:
    """`8.00` as a time."""
    hour, minute = written.split(".")
    return time(int(hour), int(minute))


def weekly(days: Iterable[int], opens: str, closes: str) -> OpeningHours:
    """The same hours on some weekdays; 0 is Monday."""
    return OpeningHours(
        periods=tuple(Period(weekday=d, opens=clock(opens), closes=clock(closes)) for d in days)
    )


OFFICE_HOURS: Final = weekly(range(5), "8.00", "16.00")
ALWAYS: Final = OpeningHours(always=True)


def provenance(url: str = "https://county.example/", **rest: Any) -> Provenance:
    """Facts with a source on the web."""
    return Provenance(source=(url,), source_date="2025-10", **rest)


def phone(number: str, **rest: Any) -> Contact:
    """A phone number."""
    return Contact(kind="phone", label=text("Puhelin", "Telefon"), value=same(number), **rest)


def web(url: str, **rest: Any) -> Contact:
    """A website."""
    return Contact(kind="web", label=text("Verkkosivu", "Webbplats"), value=same(url), **rest)


def same(value: str) -> Text:
    """One text that serves for both languages."""
    return Text(fi=value, sv=value)


def service(name: str, *contacts: Contact, **rest: Any) -> Service:
    """A service; with a website of its own when no contact is given."""
    return Service(
        **{
            "id": name,
            "name": text(name),
            "about": text(f"about {name}"),
            "identification": "none",
            "contacts": contacts or (web(f"https://{name}.example/"),),
            "provenance": provenance(f"https://{name}.example/source"),
            **rest,
        }
    )


def route(*services: str | Offer, says: str = "says", **rest: Any) -> Route:
    """A row; without `when` it fits everyone."""
    offers = tuple(s if isinstance(s, Offer) else Offer(service=s) for s in services)
    return Route(**{"when": Condition(), "says": text(says), "offers": offers, **rest})


def need(name: str, *routes: Route, **rest: Any) -> Need:
    """A need."""
    return Need(
        **{
            "id": name,
            "label": text(name.title()),
            "routes": routes or (route("omaolo"),),
            "provenance": provenance(f"https://county.example/{name}"),
            **rest,
        }
    )


def faq(name: str, *services: str, **rest: Any) -> Faq:
    """A question with an answer."""
    return Faq(
        **{
            "id": name,
            "label": text(name.title()),
            "answer": text(f"answer to {name}"),
            "services": services,
            "provenance": provenance(f"https://county.example/{name}"),
            **rest,
        }
    )


def emergency(name: str, *contacts: EmergencyContact, **rest: Any) -> Emergency:
    """An emergency whose number is 112 unless others are given."""
    return Emergency(
        **{
            "id": name,
            "name": text(name.title()),
            "level": "life",
            "order": 10,
            "contacts": contacts or (EmergencyContact(number="112"),),
            "words": text("Soita {number}. 112."),
            "provenance": provenance(f"https://112.example/{name}"),
            **rest,
        }
    )


def municipality(name: str, fi: str, sv: str, **rest: Any) -> Municipality:
    """A municipality."""
    also = {"fi": (), "sv": ()}
    return Municipality(
        **{
            "id": name,
            "code": "753",
            "name": Text(fi=fi, sv=sv),
            "in_": Text(fi=f"{fi}ssa", sv=f"i {sv}"),
            "of": Text(fi=f"{fi}n", sv=f"{sv}s"),
            "also": also,
            **rest,
        }
    )


SIPOO: Final = municipality(
    "sipoo",
    "Sipoo",
    "Sibbo",
    also={"fi": ("sipoos",), "sv": ("sibbobor",)},
    villages=(
        Village(name=Text(fi="Nikkilä", sv="Nickby")),
        Village(name=Text(fi="Box", sv="Box"), common=True),
        Village(name=Text(fi="Etelä Paippinen", sv="Södra Paipis"), also=("etelä paippisissa",)),
    ),
    postal_codes=("04130",),
)
PORVOO: Final = municipality("porvoo", "Porvoo", "Borgå", postal_codes=("06100",), code="638")
HELSINKI_CITY: Final = Neighbour(
    id="helsinki",
    name=Text(fi="Helsinki", sv="Helsingfors"),
    county=Text(fi="Helsingin kaupunki", sv="Helsingfors stad"),
    site=same("https://hel.example/"),
    also={"fi": ("helsingissä", "helsinkiin", "helsingin"), "sv": ()},
    postal_codes=("00100",),
)
COUNTY_QUEUE: Final = Queue(
    id="county", name=text("Jono", "Kö"), languages=("fi", "sv"), hours=OFFICE_HOURS
)

OMAOLO: Final = service(
    "omaolo",
    web("https://omaolo.example/"),
    identification="either",
    assessments={
        "cough": Assessment(
            id="cough", name=Text(fi="Yskä", sv="Hosta"), provenance=provenance(confidence="high")
        ),
        "corona": Assessment(
            id="corona",
            name=Text(fi="Korona", sv="Corona"),
            provenance=provenance(confidence="low"),
        ),
    },
)
STATION_SIPOO: Final = service(
    "health_station_sipoo",
    phone("019 5600 600", hours=OFFICE_HOURS),
    local="health_station",
    municipalities=("sipoo",),
)
STATION_PORVOO: Final = service(
    "health_station_porvoo",
    phone("019 5600 400", hours=OFFICE_HOURS),
    local="health_station",
    municipalities=("porvoo",),
)
ADVICE: Final = service(
    "general_advice", phone("019 5600 111", hours=OFFICE_HOURS), web("https://county.example/")
)
HELPLINE: Final = service("medical_helpline", phone("116 117", hours=ALWAYS))
CHAT: Final = service(
    "hyva_digi", web("https://chat.example/", hours=weekly(range(6), "8.00", "19.30"))
)
HIDDEN: Final = service(
    "hidden",
    phone("09 000 000", confidence="low"),
    provenance=provenance("https://hidden.example/source", confidence="low"),
)

COUGH: Final = need(
    "cough",
    route("omaolo", "health_station", "hyva_digi", assessment="cough", says="says cough"),
)
TEETH: Final = need("teeth", route("health_station", says="says teeth"), asks=("municipality",))
FEVER: Final = need(
    "fever",
    route("hyva_digi", says="for a child", when=Condition(who=("child",))),
    route("omaolo", says="for anyone"),
    asks=("who",),
)
CHEST_PAIN: Final = emergency("chest_pain")
FEES: Final = faq("fees", "general_advice")


def keyed(things: Iterable[Any]) -> dict[str, Any]:
    """Things by their ids."""
    return {thing.id: thing for thing in things}


def catalogue(*more: Need | Faq | Service | Emergency, **rest: Any) -> Catalogue:
    """The small county, with more needs, FAQs, services or emergencies joined in."""
    parts: dict[type, list[Any]] = {
        Need: [COUGH, TEETH, FEVER],
        Faq: [FEES],
        Service: [OMAOLO, STATION_SIPOO, STATION_PORVOO, ADVICE, HELPLINE, CHAT, HIDDEN],
        Emergency: [CHEST_PAIN],
    }
    for thing in more:
        parts[type(thing)].append(thing)
    messages = {
        key: text(" ".join([key, *(f"{{{fact}}}" for fact in facts)]))
        for key, facts in MESSAGES.items()
    }
    whole = Catalogue(
        needs=keyed(parts[Need]),
        faqs=keyed(parts[Faq]),
        services=keyed(parts[Service]),
        emergencies=keyed(parts[Emergency]),
        municipalities=keyed([SIPOO, PORVOO]),
        neighbours=keyed([HELSINKI_CITY]),
        queues=keyed([COUNTY_QUEUE]),
        messages={**messages, **HOURS},
        menu=("cough", "fees"),
        fingerprint="0" * 64,
    )
    return replace(whole, **rest)


def expired(day: date) -> Provenance:
    """Facts that held until a day."""
    return provenance(valid_until=day)
