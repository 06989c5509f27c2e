"""A person takes over: from the queue to the end, as residents and professionals see it."""

import threading
from collections.abc import Callable, Iterator
from datetime import date, timedelta

import httpx
import pytest
from django.conf import settings as django_settings
from django.utils import timezone
from pytest_django import Settings

from chat.conversations.models import Conversation
from chat.desk.models import AuditEntry, Handoff, Note, Presence, Professional
from chat.desk.sweep import do_chores
from tests.integration.content import DANGER, EMERGENCY, queues_end
from tests.integration.desk import (
    TUESDAY_NOON,
    Desk,
    asks_for_a_person,
    employ,
    hands_over,
    waiting_for,
)
from tests.integration.fake_rasa import FakeRasa
from tests.integration.resident import Resident, cards, eventually

Staff = Callable[..., Desk]


@pytest.fixture
def staff(
    server_url: str, transactional_db: None, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Staff]:
    """Makes professionals who have logged in, on a Tuesday at noon."""
    monkeypatch.setenv("OPASTIN_NOW", TUESDAY_NOON)
    settings.RASA_TIMEOUT = 5.0  # the bot asks chat back
    desks: list[Desk] = []

    def hired(username: str = "aino", **facts: object) -> Desk:
        employ(username, **facts)
        desks.append(Desk(server_url, username))
        return desks[-1]

    yield hired
    for desk in desks:
        desk.http.close()


def told(resident: Resident) -> str:
    """How things stand, as the resident reads it."""
    return str(resident.get("messages", after=0).json()["told"])


def owner(resident: Resident) -> str:
    """Who owns the conversation."""
    return Conversation.objects.get(id=resident.id).owner


def test_the_whole_way(staff: Staff, resident: Resident, rasa: FakeRasa) -> None:
    """Ask, wait, be taken, talk, and the end; nothing of it reaches Rasa."""
    desk = staff()
    handoff = asks_for_a_person(resident, rasa)
    eventually(lambda: "handoff" in cards(resident.sees()))
    card = resident.sees()[-1]["card"]
    assert (card["state"], card["queue"], card["place"]) == ("waiting", "sipoo", 1)
    assert "1" in told(resident)
    heard = len(rasa.said)
    resident.say("odotan kyllä")
    board = desk.get().text
    assert "Sipoo" in board
    assert f"take-{handoff.pk}" in board
    assert desk.take(handoff).headers["HX-Redirect"] == f"/desk/chats/{handoff.pk}"
    page = desk.get(f"chats/{handoff.pk}").text
    assert "haluan puhua ihmiselle" in page
    assert "odotan kyllä" in page
    assert "Aino" in told(resident)
    desk.write(handoff, "Hei, olen Aino.")
    resident.say("hei Aino")
    said = resident.sees()
    assert [(one["author"], one.get("name")) for one in said[-2:]] == [
        ("professional", "Aino"),
        ("resident", None),
    ]
    assert "hei Aino" in desk.get(f"chats/{handoff.pk}/log", after=said[-2]["seq"]).text
    desk.post(f"chats/{handoff.pk}/close", outcome="answered")
    assert owner(resident) == "ended"
    assert resident.post("feedback", {"rating": 5, "words": "kiitos"}).status_code == 204
    assert "Aino" in resident.get("transcript").text
    assert len(rasa.said) == heard
    done = list(AuditEntry.objects.values_list("action", flat=True))
    assert done == ["login", "take", "write", "close"]


def test_asking_twice_is_one_request(staff: Staff, resident: Resident, rasa: FakeRasa) -> None:
    """A retry of the action changes nothing."""
    staff()
    handoff = asks_for_a_person(resident, rasa)
    body = {"sender": rasa.heard[0]["sender"], "language": "fi", "card": {"municipality": "porvoo"}}
    headers = {"Authorization": f"Bearer {django_settings.OPASTIN.chat_token}"}
    again = resident.http.post("/internal/handoffs", json=body, headers=headers).json()
    assert (again["queue"], again["place"]) == ("sipoo", 1)
    assert Handoff.objects.get() == handoff


def test_two_take_at_once(staff: Staff, resident: Resident, rasa: FakeRasa) -> None:
    """One gets the resident, the other is told who."""
    desks = [staff("aino"), staff("bertta")]
    handoff = asks_for_a_person(resident, rasa)
    gate = threading.Barrier(2)
    answers: dict[str, str] = {}

    def take(desk: Desk) -> None:
        gate.wait()
        answer = desk.take(handoff)
        answers[desk.username] = "" if "HX-Redirect" in answer.headers else answer.text

    threads = [threading.Thread(target=take, args=[desk]) for desk in desks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    handoff.refresh_from_db()
    assert handoff.professional is not None
    winner = handoff.professional.account.username
    [loser] = {"aino", "bertta"} - {winner}
    assert answers[winner] == ""
    assert winner.title() in answers[loser]
    taken = [one["text"] for one in resident.sees() if one["author"] == "system"]
    assert len(taken) == 1
    assert AuditEntry.objects.filter(action="take").count() == 1


def test_no_more_than_the_limit(staff: Staff, http: httpx.Client, rasa: FakeRasa) -> None:
    """Who answers as many as they may is told so."""
    desk = staff(limit=1)
    residents = [Resident(http), Resident(http)]
    first, second = (asks_for_a_person(one, rasa) for one in residents)
    assert "HX-Redirect" in desk.take(first).headers
    assert "1" in desk.take(second).text
    second.refresh_from_db()
    assert second.professional is None


@pytest.mark.parametrize("queue", ["porvoo", "county"])
def test_transfer_to_another_queue(
    staff: Staff, resident: Resident, rasa: FakeRasa, queue: str
) -> None:
    """The resident is told and keeps the place; the note stays among professionals."""
    desk, colleague = staff("aino"), staff("bertta", queues=(queue,))
    handoff = asks_for_a_person(resident, rasa)
    asked = handoff.asked
    desk.take(handoff)
    answer = desk.post(f"chats/{handoff.pk}/transfer", to=f"queue:{queue}", note="SALAINEN huomio")
    assert answer.headers["HX-Redirect"] == "/desk/"
    handoff.refresh_from_db()
    assert (handoff.queue, handoff.professional, handoff.asked) == (queue, None, asked)
    assert owner(resident) == "queue"
    colleague.take(handoff)
    assert "SALAINEN" in colleague.get(f"chats/{handoff.pk}").text
    assert "SALAINEN" not in str(resident.sees()) + resident.get("transcript").text
    assert "jono" in resident.sees()[-2]["text"]


def test_transfer_to_a_person(staff: Staff, svensk: Resident, rasa: FakeRasa) -> None:
    """Only the queue's own and the one it is for see it; the resident reads the name."""
    desk, colleague = staff("aino"), staff("bertta", queues=("porvoo",))
    handoff = asks_for_a_person(svensk, rasa)
    desk.take(handoff)
    desk.post(f"chats/{handoff.pk}/transfer", to=f"person:{colleague.me.pk}", note="")
    assert "Bertta" in svensk.sees()[-1]["text"]
    assert svensk.sees()[-1]["lang"] == "sv"
    assert "HX-Redirect" in colleague.take(handoff).headers
    assert "Bertta svarar dig" in told(svensk)


def test_nobody_is_passed_on_to_what_is_over(
    staff: Staff, resident: Resident, rasa: FakeRasa
) -> None:
    """A queue past its last day is neither offered nor accepted."""
    desk = staff()
    handoff = asks_for_a_person(resident, rasa)
    desk.take(handoff)
    with queues_end(date(2026, 11, 23), "porvoo"):
        page = desk.get(f"chats/{handoff.pk}").text
        assert "queue:county" in page
        assert "queue:porvoo" not in page
        desk.post(f"chats/{handoff.pk}/transfer", to="queue:porvoo")
    assert owner(resident) == "professional"


def test_notes_name_colleagues(staff: Staff, resident: Resident, rasa: FakeRasa) -> None:
    """@name tells a colleague of the queue, who may then read along; others may not."""
    desk, named, other = staff("aino"), staff("bertta"), staff("cilla")
    handoff = asks_for_a_person(resident, rasa)
    desk.take(handoff)
    assert named.get(f"chats/{handoff.pk}").status_code == 404
    desk.post(f"chats/{handoff.pk}/notes", note="@Bertta tiedätkö tästä? SALAINEN")
    assert f"mention-{Note.objects.get().pk}" in named.get().text
    assert "mention-" not in other.get().text
    assert "SALAINEN" in named.get(f"chats/{handoff.pk}").text
    assert other.get(f"chats/{handoff.pk}").status_code == 404
    assert "SALAINEN" not in str(resident.sees())


def test_membership_is_access(staff: Staff, resident: Resident, rasa: FakeRasa) -> None:
    """Who is not in the queue sees nothing of it, and does nothing to it."""
    staff("aino")
    outsider = staff("bertta", queues=("porvoo",))
    handoff = asks_for_a_person(resident, rasa)
    assert f"take-{handoff.pk}" not in outsider.get().text
    for path in ("take", "messages", "notes", "transfer", "close", "typing"):
        body = {"text": "hei", "to": "queue:county", "outcome": "answered"}
        assert outsider.post(f"chats/{handoff.pk}/{path}", **body).status_code == 404
    assert outsider.get(f"chats/{handoff.pk}").status_code == 404


def test_only_who_holds_it_answers(staff: Staff, resident: Resident, rasa: FakeRasa) -> None:
    """A colleague of the same queue cannot write into it; a lead may pass it on."""
    desk, colleague, lead = staff("aino"), staff("bertta"), staff("cilla", role="lead")
    handoff = asks_for_a_person(resident, rasa)
    desk.take(handoff)
    colleague.write(handoff, "TUNKEILIJA")
    assert "TUNKEILIJA" not in str(resident.sees())
    assert colleague.post(f"chats/{handoff.pk}/close", outcome="answered").text.strip()
    assert owner(resident) == "professional"
    assert lead.get(f"chats/{handoff.pk}").status_code == 200
    lead.post(f"chats/{handoff.pk}/transfer", to="queue:county", note="")
    assert owner(resident) == "queue"


@pytest.mark.parametrize(("language", "link"), [("fi", "itauusimaa.fi"), ("sv", "ostranyland.fi")])
def test_continue_identified(
    staff: Staff, http: httpx.Client, rasa: FakeRasa, language: str, link: str
) -> None:
    """One click: the link in the resident's language, and the end with that outcome."""
    resident = Resident(http, language)
    desk = staff()
    handoff = asks_for_a_person(resident, rasa)
    desk.take(handoff)
    desk.post(f"chats/{handoff.pk}/close", outcome="identified")
    texts = [one["text"] for one in resident.sees()]
    assert link in texts[-2]
    assert owner(resident) == "ended"
    handoff.refresh_from_db()
    assert handoff.outcome == "identified"


def test_back_to_the_bot(staff: Staff, resident: Resident, rasa: FakeRasa) -> None:
    """From the desk or by the resident; what is written then is answered by the bot."""
    desk = staff()
    handoff = asks_for_a_person(resident, rasa)
    desk.take(handoff)
    desk.post(f"chats/{handoff.pk}/close", outcome="to_bot")
    rasa.reset()
    assert owner(resident) == "bot"
    assert resident.answer_to("kuume")
    asks_for_a_person(resident, rasa)
    assert resident.post("bot").json() == {"owner": "bot"}
    assert waiting_for(resident) is None
    assert Handoff.objects.latest("pk").outcome == "returned"


def test_who_leaves_is_off_the_board(staff: Staff, resident: Resident, rasa: FakeRasa) -> None:
    """Leaving while waiting makes room; erasing leaves a line in the audit and nothing else."""
    desk = staff()
    handoff = asks_for_a_person(resident, rasa)
    resident.post("leave")
    assert f"take-{handoff.pk}" not in desk.get().text
    assert "enää" in desk.take(handoff).text or desk.take(handoff).status_code == 404
    resident.erase()
    assert not Handoff.objects.exists()
    assert AuditEntry.objects.filter(action="erase", conversation=resident.id).exists()


def test_places_follow_each_other(staff: Staff, http: httpx.Client, rasa: FakeRasa) -> None:
    """Who asked first is first; an emergency goes before all."""
    desk = staff()
    residents = [Resident(http) for _ in range(3)]
    handoffs = [asks_for_a_person(one, rasa) for one in residents]
    assert "3" in told(residents[2])
    residents[2].say(DANGER["fi"])
    assert "1" in told(residents[2])
    assert "3" in told(residents[1])
    board = desk.get().text
    places = [board.index(f"take-{handoff.pk}") for handoff in handoffs]
    assert places[2] < places[0] < places[1]
    desk.take(handoffs[2])
    assert "2" in told(residents[1])


@pytest.mark.parametrize("taken", [False, True], ids=["waiting", "taken"])
def test_the_guard_keeps_running(
    staff: Staff, resident: Resident, rasa: FakeRasa, taken: bool
) -> None:
    """The number at once, whoever owns the conversation; the desk sees it."""
    desk = staff()
    handoff = asks_for_a_person(resident, rasa)
    if taken:
        desk.take(handoff)
    seq = resident.say(DANGER["fi"])
    [shown] = resident.sees(seq)
    assert (shown["card"]["card"], shown["card"]["emergency"]) == ("emergency", EMERGENCY)
    handoff.refresh_from_db()
    assert handoff.urgent
    assert 'class="badge emergency"' in desk.get().text


def test_the_guard_runs_after_the_end(staff: Staff, resident: Resident, rasa: FakeRasa) -> None:
    """Closed out, the resident still gets the number."""
    desk = staff()
    handoff = asks_for_a_person(resident, rasa)
    desk.take(handoff)
    desk.post(f"chats/{handoff.pk}/close", outcome="answered")
    seq = resident.say(DANGER["fi"])
    assert cards(resident.sees(seq)) == ["emergency"]


def test_signs_of_life(staff: Staff, resident: Resident, rasa: FakeRasa) -> None:
    """Typing, delivered, connected: both sides see it of the other."""
    desk = staff()
    handoff = asks_for_a_person(resident, rasa)
    desk.take(handoff)
    assert resident.post("typing").status_code == 204
    assert "kirjoittaa" in desk.get(f"chats/{handoff.pk}").text
    desk.post(f"chats/{handoff.pk}/typing")
    assert resident.get("messages").json()["typing"] is True
    resident.say("kirjoitin")
    desk.write(handoff, "hei")
    assert "odottaa toimitusta" in desk.get(f"chats/{handoff.pk}").text
    last = resident.sees()[-1]["seq"]
    resident.get("messages", after=last)
    page = desk.get(f"chats/{handoff.pk}").text
    assert "on toimitettu" in page
    assert "on yhteydessä" in page


def test_the_same_message_twice_is_one(staff: Staff, resident: Resident, rasa: FakeRasa) -> None:
    """A desk that tries again after its line broke doubles nothing."""
    desk = staff()
    handoff = asks_for_a_person(resident, rasa)
    desk.take(handoff)
    for _ in range(2):
        desk.write(handoff, "vain kerran", client_id="c1")
    assert [one["text"] for one in resident.sees()].count("vain kerran") == 1


def test_identity_codes_stay_out(staff: Staff, resident: Resident, rasa: FakeRasa) -> None:
    """Also what a professional writes is stored without them."""
    desk = staff()
    handoff = asks_for_a_person(resident, rasa)
    desk.take(handoff)
    desk.write(handoff, "tunnuksesi on 131052-308T")
    desk.post(f"chats/{handoff.pk}/notes", note="131052-308T")
    assert "131052-308T" not in str(resident.sees()) + Note.objects.get().text


def test_the_desk_hears_at_once(staff: Staff, resident: Resident, rasa: FakeRasa) -> None:
    """The stream tells what to draw anew: who waits, and what is said."""
    desk = staff()
    handoff = asks_for_a_person(resident, rasa)
    desk.take(handoff)
    events = desk.events(chat=handoff.pk)
    assert {next(events), next(events)} == {"board", "chat"}
    resident.say("hei")
    assert next(events) == "chat"
    events.close()
    desk.get(f"chats/{handoff.pk}")
    elsewhere = desk.events()
    assert next(elsewhere) == "board"
    resident.say("hei taas")
    assert next(elsewhere) == "board"
    elsewhere.close()


def test_strangers_see_nothing(staff: Staff, http: httpx.Client) -> None:
    """Without a login there is the login page alone."""
    staff()
    get = http.get
    for path in ("", "chats/1", "chats/1/log", "replies", "staff", "audit", "password"):
        assert get(f"/desk/{path}").headers["Location"].startswith("/desk/login")
    assert get("/desk/events").status_code == 403


def test_the_bot_offers_whom_there_is(staff: Staff, resident: Resident, rasa: FakeRasa) -> None:
    """Nobody online who speaks the language: the truth, and the bot goes on."""
    desk = staff(languages=("sv",))
    rasa.answer = hands_over(resident.http)
    [answer] = resident.answer_to("ihminen")
    assert answer["card"]["state"] == "unavailable"
    Professional.objects.update(speaks_fi=True)
    desk.post("presence", presence="away")
    [answer] = resident.answer_to("ihminen")
    assert answer["card"]["state"] == "unavailable"
    desk.post("presence", presence="online")
    Professional.objects.update(seen=timezone.now() - timedelta(minutes=5))
    [answer] = resident.answer_to("ihminen")
    assert answer["card"]["state"] == "unavailable"
    desk.post("presence", presence="online")
    assert resident.answer_to("ihminen")[0]["card"]["state"] == "waiting"


def test_logging_in_and_out_is_presence(staff: Staff) -> None:
    """Online with the login, away with the logout, without a click."""
    desk = staff()
    assert desk.me.presence == Presence.ONLINE
    desk.post("logout", htmx=False)
    assert desk.me.presence == Presence.AWAY


def test_nobody_takes(staff: Staff, resident: Resident, rasa: FakeRasa, settings: Settings) -> None:
    """After some minutes: other ways with numbers for the resident, an alarm for the desk, once."""
    desk = staff()
    handoff = asks_for_a_person(resident, rasa)
    eventually(lambda: "handoff" in cards(resident.sees()))
    before = resident.sees()[-1]["seq"]
    Handoff.objects.update(asked=timezone.now() - timedelta(seconds=settings.TAKE_WITHIN + 1))
    eventually(lambda: resident.sees(before))
    do_chores()
    [word] = resident.sees(before)
    assert word["card"]["services"]
    assert "112" in word["text"]
    assert owner(resident) == "queue"
    assert "badge alarm" in desk.get().text
    assert (
        AuditEntry.objects.filter(action="late", conversation=handoff.conversation_id).count() == 1
    )


def test_the_desk_goes_home(
    staff: Staff, resident: Resident, rasa: FakeRasa, settings: Settings
) -> None:
    """Who waits where nobody is any more gets other ways, and the bot back."""
    desk = staff()
    handoff = asks_for_a_person(resident, rasa)
    desk.post("logout", htmx=False)
    long_ago = timezone.now() - timedelta(seconds=settings.NOBODY_FOR + 1)
    Professional.objects.update(seen=long_ago, active=long_ago)
    Handoff.objects.update(asked=long_ago)
    eventually(lambda: owner(resident) == "bot")
    handoff.refresh_from_db()
    assert handoff.outcome == "nobody"
    assert resident.sees()[-1]["card"]["services"]


def test_a_professional_is_lost(
    staff: Staff, resident: Resident, rasa: FakeRasa, settings: Settings
) -> None:
    """Their residents wait again, at the place they had, and are told."""
    desk = staff()
    handoff = asks_for_a_person(resident, rasa)
    desk.take(handoff)
    staff("bertta")
    lost = timezone.now() - timedelta(seconds=settings.GONE_AFTER + 1)
    Professional.objects.filter(pk=desk.me.pk).update(seen=lost)
    eventually(lambda: owner(resident) == "queue")
    assert handoff.asked == Handoff.objects.get().asked
    assert "1" in told(resident)


def test_a_silent_resident(
    staff: Staff, resident: Resident, rasa: FakeRasa, settings: Settings
) -> None:
    """Asked once, and closed when nothing comes; a word ends the warning."""
    desk = staff()
    handoff = asks_for_a_person(resident, rasa)
    desk.take(handoff)
    desk.write(handoff, "auttoiko tämä?")
    silent = timezone.now() - timedelta(seconds=settings.WARN_AFTER + 1)

    def falls_silent() -> None:
        handoff.conversation.messages.update(created=silent)
        said = handoff.conversation.messages.filter(author="professional")
        said.update(created=silent + timedelta(seconds=0.5))

    falls_silent()
    eventually(lambda: Handoff.objects.get().warned)
    resident.say("olen täällä")
    assert Handoff.objects.get().warned is None
    falls_silent()
    eventually(lambda: Handoff.objects.get().warned)
    asked = timezone.now() - timedelta(seconds=settings.CLOSE_AFTER + 1)
    Handoff.objects.update(warned=asked)
    eventually(lambda: owner(resident) == "ended")
    assert Handoff.objects.get().outcome == "silent"


def test_who_waits_and_is_gone(
    staff: Staff, resident: Resident, rasa: FakeRasa, settings: Settings
) -> None:
    """Nobody calls out to an empty chair."""
    staff()
    handoff = asks_for_a_person(resident, rasa)
    gone = timezone.now() - timedelta(seconds=settings.LEFT_AFTER + 1)
    Conversation.objects.update(connected=gone)
    eventually(lambda: owner(resident) == "ended")
    handoff.refresh_from_db()
    assert handoff.outcome == "left"


def test_the_wait_is_measured(staff: Staff, http: httpx.Client, rasa: FakeRasa) -> None:
    """Of three who were taken after four minutes, the fourth is told about four."""
    desk = staff(limit=9)
    for _ in range(3):
        handoff = asks_for_a_person(Resident(http), rasa)
        Handoff.objects.filter(pk=handoff.pk).update(asked=timezone.now() - timedelta(seconds=230))
        desk.take(handoff)
    last = Resident(http)
    asks_for_a_person(last, rasa)
    assert "4" in told(last)
