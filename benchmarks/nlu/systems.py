"""The systems that are compared: their pipelines in Rasa, their settings, what they lean on."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import yaml

from benchmarks.nlu.tasks import SPEED
from bot.language.e5.encoder import fingerprint as encoder_fingerprint
from bot.language.encoder import E5, NONE
from bot.nlu.fingerprint import ROOT, fingerprint_of
from bot.nlu.word_vectors import made_by

if TYPE_CHECKING:
    from benchmarks.nlu.tasks import Task, Work

READERS: Final = ("bot.nlu.language.LanguageReader", "bot.nlu.tokenizer.SpacyTokenizer")
OURS: Final = (*READERS, "bot.nlu.need_classifier.NeedClassifier")
PLAIN: Final = (*READERS, "benchmarks.nlu.plain.PlainClassifier")
NAMED_MODELS: Final = {"SPACY_FI": "fi_core_news_sm", "SPACY_SV": "sv_core_news_sm"}
READING: Final = (
    "bot/language/identify.py",
    "bot/language/lemmas.py",
    "bot/language/normalise.py",
    "bot/language/spoken_finnish.py",
    "bot/language/spoken_swedish.py",
    "bot/nlu/tokenizer.py",
)
LEANS_ON: Final = {
    "ours": (
        *READING,
        "bot/language/keywords.py",
        "bot/language/standard.py",
        "bot/nlu/choose.py",
        "bot/nlu/learners.py",
        "bot/nlu/need_classifier.py",
        "bot/nlu/terms.py",
        "bot/nlu/topic_model.py",
        "bot/nlu/weighing.py",
        "bot/nlu/word_vectors.py",
    ),
    "plain": (*READING, "benchmarks/nlu/plain.py", "bot/nlu/choose.py"),
    "diet": (),
    "whole": ("bot/language", "bot/navigation", "bot/nlu", "config.yml", "content"),
}
"""The code behind each kind of system: when it changes, kept results no longer hold."""


ACCURACY: Final = ("massive", "labelled", "own", "swefaq", "home")
BRIEF: Final = 1
"""DIET's rounds where only its speed is asked for, which does not depend on how long it learnt."""


@dataclass(frozen=True, kw_only=True)
class System:
    """One way to understand, as a pipeline of Rasa's components."""

    id: str
    name: str
    kind: str
    encoder: str = NONE
    spacy: bool = False
    tasks: tuple[str, ...] = ACCURACY

    @property
    def environment(self) -> dict[str, str]:
        """The settings it runs with."""
        models = NAMED_MODELS if self.spacy else dict.fromkeys(NAMED_MODELS, "")
        return {"OPASTIN_ENCODER": self.encoder, **models}

    @property
    def installed(self) -> bool:
        """Whether this machine has its parts."""
        models = NAMED_MODELS.values() if self.spacy else ()
        return all(find_spec(name) for name in models)

    def config(self, task: Task) -> dict[str, Any]:
        """Its config.yml, without policies."""
        parts = {"ours": _named(OURS), "plain": _named(PLAIN)}
        pipeline = parts.get(self.kind) or (_default(task) if self.kind == "diet" else _whole())
        return {"recipe": "default.v1", "assistant_id": "bench", "language": "fi"} | {
            "pipeline": pipeline,
            "policies": [],
        }

    def fingerprint(self, task: Task, work: Work) -> str:
        """Changes with whatever a result depends on."""
        texts = [[(line.text, line.label) for line in part] for part in (work.learn, work.ask)]
        encoder = "" if self.encoder == NONE else f"{encoder_fingerprint()} {made_by()}"
        told = [self.config(task), self.environment, texts, version("rasa"), encoder]
        code = fingerprint_of(*LEANS_ON[self.kind])
        return hashlib.sha256((json.dumps(told) + code).encode()).hexdigest()[:12]


SYSTEMS: Final = (
    System(id="opastin", name="this pipeline", kind="ours", encoder=E5),
    System(id="no_encoder", name="this pipeline, no encoder", kind="ours"),
    System(
        id="spacy",
        name="this pipeline, spaCy's models",
        kind="ours",
        encoder=E5,
        spacy=True,
    ),
    System(id="plain", name="chars + lemmas, regression", kind="plain"),
    System(id="diet", name="Rasa's default (DIET)", kind="diet", tasks=(*ACCURACY, SPEED)),
    System(id="whole", name="the whole pipeline", kind="whole", encoder=E5, tasks=(SPEED,)),
)
NAMES: Final = {system.id: system.name for system in SYSTEMS}


def _named(components: tuple[str, ...]) -> list[dict[str, Any]]:
    return [{"name": name} for name in components]


def _default(task: Task) -> list[dict[str, Any]]:
    """The pipeline of Rasa's own default configuration; the whole ranking is asked for."""
    from rasa.engine import recipes  # noqa: PLC0415 - Rasa is slow

    folder = Path(os.fspath(recipes.__path__[0])) / "config_files"
    told = yaml.safe_load((folder / "default_config.yml").read_text(encoding="utf-8"))
    pipeline: list[dict[str, Any]] = told["pipeline"]
    for part in pipeline:
        if part["name"] == "DIETClassifier":
            part["random_seed"] = task.seed
            part["ranking_length"] = 0
            if task.name == SPEED:
                part["epochs"] = BRIEF
    return pipeline


def _whole() -> list[dict[str, Any]]:
    """What config.yml has: with the guard, places and people."""
    read = yaml.safe_load((ROOT / "config.yml").read_text(encoding="utf-8"))
    pipeline: list[dict[str, Any]] = read["pipeline"]
    return pipeline
