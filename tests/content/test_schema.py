"""Content keeps its schema (docs/developers/content-schema.md)."""

import re
import string
from collections import defaultdict
from itertools import chain

import pytest

from bot.catalogue import (
    LANGUAGES,
    Catalogue,
    Condition,
    Emergency,
    Faq,
    Language,
    Need,
    Route,
    Service,
    Text,
)
from bot.content.reader import try_catalogue
from bot.language.normalise import normalise
from bot.language.patterns import Pattern
from bot.settings import ROOT
from tests.factories import HOURS, MESSAGES

NUMBER = re.compile(r"\+?\d[\d ]*\d(?: \(.+\))?")
ADDRESS = re.compile(r"https?://[^\s]+\.[a-z]{2,}[^\s]*")
FEWEST = {Need: 15, Faq: 10}


def test_content_has_no_problems() -> None:
    """Every file can be read, and no name leads nowhere."""
    _, problems = try_catalogue()
    assert [str(problem) for problem in problems] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_enough_examples(topic: Need | Faq, language: Language) -> None:
    """Residents say it in many ways: 15 for a need, 10 for a question, in each language."""
    assert len(topic.examples.get(language, ())) >= FEWEST[type(topic)]


def test_labels_fit_a_button(topic: Need | Faq) -> None:
    """A button and a title: 40 characters."""
    assert max(len(topic.label.fi), len(topic.label.sv)) <= 40


def test_labels_tell_topics_apart(content: Catalogue) -> None:
    """Two buttons never read the same."""
    for language in LANGUAGES:
        labels = [t.label.into(language) for t in (*content.needs.values(), *content.faqs.values())]
        assert sorted(set(labels)) == sorted(labels)


def test_the_last_row_fits_everyone(need: Need) -> None:
    """So the code needs no fallback."""
    assert need.routes[-1].when == Condition()


def test_no_row_stands_behind_one_that_fits_everyone(need: Need) -> None:
    """What is never reached is a mistake."""
    assert all(row.when != Condition() for row in need.routes[:-1])


def test_three_services_at_most(need: Need) -> None:
    """More doors are no guidance."""
    assert all(1 <= len(row.offers) <= 3 for row in need.routes)


def test_an_assessment_stands_with_omaolo(need: Need) -> None:
    """Its name is only said beside the service that has it."""
    rows = [row for row in need.routes if row.assessment]
    assert all("omaolo" in [offer.service for offer in row.offers] for row in rows)


def test_no_example_stands_under_two_topics(content: Catalogue) -> None:
    """No need steals another's words."""
    owners = defaultdict(set)
    for topic in (*content.needs.values(), *content.faqs.values()):
        for example in chain.from_iterable(topic.examples.values()):
            owners[normalise(example)].add(topic.id)
    assert {text: ids for text, ids in owners.items() if len(ids) > 1} == {}


def test_no_example_stands_twice(topic: Need | Faq) -> None:
    """A repeated example teaches nothing."""
    examples = [normalise(text) for text in chain.from_iterable(topic.examples.values())]
    assert [text for text in set(examples) if examples.count(text) > 1] == []


def test_keywords_are_patterns(topic: Need | Faq) -> None:
    """A keyword that cannot be read would only be found when the bot starts."""
    for keyword in chain.from_iterable(topic.keywords.values()):
        assert Pattern.parse(keyword).slots


def test_every_language_has_its_texts(topic: Need | Faq) -> None:
    """Examples and keywords in one language have their like in the other."""
    assert set(topic.examples) == set(LANGUAGES)
    assert set(topic.keywords) in (set(), set(LANGUAGES))


def test_texts_hold_no_links_or_numbers(need: Need) -> None:
    """They come from services, where they are looked after once; 112 and 116 117 may stand."""
    said = " ".join(f"{text.fi} {text.sv}" for row in need.routes for text in _texts(row))
    numbers = re.findall(r"\b0\d[\d ]{5,}\d", said)
    assert (re.findall(r"https?://|www\.", said), numbers) == ([], [])


def _texts(row: Route) -> list[Text]:
    return [row.says, *(offer.why for offer in row.offers if offer.why), *filter(None, [row.alert])]


def test_answers_are_short(faq: Faq) -> None:
    """450 characters."""
    assert max(len(faq.answer.fi), len(faq.answer.sv)) <= 450


def test_answers_name_three_services_at_most(faq: Faq) -> None:
    """The same limit as guidance."""
    assert len(faq.services) <= 3


def test_services_say_briefly_what_they_are(service: Service) -> None:
    """One line: 60 characters."""
    notes = [contact.note for contact in service.contacts if contact.note]
    texts = [text for both in (service.about, *notes) for text in (both.fi, both.sv)]
    assert [text for text in texts if len(text) > 60] == []


def test_contacts_are_well_formed(service: Service) -> None:
    """A number can be dialled, an address opened."""
    forms = {"phone": NUMBER, "sms": NUMBER, "web": ADDRESS, "chat": ADDRESS, "form": ADDRESS}
    wrong = [
        value
        for contact in service.contacts
        for value in (contact.value.fi, contact.value.sv)
        if contact.kind in forms and not forms[contact.kind].fullmatch(value)
    ]
    assert wrong == []


def test_local_services_serve_somebody(service: Service) -> None:
    """A local service names its municipalities, and only a local one does."""
    assert bool(service.local) == bool(service.municipalities)


def test_every_municipality_has_every_local_service(content: Catalogue) -> None:
    """Nobody is asked for the municipality only to be told nothing."""
    offered = {o.service for n in content.needs.values() for row in n.routes for o in row.offers}
    offered |= {name for faq in content.faqs.values() for name in faq.services}
    missing = [
        (kind, home)
        for kind in offered & content.local_kinds
        for home in content.municipalities
        if content.service(kind, home) is None
    ]
    assert missing == []


def test_facts_have_a_source(service: Service) -> None:
    """Every fact can be traced."""
    assert service.provenance.source


def test_two_municipalities_share_no_form(content: Catalogue) -> None:
    """A word that names two homes names none."""
    owners = defaultdict(set)
    for area in (*content.municipalities.values(), *content.neighbours.values()):
        villages = [v for v in area.villages if not v.common]
        names = [area.name, *(v.name for v in villages)]
        forms = {text.lower() for name in names for text in (name.fi, name.sv)}
        for form in forms | set(area.postal_codes):
            owners[form].add(area.id)
    assert {form: ids for form, ids in owners.items() if len(ids) > 1} == {}


def test_codes_of_the_seven_municipalities(content: Catalogue) -> None:
    """Statistics Finland's codes."""
    codes = {area.id: area.code for area in content.municipalities.values()}
    assert codes == {
        "askola": "018", "lapinjarvi": "407", "loviisa": "434", "myrskyla": "504",
        "porvoo": "638", "pukkila": "616", "sipoo": "753",
    }  # fmt: skip


def test_emergencies_name_112(emergency: Emergency) -> None:
    """In both languages, whatever the number of the card."""
    assert "112" in emergency.words.fi
    assert "112" in emergency.words.sv


def test_emergencies_give_their_number(emergency: Emergency) -> None:
    """The words hold the number of the card, and nothing else that must be filled in."""
    found = {placeholders(emergency.words.fi), placeholders(emergency.words.sv)}
    assert found <= {frozenset(), frozenset({"number"})}


def test_emergencies_have_a_number_at_any_hour(emergency: Emergency) -> None:
    """In each language, one that never closes."""
    for language in LANGUAGES:
        assert any(
            language in contact.languages and (contact.hours is None or contact.hours.always)
            for contact in emergency.contacts
        )


def test_life_in_danger_begins_with_112(emergency: Emergency) -> None:
    """Where life is in danger the first number is 112."""
    assert emergency.level != "life" or emergency.contacts[0].number == "112"


def test_emergencies_have_rules_and_descriptions(emergency: Emergency) -> None:
    """At least 40 descriptions and 20 harmless neighbours in each language."""
    for language in LANGUAGES:
        assert emergency.rules.get(language)
        assert len(emergency.descriptions.get(language, ())) >= 40
        assert len(emergency.harmless.get(language, ())) >= 20


def test_emergency_rules_are_patterns(emergency: Emergency) -> None:
    """A rule that cannot be read would stop the bot."""
    for rule in chain.from_iterable(emergency.rules.values()):
        assert Pattern.parse(rule).slots


def test_emergencies_have_an_order_of_their_own(content: Catalogue) -> None:
    """Which card wins is never left to the file names."""
    orders = [emergency.order for emergency in content.emergencies.values()]
    assert sorted(set(orders)) == sorted(orders)


def placeholders(text: str) -> frozenset[str]:
    """What a text leaves room for."""
    return frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name)


def test_a_message_leaves_room_for_the_same_facts(message: Text) -> None:
    """In both languages."""
    assert placeholders(message.fi) == placeholders(message.sv)


def test_a_message_has_no_blank_lines(message: Text) -> None:
    """Rasa cuts a text at blank lines."""
    assert "\n\n" not in message.fi + message.sv


@pytest.mark.parametrize("key", [*MESSAGES, *HOURS])
def test_messages_that_code_asks_for(content: Catalogue, key: str) -> None:
    """They exist, and are given every fact they leave room for."""
    given = set(MESSAGES.get(key, ("day", "time") if key == "hours.at" else ()))
    given |= {"name", "need"} if key.startswith("question.") else set()
    assert placeholders(content.messages[key].fi) <= given


def test_small_talk_has_a_message_for_every_intent(content: Catalogue) -> None:
    """The action tells the message that bears the intent's name."""
    told = {key.partition(".")[2] for key in content.messages if key.startswith("small_talk.")}
    rules = _text("data/stories/small_talk.yml")
    assert set(re.findall(r"- intent: (\w+)", rules)) <= told


def _text(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def test_the_menu_leads_somewhere(content: Catalogue) -> None:
    """Every button of the menu is a topic."""
    assert [t for t in content.menu if t not in content.needs and t not in content.faqs] == []
