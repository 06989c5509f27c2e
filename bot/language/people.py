"""Whom a message is about, and how old they are, where it says so plainly."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.language.normalise import normalise

if TYPE_CHECKING:
    from bot.catalogue import Who

_CHILD: Final = r"""
    lapsi|lapsella|lapselle|lapseni|lapsellani|lapsen|lapsemme|lapsellamme|lapsel|lapsoselle
    |lapsia|lapsilla|lapsille|kaksoset|kaksosilla|kakara|kakaralla|mukula|mukulalla
    |poika|pojalla|pojan|pojalle|poikani|pojallani|pojal|pikkupoika
    |tyttö|tytöllä|tytön|tytölle|tyttöni|tyttärellä|tyttäreni|tyttärelläni|tyttären|tyttärelle
    |vauva|vauvalla|vauvan|vauvalle|vauvamme|taapero|taaperolla|taaperon|taaperolle
    |esikoinen|esikoisella|esikoisen|kuopus|kuopuksella|kuopuksen|koululainen|koululaisella
    |eskarilainen|eskarilaisella|leikki-ikäinen|leikki-ikäisellä|penska|penskalla
    |barn|barnet|barnets|barnen|vårt\ barn|mitt\ barn|pojken|pojkens|pojke|min\ son|sonen|sonens
    |vår\ son|flickan|flickans|min\ dotter|dottern|dotterns|vår\ dotter|bebis|bebisen|bebisens
    |babyn|babyns|tvååringen|treåringen|fyraåringen|femåringen|sexåringen|dagisbarn|dagisbarnet
    |skolbarn|skolbarnet|telningen|tösen|lillan|lillpojken|tvillingarna
"""
_OTHER: Final = r"""
    äiti|äidillä|äidin|äidille|äitini|äidilläni|isä|isällä|isän|isälle|isäni|isälläni
    |mummo|mummolla|mummon|mummolle|mummu|mummi|mummini|vaari|vaarilla|ukki|ukilla|pappa|papalla
    |isoäiti|isoäidillä|isoisä|isoisällä|anoppi|anopilla|anoppini|appi|apella|appiukko
    |mies\ on|mieheni|miehelläni|miehellä|vaimo|vaimoni|vaimolla|vaimollani|puoliso|puolisoni
    |puolisolla|setä|enoni|eno|täti|tätini|sisko|siskoni|siskolla|veli|veljeni|veljellä
    |naapuri|naapurilla|ystävä|ystäväni|ystävälläni|kaveri|kaverilla|kummitäti|faija|mutsi
    |mamma|mammas|min\ mor|mor|far|pappa|pappas|mormor|farmor|morfar|farfar|mommo|moffa|fammo|faffa
    |svärmor|svärfar|min\ man|mannen|maken|min\ make|frun|min\ fru|hustrun|frugan|moster|faster
    |morbror|farbror|systern|min\ syster|brodern|min\ bror|brorsan|syrran|grannen|väninnan
    |en\ vän|min\ vän|vännen|kompisen|kusinen|gudmor
"""
_CHILD_WORD: Final = re.compile(rf"(?<!\w)(?:{_CHILD})(?!\w)", re.VERBOSE)
_OTHER_WORD: Final = re.compile(rf"(?<!\w)(?:{_OTHER})(?!\w)", re.VERBOSE)
_YEARS: Final = re.compile(
    r"(?<![\d.,])(\d{1,2}|1[01]\d)\s*-?\s*(?:vuotia\w*|vuotta\b|vuoden\b|vee\b|v\b\.?|-?v\b"
    r"|år\w*|åring\w*|å\b)"
)
_MONTHS: Final = re.compile(
    r"(?<!\d)\d{1,2}\s*-?\s*(?:kk\b|kuukautta\b|kuukauden\b|viikkoi\w*|viikon ikäi\w*"
    r"|mån\w*|veckors\b)"
)
_BARE_AGE: Final = re.compile(
    r"\b(?:oon|olen|iältäni|ikä|är|e|fyllt|fyllda|nainen|mies|kvinna|man|tant|herre|gubbe)"
    r"[ ,]+(\d{2})\b(?![.,:]\d|\s*(?:€|euro|kk|min|km|kg|mg|h\b))"
)


def age_in(text: str) -> int | None:
    """The age in years a message gives, or None; months and weeks count as 0."""
    normal = normalise(text)
    if _MONTHS.search(normal) and _CHILD_WORD.search(normal):
        return 0
    found = _YEARS.search(normal) or _BARE_AGE.search(normal)
    return int(found[1]) if found else None


def who_in(text: str) -> Who | None:
    """Whom a message is about: a child, someone else, or None when it does not say."""
    normal = normalise(text)
    if _CHILD_WORD.search(normal):
        return "child"
    return "other" if _OTHER_WORD.search(normal) else None
