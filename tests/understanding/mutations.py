"""Ways to write a line otherwise that leave its meaning as it was; pure, the same every time."""

from __future__ import annotations

import re
from random import Random
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from bot.catalogue.text import Language
    from tests.understanding.place_mutations import PlaceNames

    Alteration = Callable[[str, Language], str | None]
    """A text and its language in, the altered text out; None where it does not apply."""


def _table(text: str) -> dict[str, str]:
    """Pairs of words, written one after the other."""
    words = text.split()
    return dict(zip(words[::2], words[1::2], strict=True))


CLITIC_OPENING: Final = _table(
    """
    on onhan onko onkohan voiko voikohan voinko voinkohan saako saakohan
    saanko saankohan saisiko saisikohan saisinko saisinkohan voisiko voisikohan voisko voiskohan
    pitääkö pitääköhän maksaako maksaakohan kannattaako kannattaakohan joutuuko joutuukohan
    pääseekö pääseeköhän tuleeko tuleekohan tarviiko tarviikohan tarvitaanko tarvitaankohan
    löytyykö löytyyköhän toimiiko toimiikohan kuuluuko kuuluukohan lukeeko lukeekohan
    missä missähän mistä mistähän mihin mihinköhän miten mitenkähän mitä mitähän mikä mikähän
    kuka kukahan kuinka kuinkahan milloin milloinkahan kenelle kenellehän paljonko paljonkohan
    kauanko kauankohan montako montakohan saisin saisinko voisin voisinko pääsisin pääsisinkö
    """
)
"""Finnish words that take -ko, -kin or -han where they open a clause."""

CLITIC_ANYWHERE: Final = _table(
    """
    minulla minullakin mulla mullakin meillä meilläkin lapsella lapsellakin pojalla pojallakin
    vauvalla vauvallakin äidillä äidilläkin isällä isälläkin vaimolla vaimollakin
    miehellä miehelläkin mummolla mummollakin
    """
)
"""Finnish words that take -kin wherever they stand."""

SPOKEN: Final = _table(
    """
    jag ja inte int är e och o mig mej dig dej sig sej vad va det de till ti med me någon nån
    något nåt några nåra skulle sku
    """
)
"""Swedish words, and how they end in speech."""

BEFORE: Final[Mapping[Language, tuple[str, ...]]] = {
    "fi": ("hei", "moi", "tota", "siis", "no", "anteeksi"),
    "sv": ("hej", "hallå", "alltså", "nå", "jo", "ursäkta"),
}
BEHIND: Final[Mapping[Language, tuple[str, ...]]] = {
    "fi": ("kiitos", "kiitti", "tota", "niinku", "kiitos paljon"),
    "sv": ("tack", "tackar", "alltså", "liksom", "tack så mycket"),
}
"""What people add and mean nothing by."""

_BARE: Final = str.maketrans("åäöÅÄÖ", "aaoAAO")
_WORD: Final = re.compile(r"\w+")
_OPENING: Final = re.compile(r"(?:(?<=^)|(?<=[,;:.?!] ))\w+")
_LONG: Final = re.compile(r"[^\W\d_]{5,}")


def upper(text: str, _: Language) -> str:
    """In capitals."""
    return text.upper()


def lower(text: str, _: Language) -> str:
    """In small letters."""
    return text.lower()


def bare(text: str, _: Language) -> str:
    """Without dots and rings."""
    return text.translate(_BARE)


def typo(text: str, _: Language) -> str | None:
    """One slip in one word of five letters or more."""
    found = list(_LONG.finditer(text))
    if not found:
        return None
    chance = drawn(text)
    word = chance.choice(found)
    return put(text, word, slip(word[0], chance))


def slip(word: str, chance: Random) -> str:
    """The word with a letter doubled, dropped or swapped with the next; its ends stand."""
    at = chance.randrange(1, len(word) - 2)
    before, one, other, after = word[:at], word[at], word[at + 1], word[at + 2 :]
    slips = {
        before + one + one + other + after,
        before + other + after,
        before + other + one + after,
    }
    return chance.choice(sorted(slips - {word}))


def clitic(text: str, language: Language) -> str | None:
    """A Finnish word that can take a clitic takes one."""
    for words, table in ((_OPENING, CLITIC_OPENING), (_WORD, CLITIC_ANYWHERE)):
        for found in words.finditer(text) if language == "fi" else ():
            if found[0].lower() in table:
                return put(text, found, table[found[0].lower()])
    return None


def spoken(text: str, language: Language) -> str | None:
    """Swedish words as they end in speech, all of them, as those write who write so."""
    if language == "fi":
        return None
    return _WORD.sub(lambda word: cased(SPOKEN.get(word[0].lower(), word[0]), word[0]), text)


def filler_before(text: str, language: Language) -> str:
    """A word in front that says nothing."""
    return f"{drawn(text).choice(BEFORE[language])} {text}"


def filler_behind(text: str, language: Language) -> str:
    """A word at the end that says nothing."""
    return f"{text} {drawn(text).choice(BEHIND[language])}"


ALTERATIONS: Final[Mapping[str, Alteration]] = {
    "upper case": upper,
    "lower case": lower,
    "no dots or rings": bare,
    "typing error": typo,
    "clitic": clitic,
    "spoken endings": spoken,
    "filler before": filler_before,
    "filler behind": filler_behind,
}
"""Those that any line may take, by name."""


def altered(text: str, language: Language, places: PlaceNames) -> Iterator[tuple[str, str]]:
    """The name of each alteration that applies, and the text it gives."""
    for name, alter in {**ALTERATIONS, **places.alterations}.items():
        new = alter(text, language)
        if new not in (None, text):
            yield name, str(new)


def drawn(text: str) -> Random:
    """Chance that falls alike for the same text, in every process."""
    return Random(text)  # noqa: S311 - no secret


def put(text: str, found: re.Match[str], new: str) -> str:
    """The text with another word in the place of one."""
    return text[: found.start()] + cased(new, found[0]) + text[found.end() :]


def cased(new: str, old: str) -> str:
    """The new word with a capital where the old one had one."""
    return new[:1].upper() + new[1:] if old[:1].isupper() else new
