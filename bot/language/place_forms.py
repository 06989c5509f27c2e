"""How place names are inflected, and the words that show that a place is somebody's home."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.language.normalise import fold

if TYPE_CHECKING:
    from bot.catalogue import Text

_FINNISH_ENDINGS: Final = (
    "n", "ssa", "ssä", "sta", "stä", "lla", "llä", "lta", "ltä", "lle", "a", "ä", "ta", "tä",
    "ksi", "na", "nä", "s", "st", "l", "lt", "ssakin", "ssäkin", "lainen", "läinen", "laiset",
    "läiset", "laisen", "läisen", "laisena", "läisenä", "laiselle", "läiselle", "laisille",
    "läisille", "laisten", "läisten", "laisia", "läisiä",
)  # fmt: skip
_SWEDISH_ENDINGS: Final = ("s", "bo", "bor", "bon", "borna", "bos", "bornas")
_VOWELS: Final = "aeiouyäöå"

LIVES: Final = frozenset(
    fold(word)
    for word in """
    asun asumme asuu asutaan asuvat asuva asustelen asustan kotikunta kotikuntani kirjoilla
    kirjat kirjani kirjamme kotipaikka bor bosatt bosätt hemort hemkommun hemkommunen skriven
    skrivna folkbokförd folkbokförda
    """.split()
)
"""Words near a place that say that somebody lives there now, without dots and rings."""

CUES: Final = LIVES | frozenset(
    fold(word)
    for word in """
    asunut kotona koti kotoisin muutin muutimme muuttanut muutettiin muuttaneet ollaan olen olemme
    oon kunta kunnassa kämppä kämpä bott hemma flyttat flyttade flyttar hem från frå ifrån kommun
    """.split()
)
"""Words near a place that say that somebody belongs there, or comes from there."""

MOVED: Final = frozenset(
    "muutin muutti muutimme muuttivat muutettiin muuttanut muuttaneet muutettu"
    " muutan muutamme muutetaan muutto muuton muuttomme flyttade flyttat flytta flyttar"
    " flytt flytten".split()
)
"""Words for moving: home is where one goes, not where one comes from."""

ELSEWHERE: Final = frozenset(
    fold(word)
    for word in """
    en ei enkä eikä inte int töissä duunissa työpaikka työssä opiskelen jobbar jobbet jobb arbetar
    studerar
    """.split()
)
"""Words before a place that deny it, or say that one only works or studies there."""

BUT: Final = frozenset({"vaan", "mutta", "mut", "utan", "men"})
"""Words that part what is said of one place from what is said of the next."""

TOWARDS: Final = frozenset({"till", "ti", "mot", "kohti"})
"""Words before a place that make it a destination."""

FILLERS: Final = frozenset(
    fold(word)
    for word in """
    i på från in ja ja jag bor asun asumme olen oon kotikunta kotikuntani on se minä mä mun minun
    kunta kommun kunnassa stad kaupunki me vi hemma kotona täällä här et ihan no siis nu är e det
    de hemkommun hemkommunen min vår meidän kylä kylässä by byn postinumero postnummer nro nr kyllä
    joo jo hei hej alue alueella tuolla tässä suunnalla seudulla asustelen asustan ollaan
    asutaan nå ju trakten
    """.split()
)
"""Words that may stand beside a place in a message that says nothing else."""


def forms_of(name: str) -> frozenset[str]:
    """The forms a name takes by regular endings, in either language, lower case."""
    base = name.lower()
    forms = {base, *(base + ending for ending in _SWEDISH_ENDINGS)}
    if base[-1] in _VOWELS:
        forms |= {base + ending for ending in _FINNISH_ENDINGS}
        forms.add(illative(base))
    return frozenset(forms)


def illative(base: str) -> str:
    """Into a place: `Sipooseen`, `Askolaan`."""
    long_vowel = len(base) > 1 and base[-1] == base[-2]
    return f"{base}seen" if long_vowel else f"{base}{base[-1]}n"


def going_to(form: str, name: Text) -> bool:
    """Whether a form says where someone is going rather than where they are."""
    return form == illative(name.fi.lower()) or form.endswith(("seen", "iin", "aan", "ään"))
