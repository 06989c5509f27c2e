"""Spoken Finnish: which standard words a colloquial one may stand for."""

from collections.abc import Callable, Iterator
from typing import Final

from bot.language.tables import inverted

FORMS: Final = inverted(
    """
minä: mä mää mie mu | minun: mun | minua: mua | minut: mut | mutta: mut | minulla: mul mulla
minulle: mulle | minulta: mult multa | minuun: muhun | minussa: mussa | minusta: must musta
musta: musta | sinä: sä sää sie | sää: sää | sinun: sun | sinua: sua | sinut: sut
sinulla: sul sulla | sinulle: sulle | sinulta: sulta | sinusta: sust susta | meillä: meil
teillä: teil | heillä: heil | tuo: toi | tuoda: toi | tuon: ton | tuota: tota
tuolla: tol tolla | tämän: tän | tämä: tää | tässä: täs | tästä: täst | sillä: sil | sitten: sit
nuo: noi | nämä: nää | jotain: jotai | mitään: mitää | mitä: mitäs | ketään: ketää
kukaan: kukaa | itseni: itteni | itsensä: ittensä | itsesi: ittes | itseeni: itteeni
itseä: itteä ittee itsee | itseäni: itteäni | itseensä: itteensä | olen: oon | olet: oot
ole: oo | ollaan: ollaa | onko: onks | ollut: ollu | olisi: olis ois | olisin: oisin
olisiko: oisko | oliko: oliks | oletko: ootko | menen: meen | menet: meet | mene: mee
menee: mee | mennyt: menny | mennä: männä | tule: tuu | tulen: tuun | tullut: tullu
tulisi: tulis | tarvitsen: tarvin tarviin | tarvitsisi: tarttis tarvis | tarvitsisin: tarttisin
tarvitsee: tarvii | haluaisin: haluisin | haluan: haluun | haluaa: haluu | voiko: voiks
voisiko: voisko | pääsisi: pääsis | saisiko: saisko | saisi: saiskin | saanut: saanu
saako: saaks | pitäisi: pitäs pitäis pitäsi | kannattaako: kannattaaks | tiedä: tiiä tiä
tiedätkö: tiedäks | näen: nään | näkynyt: näkyny | lähteä: lähtee | lähtee: lähtee
tekisi: tekis | kuollut: kuollu | ottanut: ottanu | syönyt: syöny | juonut: juonu
vetänyt: vetäny | nielaissut: nielassu | nielaisi: nielas | hengitä: hengit
hengittänyt: hengittäny | herää: herääkkään | raiskasi: raiskas | hakkasi: hakkas
pieksee: piekse | lyönyt: lyöny | tippui: tippu | putosi: putos | kaatui: kaatu
kouristaa: kourist | pyörtyä: pökrää | pyörtyi: pyörty pökerty | vajosi: vajos | katosi: katos
eksyi: eksy | karkasi: karkas | kiinni: kii | enää: enään | niin: nii | ihan: iha | vielä: viel
kanssa: kans kaa | kyllä: kyl | miten: mite | missä: mis | mistä: mist | mihin: mihi
miksi: miks | tällä: täl | täällä: tääl | siellä: siel | kotiin: kotio himaan
kotona: himas himassa | äiti: mutsi äiskä | äidin: mutsin | äidillä: mutsil mutsilla
isä: faija iskä | isän: faijan iskän | isällä: faijal faijalla iskällä | mummo: mummeli mummi
lapsi: muksu kakara skidi | lapsen: muksun | lapsella: muksulla lapsel | tajua: tajuu
hetkeä: hetkee | ei: eikä ettei jottei enkä etkä eihän eipä eiks eikai eikö
"""
)
"""Spoken form to the standard forms it may be; the standard forms are words of the dictionary."""

_ENDINGS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("lt", ("lta", "ltä")),
    ("st", ("sta", "stä")),
    ("ks", ("ksi", "ko", "kö")),
    ("nu", ("nut",)),
    ("ny", ("nyt",)),
    ("llu", ("llut",)),
    ("lly", ("llyt",)),
    ("ssu", ("ssut",)),
    ("ssy", ("ssyt",)),
    ("rru", ("rrut",)),
    ("mu", ("muut",)),
    ("isin", ("aisin", "äisin")),
    ("is", ("isi",)),
    ("as", ("asi", "assa")),
    ("äs", ("äsi", "ässä")),
    ("os", ("osi", "ossa")),
    ("us", ("ussa",)),
    ("es", ("essä", "essa")),
    ("l", ("lla", "llä")),
    ("s", ("ssa", "ssä", "si")),
    ("ee", ("eä", "ea", "eaa", "eää")),
    ("oo", ("oa", "oaa")),
    ("öö", ("öä", "öää")),
    ("uu", ("ua", "uaa")),
    ("yy", ("yä", "yää")),
    ("ii", ("ia", "iä", "iaa", "iää")),
    ("aa", ("aan",)),
    ("ää", ("ään",)),
    ("aks", ("akseen",)),
    ("t", ("tta", "ttä")),
    ("n", ("nä", "na")),
    ("a", ("an",)),
    ("ä", ("än",)),
    ("u", ("ui", "uu", "ut")),
    ("y", ("yi", "yy", "yt")),
)


def standard_forms(word: str, known: Callable[[str], bool]) -> Iterator[str]:
    """Standard words that a spoken word may stand for; from endings only where `known` agrees."""
    if word in FORMS:
        yield from FORMS[word]
        return
    if len(word) < 4 or known(word):  # noqa: PLR2004 - shorter ones are in the table
        return
    for spoken, standard in _ENDINGS:
        if word.endswith(spoken):
            root = word[: len(word) - len(spoken)]
            yield from (root + ending for ending in standard if known(root + ending))
