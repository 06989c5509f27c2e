"""The life of a conversation."""

import httpx
import pytest

from chat.conversations.models import Conversation, Owner
from tests.integration.fake_rasa import FakeRasa, item
from tests.integration.resident import Resident, cards, eventually

YES_NO = [{"title": "Kyllä", "payload": "/affirm"}, {"title": "Ei", "payload": "/deny"}]


def test_the_first_line_says_it_is_a_bot(resident: Resident, svensk: Resident) -> None:
    """A conversation begins with the bot's greeting, in the language of the page."""
    [finnish], [swedish] = resident.sees(), svensk.sees()
    assert finnish["author"] == swedish["author"] == "bot"
    assert (finnish["lang"], swedish["lang"]) == ("fi", "sv")
    assert "botti" in finnish["text"]
    assert "en bot" in swedish["text"]
    assert finnish["card"]["card"] == "notice"


def test_a_code_can_be_read_aloud(resident: Resident) -> None:
    """Eight characters, none of which is mistaken for another."""
    assert len(resident.code) == 8
    assert not set(resident.code) & set("01OILa")


def test_what_is_written_is_answered(resident: Resident, rasa: FakeRasa) -> None:
    """Rasa gets the words, a name of its own for the conversation, and the page's language."""
    rasa.answer = item("Soita omalle terveysasemalle.", "guidance", need="back_pain")
    [answer] = resident.answer_to("selkä kipeä")
    assert answer["text"] == "Soita omalle terveysasemalle."
    assert answer["card"]["need"] == "back_pain"
    [heard] = rasa.heard
    assert heard["path"] == "/webhooks/rest/webhook"
    assert heard["message"] == "selkä kipeä"
    assert heard["metadata"] == {"language": "fi", "page": "/palvelut"}
    assert heard["sender"] != resident.id


def test_items_become_answers_by_their_cards(resident: Resident, rasa: FakeRasa) -> None:
    """One answer is what comes up to and including a card."""
    rasa.answer = [{"text": "Ensin."}, *item("Sitten."), *item("Lopuksi.", "question", asks="who")]
    seq = resident.say("apua")
    first, second = resident.waits_for(lambda messages: len(messages) == 2, after=seq)
    assert first["text"] == "Ensin.\nSitten."
    assert second["card"]["asks"] == "who"


def test_a_button_sends_its_payload_and_shows_its_title(resident: Resident, rasa: FakeRasa) -> None:
    """The browser knows the titles only; chat keeps the payloads."""
    rasa.answer = item("Onko hätä?", "question", asks="emergency", buttons=YES_NO)
    [question] = resident.answer_to("huimaa")
    assert question["buttons"] == ["Kyllä", "Ei"]
    rasa.answer = item()
    pressed = resident.press(question["seq"], 1).json()["seq"]
    resident.waits_for(lambda messages: len(messages) == 2, after=pressed - 1)
    assert rasa.said == ["huimaa", "/deny"]
    assert resident.sees(pressed - 1)[0]["text"] == "Ei"


def test_the_language_follows_the_bot(resident: Resident, rasa: FakeRasa) -> None:
    """When the bot changes the language, chat speaks it too."""
    rasa.answer = item("På svenska.", language="sv")
    resident.answer_to("på svenska")
    rasa.answer = []
    [away] = resident.answer_to("ryggen gör ont")
    assert away["lang"] == "sv"
    assert resident.get("messages").json()["language"] == "sv"


def test_one_call_at_a_time(resident: Resident, rasa: FakeRasa) -> None:
    """Messages written in a hurry are answered one by one, in order."""
    rasa.delay = 0.1
    for number in range(4):
        resident.say(f"viesti {number}")
    resident.waits_for(lambda messages: cards(messages).count("notice") == 5)
    assert rasa.said == [f"viesti {number}" for number in range(4)]
    assert rasa.most_at_once == 1


def test_seq_has_no_gaps(resident: Resident, rasa: FakeRasa) -> None:
    """Whoever writes, the numbers go up by one."""
    for word in ("yksi", "kaksi", "kolme"):
        resident.answer_to(word)
    assert [message["seq"] for message in resident.sees()] == [1, 2, 3, 4, 5, 6, 7]


def test_one_client_id_is_one_message(resident: Resident, rasa: FakeRasa) -> None:
    """A message sent again because the network was slow is there once and answered once."""
    body = {"client_id": "c1", "text": "kuume"}
    first, second = resident.send(body), resident.send(body)
    assert first.status_code == second.status_code == 202
    assert first.json() == second.json()
    resident.waits_for(lambda messages: len(messages) == 3)
    assert rasa.said == ["kuume"]
    assert resident.sees()[1]["client_id"] == "c1"


def test_a_conversation_ends_and_goes_on(resident: Resident, rasa: FakeRasa) -> None:
    """After leaving nothing is taken in, until the resident asks for the bot again."""
    assert resident.post("leave").json() == {"owner": "ended"}
    refused = resident.send({"client_id": "c1", "text": "vielä yksi asia"})
    assert refused.status_code == 409
    assert refused.json()["error"]["code"] == "conversation_ended"
    assert resident.post("bot").json() == {"owner": "bot"}
    assert resident.answer_to("vielä yksi asia")


@pytest.mark.parametrize("owner", [Owner.QUEUE, Owner.PROFESSIONAL])
def test_people_do_not_share_with_rasa(resident: Resident, rasa: FakeRasa, owner: Owner) -> None:
    """What is written while people own the conversation never reaches Rasa, not even later."""
    Conversation.objects.filter(id=resident.id).update(owner=owner)
    resident.say("tämä on ammattilaiselle")
    resident.post("bot")
    resident.answer_to("tämä on botille")
    assert rasa.said == ["tämä on botille"]


@pytest.mark.parametrize(("owner", "told"), [(Owner.QUEUE, 1), (Owner.PROFESSIONAL, 0)])
def test_an_answer_on_its_way_stops_at_a_professional(
    resident: Resident, rasa: FakeRasa, owner: Owner, told: int
) -> None:
    """An answer that was asked for is given, unless a professional has taken meanwhile."""
    rasa.delay = 0.3
    seq = resident.say("kuume")
    eventually(lambda: rasa.heard)
    Conversation.objects.filter(id=resident.id).update(owner=owner)
    eventually(lambda: Conversation.objects.get(id=resident.id).busy_until is None)
    assert len(resident.sees(seq)) == told


def test_feedback_is_kept_once(resident: Resident) -> None:
    """The latest rating counts."""
    assert resident.post("feedback", {"rating": 2}).status_code == 204
    assert resident.post("feedback", {"rating": 5, "words": "hyvä"}).status_code == 204
    kept = Conversation.objects.get(id=resident.id).feedback
    assert (kept.rating, kept.words) == (5, "hyvä")


def test_a_transcript_is_text_in_the_residents_language(svensk: Resident, rasa: FakeRasa) -> None:
    """Who said what, to keep."""
    rasa.answer = item("Ring 116 117.", "guidance", language="sv")
    svensk.answer_to("jag har feber")
    saved = svensk.get("transcript")
    assert saved.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert svensk.code in saved.headers["Content-Disposition"]
    lines = saved.text.splitlines()
    assert svensk.code in lines[0]
    assert lines[lines.index("jag har feber") - 1].endswith(" Du")
    assert lines[lines.index("Ring 116 117.") - 1].endswith(" Vägvisaren (bot)")


def test_residents_get_no_cookies(resident: Resident, http: httpx.Client) -> None:
    """Not one, from any address."""
    resident.answer_to("hei")
    for path in ("/", "/sv", "/health", resident.path):
        assert "Set-Cookie" not in http.get(path).headers
    assert not http.cookies
