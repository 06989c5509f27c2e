"""The second net of the guard: it adds to the rules, takes nothing away, and can be missing."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Final

import numpy as np
import pytest

from bot.content import current
from bot.language.encoder import E5, RecentEncoder, choose_encoder
from bot.navigation.emergency import ASK, CARD, Guard
from bot.navigation.second_net import MOST_CLAUSES, SecondNet, weighed
from bot.navigation.weights import HARMLESS, Weights, fingerprint
from bot.nlu import guard_training
from bot.nlu.guard_training import Line
from bot.release import current_release

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from numpy.typing import NDArray

    from bot.catalogue import Catalogue

ROOT: Final = Path(__file__).parents[2]
CHAT: Final = ROOT / ".venv-chat" / "bin" / "python"

EMERGENCIES: Final = (
    SimpleNamespace(id="breathing", level="life", order=1, rules={"fi": ("ei hengitä",)}),
    SimpleNamespace(id="chest_pain", level="life", order=2, rules={"fi": ("rinta* purist*",)}),
    SimpleNamespace(id="crisis", level="support", order=3, rules={}),
)

DANGER: Final = [
    "rinnan päällä on iso kivi",
    "rintaa painaa kuin kivi ja käsi puutuu",
    "det ligger en sten på mitt bröst",
    "kivi rinnan päällä, hiki valuu",
]
CALM: Final = [
    "mistä saan ajan hammaslääkärille",
    "vart ringer jag om recept",
    "kivi kengässä, hiertää",
    "resepti on vanhentunut",
    "hur avbokar jag min tid",
]


class Says:
    """A second net that says what the test wants."""

    def __init__(self, **likely: float) -> None:
        self._likely = likely

    def likely(self, text: str) -> Mapping[str, float]:
        """The same of every text."""
        assert text
        return self._likely


class Stones:
    """An encoder that knows one meaning, and counts what it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, texts: list[str]) -> NDArray[np.float32]:
        """One row per text: whether there is a stone on a chest."""
        self.asked += texts
        rows = np.zeros((len(texts), 384), dtype=np.float32)
        rows[:, 0] = [("rin" in text or "bröst" in text) and "on" in text for text in texts]
        rows[:, 1] = [len(text) / 100 for text in texts]
        return rows


def tiny() -> Weights:
    """What a handful of lines teach."""
    lines = [Line(text, "fi", "chest_pain", "chest_pain", "description") for text in DANGER]
    lines += [Line(text, "fi", HARMLESS, f"topic {text[0]}", "example") for text in CALM]
    lines += [Line("en jaksa enää", "fi", "crisis", "crisis", "description")]
    return guard_training.fit(lines * 20, Stones(), "these")


@pytest.mark.parametrize(
    ("text", "likely", "state", "emergency"),
    [
        ("rintaa puristaa", {"breathing": 0.01}, "emergency", "chest_pain"),
        ("rintaa puristaa", {"breathing": 0.99}, "emergency", "breathing"),
        ("rintaa puristaa", {"breathing": ASK - 0.01}, "emergency", "chest_pain"),
        ("rintaa puristaa", {"crisis": 0.99}, "emergency", "chest_pain"),
        ("kivi päällä", {"chest_pain": CARD + 0.01}, "emergency", "chest_pain"),
        ("kivi päällä", {"chest_pain": ASK + 0.01}, "unsure", "chest_pain"),
        ("kivi päällä", {"chest_pain": ASK - 0.01}, "none", None),
        ("kivi päällä", {}, "none", None),
        ("kivi päällä", {"breathing": 0.3, "chest_pain": 0.68}, "emergency", "chest_pain"),
        ("kivi päällä", {"breathing": 0.3, "crisis": 0.68}, "emergency", "breathing"),
        ("kivi päällä", {"breathing": 0.1, "crisis": 0.88}, "emergency", "crisis"),
        ("kivi päällä", {"breathing": 0.1, "chest_pain": 0.88}, "emergency", "chest_pain"),
        ("rintaa ei purista", {"breathing": CARD + 0.01}, "unsure", "breathing"),
        ("rintaa ei purista", {"breathing": 0.1}, "mention", "chest_pain"),
        ("rintaa ei purista", {"breathing": 0.999}, "emergency", "breathing"),
    ],
)
def test_it_adds_and_never_takes_away(
    text: str, likely: dict[str, float], state: str, emergency: str | None
) -> None:
    """The rules' emergency stands, and no milder one takes its name; else the net may raise it."""
    verdict = Guard(EMERGENCIES, Says(**likely)).judge(text)
    assert (verdict.state, verdict.emergency) == (state, emergency)


def test_what_is_learnt_is_found_again(tmp_path: Path) -> None:
    """Trained, kept, read and applied without scikit-learn."""
    file = tmp_path / "guard.npz"
    tiny().save(file)
    net = SecondNet(Weights.load(file), Stones())
    danger = [sum(net.likely(text).values()) for text in DANGER]
    calm = [sum(net.likely(text).values()) for text in CALM]
    assert min(danger) > max(calm)
    assert all(0 < sum(net.likely(text).values()) <= 1 for text in DANGER)


def test_the_most_dangerous_clause_counts() -> None:
    """A long story around it hides nothing, and few clauses are embedded."""
    stones = Stones()
    net = SecondNet(tiny(), stones)
    chatter = " ".join("minulla olisi asiaa reseptistä ja ajasta." for _ in range(20))
    story = f"{chatter} rinnan päällä on iso kivi. {chatter}"
    assert sum(net.likely(story).values()) > sum(net.likely(chatter).values())
    assert len(stones.asked) <= 2 * (MOST_CLAUSES + 1)


@pytest.mark.parametrize("text", ["", "  ", "👍", "?!"])
def test_without_words_nothing_is_likely(text: str) -> None:
    """There is nothing to judge."""
    assert SecondNet(tiny(), Stones()).likely(text) == {}


def test_hashes_stay_the_same() -> None:
    """A file made yesterday is read today: the places of n-grams never move."""
    assert sorted(weighed("ai")) == [2083, 4581, 7400, 8467, 25305, 26515]


def test_a_message_is_embedded_once() -> None:
    """The guard and the classifier share the row."""
    stones = Stones()
    encoder = RecentEncoder(stones)
    first, again = encoder.encode(["moi", "hei"]), encoder.encode(["hei"])
    assert stones.asked == ["moi", "hei"]
    assert (first[1] == again[0]).all()


@pytest.fixture
def file(county: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the guard of the small county looks for its second net."""
    monkeypatch.setenv("OPASTIN_RELEASE", str(tmp_path))
    yield current_release().guard
    current.forget()


@pytest.mark.parametrize("case", ["missing", "broken", "other content", "no encoder"])
def test_without_it_the_rules_do_alone(
    file: Path,
    county: Catalogue,
    case: str,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One warning, and the rules' own verdict."""
    made_from = fingerprint(county.emergencies.values()) if case == "no encoder" else "other"
    if case == "broken":
        file.write_bytes(b"PK not a file of numbers")
    elif case != "missing":
        tiny_of(made_from).save(file)
    monkeypatch.setenv("OPASTIN_ENCODER", "none")
    guard = current.guard()
    assert guard.judge("rintaa puristaa").state == "emergency"
    assert guard.judge("rinnan päällä on iso kivi").state == "none"
    [warning] = [line for line in caplog.messages if "guard_by_rules_alone" in line]
    assert "file=guard.npz" in warning


def tiny_of(made_from: str) -> Weights:
    """The tiny net with another fingerprint."""
    kept = vars(tiny())
    return Weights(**{**kept, "made_from": np.array(made_from)})


def test_it_is_used_when_it_fits(
    file: Path, county: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Made from this content, on a machine where the encoder works."""
    tiny_of(fingerprint(county.emergencies.values())).save(file)
    monkeypatch.setenv("OPASTIN_ENCODER", "e5")
    monkeypatch.setattr(current, "shared_encoder", Stones)
    net = current.second_net(county)
    assert net is not None
    assert net.likely("rinnan päällä on iso kivi").keys() == {"chest_pain", "crisis"}


OWN_WORDS: Final = [
    "naapuri makaa käytävässä eikä reagoi kun ravistelen",
    "ukin toinen suupieli roikkuu ja kahvikuppi putoaa kädestä",
    "kotimatkalla alkoi rintalastan takana ahdistaa niin että piti istua kivelle",
    "vauva on ihan veltto eikä jaksa imeä, pissavaippaa ei ole tullut koko päivänä",
    "söin pähkinää ja nyt kieli paksunee ja kurkku kuroutuu umpeen",
    "mies seisoo oven takana kirveen kanssa ja huutaa tappavansa",
    "kaikki napit on jo laskettu pöydälle, kirje on kirjoitettu",
    "verta suihkuaa reidestä, pyyhe on jo läpimärkä",
    "mummi joi vahingossa putkenavaajaa ja suu on vaahdossa",
    "mieheni hakkasi minut taas eilen illalla, lapset näki kaiken",
    "koko keho nykii, silmät pyörii, ei vastaa puheelle jo toista minuuttia",
    "meidät on heitetty asunnosta ja pakkasta on kaksikymmentä, mihin mennään lasten kanssa",
    "grannen ligger på golvet och svarar inte fast jag skakar honom",
    "halva ansiktet på farfar har liksom runnit ner och han sluddrar",
    "det känns som om nån sitter på mitt bröst och armen domnar",
    "bebin är alldeles slapp o vill int äta, vaknar knappt",
    "ungen har satt en vindruva i halsen och blir blå om läpparna",
    "blodet sprutar från benet fast vi trycker allt vi kan",
    "han står utanför dörren med kniv och säger att han ska döda mig",
    "jag har skrivit avskedsbrev och samlat ihop tabletterna",
    "min sambo slog mig igen inatt och jag vågar inte gå hem",
    "hela kroppen rycker och ögonen rullar bakåt, det tar inte slut",
    "världens värsta huvudvärk kom som en smäll för tio minuter sen",
    "fick ett getingstick och nu sväller hela halsen och det piper när jag andas",
]
"""Written for this test without a look at the content's descriptions."""

OWN_CALM: Final = [
    "rintasyöpäseulonnan kutsu ei tullut",
    "vauvan punnitus neuvolassa, milloin",
    "pähkinäallergia, mihin varaan testin",
    "verikoe aamulla, saako juoda kahvia",
    "äiti ei vastaa neuvolan viestiin, miten peruu ajan",
    "miten täytän asunnon muutostyöhakemuksen",
    "kutsu aivokuvaukseen hukkui postissa",
    "huvudvärksdagbok, var hittar jag en",
    "hur får jag svar på blodproven",
    "bröstmjölksersättning, vad rekommenderar rådgivningen",
    "kan farfar få färdtjänst till dagverksamheten",
    "var får jag nya tabletter utskrivna",
]


@pytest.mark.model
@pytest.mark.skipif(choose_encoder() != E5, reason="the sentence encoder does not work here")
class TestTheRealOne:
    """models/guard.npz over the content."""

    def test_what_people_say_in_their_own_words(self) -> None:
        """Nearly all get a card or a question; four fifths a card."""
        states = {line: current.guard().judge(line).state for line in OWN_WORDS}
        missed = [line for line, state in states.items() if state not in ("emergency", "unsure")]
        assert len(missed) <= len(OWN_WORDS) * 0.1, missed
        assert list(states.values()).count("emergency") >= len(OWN_WORDS) * 0.8, states

    def test_what_only_sounds_like_it(self) -> None:
        """No card."""
        cards = [line for line in OWN_CALM if current.guard().judge(line).state == "emergency"]
        assert cards == []

    def test_both_processes_come_to_the_same_verdict(self) -> None:
        """Rasa's Python and chat's read the same file and the same content."""
        assert CHAT.exists(), "chat's environment is not built. Fix: make test builds it."
        asked = (
            "import json, sys; from bot.content.current import guard;"
            "print(json.dumps([[v.state, v.emergency]"
            " for v in map(guard().judge, json.load(sys.stdin))]))"
        )
        lines = [*OWN_WORDS[::3], *OWN_CALM[::3]]
        told = subprocess.run(  # noqa: S603 - our own interpreter and a constant
            [CHAT, "-c", asked],
            input=json.dumps(lines),
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        here = [current.guard().judge(line) for line in lines]
        assert json.loads(told.stdout) == [[each.state, each.emergency] for each in here]
