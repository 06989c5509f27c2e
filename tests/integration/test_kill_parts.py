"""Rasa or the action server dies, or all at once: nobody stays stuck, and nothing leaks into Rasa.

The whole product runs once; each test leaves it well.
"""

from collections.abc import Callable, Iterator
from typing import Any, Final

import httpx
import pytest

from tests.integration.desk import TUESDAY_NOON, Desk
from tests.integration.resident import Resident, cards, eventually
from tests.product import Product, product

pytestmark = [pytest.mark.model, pytest.mark.product]

PATIENCE: Final = 20
NEED: Final = {"fi": "hammasta särkee", "sv": "jag har tandvärk"}
PERSON: Final = {"fi": "Puhu ihmisen kanssa", "sv": "Prata med en människa"}
FOR_THE_BOT: Final = "sanabotille"
FOR_PEOPLE: Final = "sanaihmisille"


@pytest.fixture(scope="module")
def whole() -> Iterator[Product]:
    """Rasa with its tracker store, the action server and chat, each a process of its own."""
    with product(OPASTIN_NOW=TUESDAY_NOON) as started:
        yield started


@pytest.fixture
def resident(whole: Product) -> Iterator[Callable[[str], Resident]]:
    """Makes residents, who leave at the end."""
    with httpx.Client(base_url=whole.addresses["chat"], timeout=10, trust_env=False) as client:
        made: list[Resident] = []

        def make(language: str = "fi") -> Resident:
            made.append(Resident(client, language))
            return made[-1]

        yield make
        for one in made:
            one.post("leave")


@pytest.fixture
def desk(whole: Product) -> Iterator[Desk]:
    """A demo professional."""
    found = Desk(whole.addresses["chat"], "demo1", whole.password)
    yield found
    found.http.close()


def owner(resident: Resident) -> str:
    """Who owns the conversation, as the resident is told."""
    return str(resident.get("messages").json()["owner"])


def answer(resident: Resident, text: str) -> dict[str, Any]:
    """Write, and the last card of what is answered."""
    seq = resident.say(text)
    return dict(resident.waits_for(cards, after=seq, seconds=PATIENCE)[-1]["card"])


def wants_a_person(resident: Resident) -> None:
    """Press what the bubble always shows; when the bot is away, the button it leaves behind."""
    words = PERSON[resident.language]
    seq = resident.say(words)
    [told] = resident.waits_for(cards, after=seq, seconds=PATIENCE)
    if words in told["buttons"]:
        assert resident.press(told["seq"], told["buttons"].index(words)).is_success
    eventually(lambda: owner(resident) == "queue", PATIENCE)


def take(desk: Desk, resident: Resident) -> str:
    """Take a resident off the board; the number of the handoff."""
    before = desk.get().text.partition(f'<span class="vh"> {resident.code}</span>')[0]
    pk = before.rpartition('id="take-')[2].partition('"')[0]
    assert "HX-Redirect" in desk.post(f"chats/{pk}/take").headers
    return pk


def talk(desk: Desk, pk: str, resident: Resident, turn: int) -> None:
    """Both sides say something."""
    resident.say(f"{FOR_PEOPLE} {turn}")
    sent = desk.post(f"chats/{pk}/messages", text=f"vastaus {turn}", client_id=f"c{pk}-{turn}")
    assert sent.is_success


def assert_nothing_is_lost(desk: Desk, pk: str, resident: Resident, turns: int) -> None:
    """What both sides said stands with both, each once and in order."""
    said = resident.sees()
    assert [one["seq"] for one in said] == list(range(1, len(said) + 1))
    texts = [one["text"] for one in said]
    page = desk.get(f"chats/{pk}").text
    for turn in range(turns):
        for text in (f"{FOR_PEOPLE} {turn}", f"vastaus {turn}"):
            assert texts.count(text) == 1
            assert page.count(text) == 1


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_actions_die(
    whole: Product, resident: Callable[[str], Resident], desk: Desk, language: str
) -> None:
    """The resident is told, reaches a person all the same, and the bot goes on afterwards."""
    asking = resident(language)
    assert answer(asking, NEED[language])["asks"] == "municipality"
    whole.kill("actions")
    assert answer(asking, "Porvoo")["card"] == "notice"
    wants_a_person(asking)
    pk = take(desk, asking)
    talk(desk, pk, asking, 0)
    whole.start("actions")
    talk(desk, pk, asking, 1)
    assert_nothing_is_lost(desk, pk, asking, 2)
    desk.post(f"chats/{pk}/close", outcome="to_bot")
    found = answer(asking, "Porvoo")
    assert (found["card"], found["municipality"]) == ("guidance", "porvoo")


def test_rasa_dies_and_then_the_machine(
    whole: Product, resident: Callable[[str], Resident], desk: Desk
) -> None:
    """Who waits, who is answered by a person and who was asked by the bot go on where they were."""
    asked, waiting, taken = resident("fi"), resident("sv"), resident("fi")
    question = answer(asked, NEED["fi"])
    assert answer(waiting, NEED["sv"])["asks"] == question["asks"] == "municipality"
    answer(taken, FOR_THE_BOT)
    wants_a_person(taken)
    pk = take(desk, taken)
    in_the_middle = asked.say("Porvoo")
    whole.kill("rasa")
    told = asked.waits_for(cards, after=in_the_middle, seconds=PATIENCE)
    assert len(told) == 1
    wants_a_person(waiting)
    talk(desk, pk, taken, 0)
    whole.kill("chat", "actions")
    whole.start("rasa", "actions", "chat")
    assert asked.sees(in_the_middle) == told
    assert owner(waiting) == "queue"
    assert owner(taken) == "professional"
    talk(desk, pk, taken, 1)
    assert_nothing_is_lost(desk, pk, taken, 2)
    found = answer(asked, "Porvoo")
    assert (found["card"], found["need"]) == ("guidance", question["need"])
    second = take(desk, waiting)
    talk(desk, second, waiting, 0)
    desk.post(f"chats/{second}/close", outcome="to_bot")
    assert answer(waiting, "Porvoo")["need"] == question["need"]
    desk.post(f"chats/{pk}/close", outcome="answered")
    assert owner(taken) == "ended"


def test_what_is_said_to_people_is_in_no_store_of_rasa(
    whole: Product, resident: Callable[[str], Resident], desk: Desk
) -> None:
    """Waiting, answered, noted and ended: its files and the log know none of it."""
    asking = resident("fi")
    answer(asking, f"{FOR_THE_BOT} {NEED['fi']}")
    wants_a_person(asking)
    asking.say(f"{FOR_PEOPLE} odotan")
    pk = take(desk, asking)
    talk(desk, pk, asking, 0)
    desk.post(f"chats/{pk}/notes", note=f"{FOR_PEOPLE} muistiin")
    desk.post(f"chats/{pk}/close", outcome="to_bot")
    answer(asking, FOR_THE_BOT)
    stores = [file.read_bytes() for file in whole.folder.glob("rasa.sqlite3*")]
    assert any(FOR_THE_BOT.encode() in store for store in stores)
    for kept in (*stores, whole.log.read_bytes()):
        assert FOR_PEOPLE.encode() not in kept
