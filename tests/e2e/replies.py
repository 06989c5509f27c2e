"""What the fake chat answers: a short way to a guidance, an emergency, a person."""

from typing import Any, Final

Said = dict[str, Any]

OMAOLO: Final = {"fi": "https://www.omaolo.fi/", "sv": "https://www.omaolo.fi/sv"}
MARKUP: Final = '<img src=x onerror="window.hacked=1"><b>lihava</b> & javascript:alert(1)'

GREETING: Final = {
    "fi": "Hei! Olen botti, en ihminen. Kerro lyhyesti, missä asiassa tarvitset apua.",
    "sv": "Hej! Jag är en bot, inte en människa. Berätta kort vad du behöver hjälp med.",
}
WHERE: Final = {"fi": "Missä kunnassa asut?", "sv": "I vilken kommun bor du?"}
NOT_UNDERSTOOD: Final = {
    "fi": "En ymmärtänyt. Kerro toisin sanoin.",
    "sv": "Jag förstod inte. Berätta med andra ord.",
}
PLACES: Final = {"fi": ["Porvoo", "Loviisa", "Sipoo"], "sv": ["Borgå", "Lovisa", "Sibbo"]}
GUIDANCE: Final = {
    "fi": "Tee ensin oirearvio. Jos kuume nousee, soita 116 117.\n"
    "• Omaolo: oirearvio verkossa. https://www.omaolo.fi/\n"
    "• Porvoon terveysasema: hoitaja neuvoo. 019 5600 400 (ma–pe 8–15)\n"
    "Jos tilanne muuttuu hengenvaaralliseksi, soita heti 112.",
    "sv": "Gör först en symtombedömning. Om du får feber, ring 116 117.\n"
    "• Omaolo: symtombedömning på nätet. https://www.omaolo.fi/sv\n"
    "• Borgå hälsostation: en skötare ger råd. 019 5600 400 (må–fr 8–15)\n"
    "Om läget blir livsfarligt, ring genast 112.",
}
CHEST: Final = {
    "fi": "Tämä voi olla hätätilanne. Soita heti 112. Älä lähde itse ajamaan.",
    "sv": "Det här kan vara en nödsituation. Ring genast 112. Kör inte själv.",
}
VIOLENCE: Final = {
    "fi": "Et ole yksin. Nollalinja auttaa 080 005 005. Jos olet vaarassa, soita 112.",
    "sv": "Du är inte ensam. Nollinjen hjälper 080 005 005. Är du i fara, ring 112.",
}
WAITING: Final = {
    "fi": "Olet jonossa. Paikkasi jonossa: 2.",
    "sv": "Du står i kö. Din plats i kön: 2.",
}


def said(text: str, language: str, card: Said | None = None, *titles: str) -> Said:
    """A message of the bot."""
    buttons = list(titles)
    return {"author": "bot", "text": text, "lang": language, "card": card, "buttons": buttons}


def answer(text: str, language: str) -> tuple[Said, str | None]:
    """What the bot says to a text, and who owns the conversation then, if that changes."""
    words = text.casefold()
    if "ihmis" in words or "människa" in words:
        card = {"card": "handoff", "state": "waiting", "place": 2, "services": []}
        return said(WAITING[language], language, card), "queue"
    return _bot(text, words, language), None


def _bot(text: str, words: str, language: str) -> Said:
    notice = {"card": "notice"}
    if words in ("suomeksi", "på svenska"):
        language = "sv" if words == "på svenska" else "fi"
        reply = said(GREETING[language], language, notice)
    elif "rinta" in words or "bröst" in words:
        reply = _emergency("chest_pain", "112", CHEST[language], language)
    elif "lyö" in words or "slår" in words:
        reply = _emergency("domestic_violence", "080 005 005", VIOLENCE[language], language)
    elif text in PLACES[language]:
        reply = _guidance(language)
    elif "kirvel" in words or "svider" in words:
        question = {"card": "question", "asks": "municipality"}
        reply = said(WHERE[language], language, question, *PLACES[language])
    elif "<" in text:
        reply = said(MARKUP, language, notice)
    else:
        reply = said(NOT_UNDERSTOOD[language], language, notice)
    return reply


def _emergency(name: str, number: str, text: str, language: str) -> Said:
    hours = {"fi": "aina", "sv": "alltid"}[language]
    label = {"fi": "Apua heti", "sv": "Hjälp genast"}[language]
    contacts = [{"kind": "phone", "label": label, "value": number, "hours": hours}]
    service = {"id": name, "name": name, "identification": "none", "contacts": contacts}
    card = {"card": "emergency", "emergency": name, "number": number, "services": [service]}
    return said(
        text, language, card, {"fi": "Puhu ihmisen kanssa", "sv": "Prata med en människa"}[language]
    )


def _guidance(language: str) -> Said:
    swedish = language == "sv"
    omaolo = {
        "id": "omaolo",
        "name": "Omaolo",
        "identification": "either",
        "contacts": [
            {"kind": "web", "label": "Verkkosivu", "value": OMAOLO[language], "hours": None},
            {"kind": "web", "label": "javascript", "value": "javascript:alert(1)", "hours": None},
        ],
    }
    station = {
        "id": "porvoo_health_station",
        "name": "Borgå hälsostation" if swedish else "Porvoon terveysasema",
        "identification": "anonymous",
        "contacts": [
            {
                "kind": "phone",
                "label": "Tidsbokning" if swedish else "Ajanvaraus",
                "value": "019 5600 400",
                "hours": "må–fr 8–15" if swedish else "ma–pe 8–15",
            },
            {"kind": "sms", "label": "SMS", "value": "040 123 4567", "hours": None},
            {
                "kind": "place",
                "label": "Adress" if swedish else "Osoite",
                "value": "Sairaalantie 1, 06200 Porvoo",
                "hours": None,
            },
        ],
    }
    hyva = {
        "id": "hyva_digi",
        "name": "HyVä-digi",
        "identification": "strong",
        "contacts": [
            {"kind": "chat", "label": "HyVä-digi", "value": OMAOLO[language], "hours": None}
        ],
    }
    card = {"card": "guidance", "need": "urinary_infection", "services": [omaolo, station, hyva]}
    return said(
        GUIDANCE[language],
        language,
        card,
        "Puhu ihmisen kanssa" if not swedish else "Prata med en människa",
    )
