"""The dialogue, state by state: where a message leads, and what is remembered."""

from dataclasses import replace
from typing import Any

import pytest

from bot.navigation.decision import (
    Answer,
    AskEmergency,
    AskFact,
    AskTopic,
    Decision,
    Guidance,
    OutOfArea,
    ShowEmergency,
    Tell,
)
from bot.navigation.navigate import navigate
from bot.navigation.situation import Situation, Understood
from tests.factories import (
    CHEST_PAIN,
    COUGH,
    FEVER,
    HELSINKI_CITY,
    TEETH,
    TUESDAY_NOON,
    catalogue,
)

STATES = {
    "new": Situation(),
    "guided": Situation(topic="cough"),
    "asked for the municipality": Situation(topic="teeth", asked="municipality"),
    "asked for whom": Situation(topic="fever", asked="who"),
    "asked for the topic": Situation(asked="topic"),
    "asked about an emergency": Situation(
        asked="emergency", suspected="chest_pain", held=("cough",)
    ),
    "lost": Situation(misses=5),
}


def tell(situation: Situation, **understood: Any) -> tuple[Situation, Decision]:
    """What follows from a message."""
    return navigate(situation, Understood(**understood), catalogue(), TUESDAY_NOON)


@pytest.fixture(params=list(STATES.values()), ids=list(STATES))
def state(request: pytest.FixtureRequest) -> Situation:
    """Every state a conversation can be in."""
    found: Situation = request.param
    return found


def test_an_emergency_comes_first(state: Situation) -> None:
    """Whatever was asked, and whatever else the message says."""
    after, decision = tell(
        state,
        guard="emergency",
        emergency="chest_pain",
        topics=("cough",),
        neighbour="helsinki",
        other_language=True,
        answer="no",
    )
    assert decision == ShowEmergency(emergency=CHEST_PAIN)
    assert after == state.settled()


def test_a_need_replaces_what_went_before(state: Situation) -> None:
    """A later need is the one that counts; no question stays open."""
    after, decision = tell(state, topics=("cough",), municipality="sipoo")
    assert isinstance(decision, Guidance)
    assert decision.need == COUGH
    assert after == Situation(topic="cough", municipality="sipoo")


def test_another_language_changes_nothing(state: Situation) -> None:
    """A message that cannot be read leaves the conversation as it was."""
    after, decision = tell(state, other_language=True)
    assert decision == Tell(key="notice.other_language")
    assert after == state


def test_a_question_about_a_missing_fact() -> None:
    """The need is kept while the municipality is asked for."""
    after, decision = tell(Situation(), topics=("teeth",))
    assert decision == AskFact(fact="municipality", need=TEETH)
    assert after == Situation(topic="teeth", asked="municipality")


def test_the_need_is_resumed_when_the_fact_comes() -> None:
    """The answer to the question leads on to guidance."""
    after, decision = tell(STATES["asked for the municipality"], municipality="porvoo")
    assert isinstance(decision, Guidance)
    assert decision.need == TEETH
    assert after == Situation(topic="teeth", municipality="porvoo")


def test_whom_it_concerns_is_resumed_too() -> None:
    """The row that was undecided fits now."""
    _, decision = tell(STATES["asked for whom"], who="child")
    assert isinstance(decision, Guidance)
    assert decision.route == FEVER.routes[0]


def test_facts_are_kept_for_later_needs() -> None:
    """Nobody is asked twice where they live."""
    after, _ = tell(Situation(), topics=("cough",), municipality="sipoo")
    _, decision = tell(after, topics=("teeth",))
    assert isinstance(decision, Guidance)


def test_a_fact_later_renews_the_guidance() -> None:
    """A resident who names the municipality after the guidance gets the station's number."""
    _, decision = tell(Situation(topic="cough"), municipality="sipoo")
    assert isinstance(decision, Guidance)
    assert "health_station_sipoo" in {service.id for service, _ in decision.services}


def test_a_fact_alone_asks_for_the_need() -> None:
    """A resident who only says where they live is asked what they need."""
    after, decision = tell(Situation(), municipality="sipoo")
    assert decision == Tell(key="notice.ask_need", menu=True)
    assert after == Situation(municipality="sipoo")


def test_a_question_is_answered() -> None:
    """An FAQ is told like a need."""
    after, decision = tell(Situation(), topics=("fees",))
    assert isinstance(decision, Answer)
    assert after == Situation(topic="fees")


@pytest.mark.parametrize(
    "understood", [{}, {"topics": ("cough",)}, {"municipality": "sipoo"}], ids=str
)
def test_a_neighbour(understood: dict[str, Any]) -> None:
    """A resident of another county is told who serves them, whatever else they say."""
    after, decision = tell(Situation(asked="municipality"), neighbour="helsinki", **understood)
    assert decision == OutOfArea(neighbour=HELSINKI_CITY)
    assert after.asked is None


def test_several_topics_are_a_choice() -> None:
    """Between close candidates the resident chooses."""
    after, decision = tell(Situation(misses=1), topics=("cough", "teeth"))
    assert decision == AskTopic(topics=("cough", "teeth"))
    assert after == Situation(asked="topic")


def test_others_are_offered_beside_the_guidance() -> None:
    """What may be meant instead comes with the answer; what holds no more today does not."""
    after, decision = tell(Situation(), topics=("fees",), others=("cough", "gone"))
    assert isinstance(decision, Answer)
    assert decision.others == ("cough",)
    assert after == Situation(topic="fees")


def test_others_wait_while_a_fact_is_asked() -> None:
    """The question comes first; with the answer to it the others are offered."""
    asked, question = tell(Situation(), topics=("teeth",), others=("cough",))
    after, decision = tell(asked, municipality="sipoo")
    assert isinstance(question, AskFact)
    assert isinstance(decision, Guidance)
    assert decision.others == ("cough",)
    assert after.held == ()


def test_a_topic_is_not_offered_beside_itself() -> None:
    """A place written in answer to the question about an emergency goes on with the topic."""
    asked, _ = tell(
        Situation(topic="cough"), topics=("cough",), guard="unsure", emergency="chest_pain"
    )
    _, decision = tell(asked, municipality="sipoo")
    assert isinstance(decision, Guidance)
    assert decision.others == ()


def test_three_choices_at_most() -> None:
    """A longer list is no help."""
    _, decision = tell(Situation(), topics=("cough", "teeth", "fever", "fees"))
    assert decision == AskTopic(topics=("cough", "teeth", "fever"))


def test_not_understood_once() -> None:
    """First the resident is asked to say it otherwise."""
    after, decision = tell(Situation())
    assert decision == Tell(key="notice.rephrase", menu=True, person=True)
    assert after.misses == 1


def test_not_understood_again() -> None:
    """Then a person is offered, and stays offered."""
    twice, decision = tell(Situation(misses=1))
    _, later = tell(twice)
    assert decision == later == Tell(key="notice.offer_person", person=True)


@pytest.mark.parametrize("name", ["asked for the municipality", "asked for whom"])
def test_an_open_question_is_asked_again(name: str) -> None:
    """An answer that is not understood repeats the question, twice at most."""
    state = STATES[name]
    once, first = tell(state)
    twice, second = tell(once)
    _, third = tell(twice)
    assert state.topic is not None
    need = catalogue().needs[state.topic]
    assert first == second == AskFact(fact=state.asked, need=need, again=True)  # type: ignore[arg-type]
    assert third == Tell(key="notice.offer_person", person=True)


def test_an_unclear_answer_to_a_question() -> None:
    """Weak candidates do not replace the need that waits for the municipality."""
    state = STATES["asked for the municipality"]
    _, decision = tell(state, topics=("cough", "fees"))
    assert decision == AskFact(fact="municipality", need=TEETH, again=True)


def test_an_answer_among_many_words() -> None:
    """The municipality is heard, whatever else the sentence may have meant."""
    state = STATES["asked for the municipality"]
    _, decision = tell(state, topics=("cough", "fees"), municipality="sipoo")
    assert isinstance(decision, Guidance)
    assert decision.need == TEETH


def test_none_of_the_choices() -> None:
    """A no to the choices asks to say it otherwise."""
    _, decision = tell(STATES["asked for the topic"], answer="no")
    assert decision == Tell(key="notice.rephrase", menu=True, person=True)


@pytest.mark.parametrize(
    ("answer", "key"), [("yes", "small_talk.affirm"), ("no", "small_talk.deny")]
)
@pytest.mark.parametrize("name", ["new", "guided"])
def test_yes_and_no_when_nothing_was_asked(name: str, answer: str, key: str) -> None:
    """They are acknowledged: the resident has not failed to be understood."""
    after, decision = tell(STATES[name], answer=answer)
    assert decision == Tell(key=key, menu=True)
    assert after == STATES[name]


def test_understanding_forgets_the_misses() -> None:
    """Patience begins anew."""
    after, _ = tell(Situation(misses=2), topics=("cough",))
    assert after.misses == 0


def test_a_mention_of_an_emergency() -> None:
    """An emergency that is past or denied closes the guidance with one line on 112."""
    _, decision = tell(Situation(), topics=("cough",), guard="mention", emergency="chest_pain")
    assert isinstance(decision, Guidance)
    assert decision.reminder


def test_perhaps_an_emergency(state: Situation) -> None:
    """Unsure, the bot asks, and holds what the message may else have meant."""
    after, decision = tell(state, guard="unsure", emergency="chest_pain", topics=("teeth",))
    assert decision == AskEmergency(emergency=CHEST_PAIN)
    assert (after.asked, after.suspected, after.held) == ("emergency", "chest_pain", ("teeth",))


def test_perhaps_an_emergency_keeps_the_facts() -> None:
    """What the same message says of the home is not lost."""
    after, _ = tell(Situation(), guard="unsure", emergency="chest_pain", municipality="sipoo")
    assert after.municipality == "sipoo"


def test_it_is_an_emergency() -> None:
    """Yes shows the number."""
    after, decision = tell(STATES["asked about an emergency"], answer="yes")
    assert decision == ShowEmergency(emergency=CHEST_PAIN)
    assert after == Situation()


def test_who_is_not_sure_is_told_the_number() -> None:
    """Between a card in vain and one too few the guard takes the first."""
    _, decision = tell(STATES["asked about an emergency"], answer="not_sure")
    assert decision == ShowEmergency(emergency=CHEST_PAIN)


def test_it_is_no_emergency() -> None:
    """No goes on with what was held, and closes it with the line on 112."""
    after, decision = tell(STATES["asked about an emergency"], answer="no")
    assert isinstance(decision, Guidance)
    assert (decision.need, decision.reminder) == (COUGH, True)
    assert after == Situation(topic="cough")


def test_it_is_no_emergency_but_unclear() -> None:
    """Several topics held become the choice they would have been."""
    held = replace(STATES["asked about an emergency"], held=("cough", "teeth"))
    after, decision = tell(held, answer="no")
    assert decision == AskTopic(topics=("cough", "teeth"))
    assert after == Situation(asked="topic")


def test_it_is_no_emergency_and_nothing_else() -> None:
    """With nothing held the resident is asked what they need."""
    held = replace(STATES["asked about an emergency"], held=())
    after, decision = tell(held, answer="no")
    assert decision == Tell(key="notice.not_emergency", menu=True, person=True)
    assert after == Situation()


def test_words_instead_of_yes_or_no() -> None:
    """Who writes on instead of answering is listened to."""
    _, decision = tell(STATES["asked about an emergency"], topics=("teeth",), municipality="sipoo")
    assert isinstance(decision, Guidance)


def test_the_question_about_an_emergency_stays_open() -> None:
    """An answer that is not understood still leaves yes to be yes."""
    after, _ = tell(STATES["asked about an emergency"])
    _, decision = tell(after, answer="yes")
    assert isinstance(decision, ShowEmergency)
