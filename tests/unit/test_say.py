"""Every decision becomes words, buttons and a card, in either language."""

from dataclasses import replace
from datetime import datetime

import pytest

from bot.catalogue import Catalogue, EmergencyContact, Language, Offer
from bot.navigation.decision import (
    Answer,
    AskEmergency,
    AskFact,
    AskTopic,
    Decision,
    Guidance,
    HandOff,
    OutOfArea,
    ShowEmergency,
    Tell,
)
from bot.saying.reply import Reply, payload
from bot.saying.say import say
from tests.factories import (
    ADVICE,
    CHAT,
    CHEST_PAIN,
    COUGH,
    FEES,
    HELPLINE,
    HELSINKI_CITY,
    HIDDEN,
    OMAOLO,
    STATION_SIPOO,
    TEETH,
    TUESDAY_NIGHT,
    TUESDAY_NOON,
    catalogue,
    emergency,
    faq,
    helsinki,
    need,
    phone,
    provenance,
    route,
    service,
    text,
)
from tests.replies import faults

LINES = Guidance(
    need=COUGH,
    route=COUGH.routes[0],
    services=(
        (OMAOLO, Offer(service="omaolo", why=text("why"))),
        (CHAT, Offer(service="hyva_digi")),
    ),
    municipality="sipoo",
)
DECISIONS: dict[str, Decision] = {
    "emergency": ShowEmergency(emergency=CHEST_PAIN),
    "guidance": LINES,
    "guidance without a home": replace(LINES, municipality=None, left_out="health_station"),
    "guidance with others": replace(LINES, others=("teeth",)),
    "answer": Answer(faq=FEES, services=(ADVICE,)),
    "municipality": AskFact(fact="municipality", need=TEETH),
    "who again": AskFact(fact="who", need=TEETH, again=True),
    "is it an emergency": AskEmergency(emergency=CHEST_PAIN),
    "which topic": AskTopic(topics=("cough", "fees")),
    "out of area": OutOfArea(neighbour=HELSINKI_CITY),
    "waiting": HandOff(state="waiting", queue="county", place=2, wait_minutes=5),
    "unavailable": HandOff(
        state="unavailable", queue="county", opens=helsinki(2026, 11, 25, 8), services=(HELPLINE,)
    ),
    "notice": Tell(key="notice.rephrase", menu=True, person=True),
}


def told(
    decision: Decision,
    language: Language = "fi",
    now: datetime = TUESDAY_NOON,
    content: Catalogue | None = None,
) -> Reply:
    """A reply in the small county."""
    return say(decision, language, now, content or catalogue())


def guidance(*services: str, content: Catalogue, **rest: object) -> Guidance:
    """A guidance to services by id."""
    row = route(*services)
    found = tuple((content.services[name], Offer(service=name)) for name in services)
    return Guidance(need=need("n", row), route=row, services=found, **rest)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", ["fi", "sv"])
@pytest.mark.parametrize("decision", DECISIONS.values(), ids=DECISIONS)
def test_every_reply_keeps_the_contract(decision: Decision, language: Language) -> None:
    """The card fits its schema; the text has single line breaks and no more than 900 characters."""
    assert faults(told(decision, language)) == []


@pytest.mark.parametrize("decision", DECISIONS.values(), ids=DECISIONS)
def test_the_card_names_the_language(decision: Decision) -> None:
    """The bubble reads the card aloud in the language it is in."""
    assert told(decision, "sv").card["language"] == "sv"


@pytest.mark.parametrize("decision", DECISIONS.values(), ids=DECISIONS)
def test_no_finnish_in_swedish(decision: Decision) -> None:
    """Every sentence of a Swedish reply is Swedish; the factories mark theirs."""
    first, *_ = told(decision, "sv").text.split()
    assert first.startswith(("sv:", "•")) or "sv:" in first


def test_an_answer_tells_what_the_operator_decides() -> None:
    """A placeholder is filled from the settings."""
    kept = faq("kept", answer=text("{retention_days} days"))
    content = catalogue(kept, figures={"retention_days": "14"})
    assert told(Answer(faq=kept, services=()), "sv", content=content).text == "sv:14 days"


def test_an_emergency_has_its_number_in_text_and_card() -> None:
    """Whoever cannot see the card reads the number."""
    reply = told(DECISIONS["emergency"])
    assert ("Soita 112" in reply.text, reply.card["number"]) == (True, "112")


def test_an_emergency_by_night() -> None:
    """The number is the one that answers in this language at this hour; the others follow."""
    crisis = emergency(
        "crisis",
        EmergencyContact(number="09 111", name=text("day"), hours=STATION_SIPOO.contacts[0].hours),
        EmergencyContact(number="09 222", name=text("night"), languages=("fi",)),
        EmergencyContact(number="112"),
    )
    numbers = {
        (language, hour): told(ShowEmergency(emergency=crisis), language, now).card["number"]
        for language in ("fi", "sv")
        for hour, now in (("noon", TUESDAY_NOON), ("night", TUESDAY_NIGHT))
    }
    assert numbers == {
        ("fi", "noon"): "09 111",
        ("fi", "night"): "09 222",
        ("sv", "noon"): "09 111",
        ("sv", "night"): "112",
    }


def test_an_emergency_offers_a_person() -> None:
    """One tap to a human, in every state."""
    assert [b.payload for b in told(DECISIONS["emergency"]).buttons] == ["/human"]


def test_guidance_names_the_assessment() -> None:
    """Omaolo's page lists many; the resident learns which one to choose."""
    assert "guidance.assessment Yskä" in told(LINES).text


def test_an_uncertain_assessment_is_not_named() -> None:
    """A name of low confidence is kept back; the door stays."""
    row = replace(COUGH.routes[0], assessment="corona")
    assert "guidance.assessment" not in told(replace(LINES, route=row)).text


def test_guidance_says_why() -> None:
    """The row's reason stands with a service, else what the service is."""
    body = told(LINES).text
    assert ("omaolo why" in body, "hyva_digi about hyva_digi" in body) == (True, True)


def test_guidance_closes_with_the_alert() -> None:
    """When to call instead comes after the services."""
    row = replace(COUGH.routes[0], alert=text("alert"))
    assert told(replace(LINES, route=row)).text.endswith("alert")


def test_guidance_closes_with_the_reminder() -> None:
    """An emergency that was mentioned leaves one line on 112."""
    assert told(replace(LINES, reminder=True)).text.endswith("guidance.reminder")


def test_an_answer_closes_with_the_reminder() -> None:
    """The same for an FAQ."""
    assert told(Answer(faq=FEES, services=(), reminder=True)).text.endswith("guidance.reminder")


@pytest.mark.parametrize("decision", [LINES, Answer(faq=FEES, services=())], ids=["need", "faq"])
def test_what_may_be_meant_instead_is_a_button(decision: Guidance | Answer) -> None:
    """Before the button for a person, with a line that says what the buttons are."""
    offered = say(replace(decision, others=("teeth",)), "fi", TUESDAY_NOON, catalogue())
    plain = say(decision, "fi", TUESDAY_NOON, catalogue())
    assert [button.payload for button in offered.buttons] == ["/need_teeth", "/human"]
    assert offered.text.startswith(plain.text)
    assert offered.text.count("\n") == plain.text.count("\n") + 1


def test_guidance_without_services() -> None:
    """A row whose services do not hold today still says its sentence."""
    reply = told(replace(LINES, services=()))
    assert (reply.card["service"], reply.card["services"], faults(reply)) == (None, [], [])


@pytest.mark.parametrize(
    ("needs", "payloads"),
    [(("which_station",), ["/need_which_station", "/human"]), ((), ["/human"])],
)
def test_the_own_station_is_a_tap_away(needs: tuple[str, ...], payloads: list[str]) -> None:
    """Where the station was left out, a button asks for it, if there is such a need."""
    content = catalogue(*(need(name) for name in needs))
    reply = told(DECISIONS["guidance without a home"], content=content)
    assert [button.payload for button in reply.buttons] == payloads


def test_unsure_facts_are_kept_back() -> None:
    """A number of low confidence is in neither text nor card."""
    content = catalogue()
    reply = told(guidance("hidden", content=content))
    assert "09 000 000" not in f"{reply.text}{reply.card}"


def test_the_advice_line_stands_in() -> None:
    """Where a service has no sure contact, its name stays and the county's advice line answers."""
    content = catalogue()
    reply = told(guidance("hidden", content=content))
    assert "hidden about hidden guidance.ask_advice 019 5600 111" in reply.text
    assert reply.card["services"][0]["contacts"][0]["value"] == "019 5600 111"


def test_the_advice_line_does_not_stand_in_for_itself() -> None:
    """Without a sure contact of its own there is nothing to say."""
    unsure = replace(ADVICE, contacts=(phone("019 5600 111", confidence="low"),))
    content = catalogue(services={"general_advice": unsure})
    assert "019" not in told(guidance("general_advice", content=content)).text


def test_contacts_of_the_other_language_are_left_out() -> None:
    """A Swedish-speaking line is of no use to who writes Finnish."""
    both = service("line", phone("09 1", languages=("sv",)), phone("09 2"))
    content = catalogue(both)
    reply = told(guidance("line", content=content))
    assert [c["value"] for c in reply.card["services"][0]["contacts"]] == ["09 2"]


def order_at(now: datetime) -> list[str]:
    """The contacts of the advice line as the card gives them."""
    content = catalogue()
    card = told(guidance("general_advice", content=content), now=now).card
    return [contact["value"] for contact in card["services"][0]["contacts"]]


def test_hours_order_the_contacts() -> None:
    """What answers now comes first; what is closed comes last."""
    assert order_at(TUESDAY_NOON) == ["019 5600 111", "https://county.example/"]
    assert order_at(TUESDAY_NIGHT) == ["https://county.example/", "019 5600 111"]


@pytest.mark.parametrize("now", [TUESDAY_NOON, TUESDAY_NIGHT], ids=["noon", "night"])
def test_hours_never_remove_a_contact(now: datetime) -> None:
    """The daytime number stays in the text by night, also when there is little room."""
    contacts = [phone("019 5600 111", hours=STATION_SIPOO.contacts[0].hours)]
    contacts += [
        phone(f"09 {number}" * 12, hours=HELPLINE.contacts[0].hours) for number in range(3)
    ]
    content = catalogue(*(service(name, *contacts) for name in ("a", "b", "c")))
    reply = told(guidance("a", "b", "c", content=content), now=now)
    assert (reply.text.count("019 5600 111"), faults(reply)) == (3, [])


def test_contacts_give_way_to_words() -> None:
    """Where room runs short the text keeps the first contact of each service."""
    contacts = [phone(f"09 {number} " + "1" * 100) for number in range(3)]
    content = catalogue(*(service(name, *contacts) for name in ("a", "b", "c")))
    reply = told(guidance("a", "b", "c", content=content))
    assert (reply.text.count("09 0"), reply.text.count("09 2"), faults(reply)) == (3, 0, [])


def test_hours_and_note_stand_with_a_number() -> None:
    """When it answers, and what happens then."""
    line = service("line", phone("09 1", hours=HELPLINE.contacts[0].hours, note=text("note")))
    content = catalogue(line)
    assert "09 1 (ympäri vuorokauden; note)" in told(guidance("line", content=content)).text


def test_a_place_has_its_name() -> None:
    """An address without a name says nothing."""
    place = replace(phone("Katu 1"), kind="place", label=text("Nikkilä"))
    content = catalogue(service("house", place))
    assert "Nikkilä: Katu 1" in told(guidance("house", content=content)).text


def test_each_source_once() -> None:
    """Sources that several facts share are listed once; those that are no pages, not at all."""
    same = provenance("https://one.example/")
    twice = [service(name, provenance=same) for name in ("a", "b")]
    memory = service("c", provenance=replace(same, source=("memory",)))
    content = catalogue(*twice, memory)
    card = told(guidance("a", "b", "c", content=content)).card
    urls = [source["url"] for source in card["sources"]]
    assert urls == ["https://county.example/n", "https://one.example/"]


def test_the_municipalities_are_buttons() -> None:
    """One tap answers the question."""
    reply = told(DECISIONS["municipality"], "sv")
    assert [(b.title, b.payload) for b in reply.buttons] == [
        ("Sibbo", '/inform{"municipality": "sipoo"}'),
        ("Borgå", '/inform{"municipality": "porvoo"}'),
    ]


def test_whom_it_concerns_are_buttons() -> None:
    """Myself, a child, somebody close."""
    payloads = [button.payload for button in told(DECISIONS["who again"]).buttons]
    assert payloads == [f'/inform{{"who": "{who}"}}' for who in ("self", "child", "other")]


def test_a_question_asked_again_is_worded_otherwise() -> None:
    """The resident sees that the answer was not understood."""
    assert told(DECISIONS["who again"]).text == "question.who_again Teeth"


def test_the_question_about_an_emergency() -> None:
    """Yes and no are buttons that say what they mean."""
    reply = told(DECISIONS["is it an emergency"])
    assert [button.payload for button in reply.buttons] == ["/affirm", "/deny"]


def test_the_choice_of_topics_can_be_declined() -> None:
    """None of these is a choice too."""
    reply = told(DECISIONS["which topic"])
    assert [b.payload for b in reply.buttons] == ["/need_cough", "/faq_fees", "/deny"]


def test_out_of_area_names_who_serves() -> None:
    """The neighbour, its county and the address."""
    for part in ("Helsinki", "Helsingin kaupunki", "https://hel.example/"):
        assert part in told(DECISIONS["out of area"]).text


def test_the_truth_about_the_queue() -> None:
    """Place and wait where they are known."""
    body = told(DECISIONS["waiting"]).text.split("\n")
    assert body == ["handoff.waiting", "handoff.place 2", "handoff.wait 5"]


def test_nobody_can_come() -> None:
    """When the queue opens, and who answers meanwhile."""
    body = told(DECISIONS["unavailable"]).text.split("\n")
    assert body[:3] == ["handoff.closed", "handoff.opens huomenna klo 8.00", "handoff.other_ways"]
    assert "116 117" in body[3]


def test_a_long_handoff_keeps_to_its_room() -> None:
    """Three services with many contacts still fit."""
    contacts = [phone(f"09 {number} " + "1" * 90) for number in range(3)]
    ways = tuple(service(name, *contacts) for name in ("a", "b", "c"))
    assert faults(told(HandOff(state="unavailable", queue="county", services=ways))) == []


def test_a_notice_offers_the_menu_and_a_person() -> None:
    """The frequent topics first, a human last."""
    payloads = [button.payload for button in told(DECISIONS["notice"]).buttons]
    assert payloads == ["/need_cough", "/faq_fees", "/human"]


def test_payloads() -> None:
    """Rasa's own form, with letters as they are."""
    assert payload("inform", municipality="sipoo") == '/inform{"municipality": "sipoo"}'
    assert payload("human") == "/human"


def test_lines_are_single() -> None:
    """Rasa cuts a text at blank lines."""
    lines = [line for decision in DECISIONS.values() for line in told(decision).text.split("\n")]
    assert all(line.strip() for line in lines)


def test_hidden_services_keep_their_name() -> None:
    """The service itself is never hidden."""
    content = catalogue()
    assert told(guidance(HIDDEN.id, content=content)).card["services"][0]["name"] == "hidden"
