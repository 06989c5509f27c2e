"""Makes a release from the content, and makes sure that it holds all of it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Final

import rasa
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.shared.utils.cli import print_info

from bot.content.current import catalogue, forget
from bot.content.importer import topics
from bot.language.embedding import kept_encoder
from bot.language.encoder import NONE, choose_encoder
from bot.language.standard import standard
from bot.nlu import guard_training
from bot.nlu.fingerprint import CODE, fingerprint_of, places_of
from bot.nlu.spacy_models import chosen_models
from bot.release import content_folder, current_release

if TYPE_CHECKING:
    from pathlib import Path

    from bot.catalogue import Catalogue
    from bot.release import Release

RASA: Final = (
    "data",
    "domain.yml",
    "config.yml",
    "bot/content/importer.py",
    "requirements/rasa.txt",
)
GUARD: Final = (
    "data",
    "bot/language/e5",
    "bot/nlu/guard_training.py",
    "bot/nlu/learners.py",
    "bot/navigation/second_net.py",
    "bot/navigation/weights.py",
)
GUARD_LANGUAGE: Final = tuple(
    f"bot/language/{name}.py"
    for name in (
        *("atoms", "encoder", "lemmas", "normalise", "slips", "spelling"),
        *("spoken_finnish", "spoken_swedish", "standard"),
    )
)


class ModelIncomplete(Exception):
    """The trained model lacks needs that the content has."""


def train() -> Release:
    """Make a release and put it in place of the current one."""
    release = current_release()
    release.take(make_draft(release))
    return release


def make_draft(release: Release) -> Release:
    """Make the next release beside one that may be running; what has not changed is taken from it.

    Raises ContentError before anything is trained when the content is wrong, and ModelIncomplete
    when the model does not hold every need: an importer that cannot be loaded is only logged by
    Rasa (DESIGN §6.3).
    """
    draft = release.draft
    shutil.rmtree(draft.folder, ignore_errors=True)
    shutil.copytree(content_folder(), draft.content)
    # From here on this copy is the content: somebody may go on writing in the other one.
    os.environ["OPASTIN_CONTENT"] = str(draft.content)
    forget()
    made_from = learnt_from(catalogue())
    stale = {part for part in made_from if not _kept(part, made_from, release)}
    for part in made_from.keys() - stale:
        kept: Path = getattr(release, part)
        shutil.copy(kept, draft.folder)
        print_info(f"Nothing that {kept.name} has learnt from has changed: it is kept.")
    _learn(stale, draft)
    draft.note.write_text(json.dumps(made_from, indent=1), encoding="utf-8")
    return draft


def learnt_from(content: Catalogue) -> dict[str, str]:
    """A hash of all that the model, and the second net of the guard, depend on."""
    encoder, models = choose_encoder(), chosen_models()
    examples = {intent: topic.examples for intent, topic in topics(content).items()}
    told = json.dumps([examples, encoder, models, places_of(content)])
    found = {"model": fingerprint_of(*CODE, *RASA, extra=told)}
    if encoder != NONE:
        described = [(e.id, e.descriptions, e.harmless) for e in content.emergencies.values()]
        told = json.dumps([examples, described])
        found["guard"] = fingerprint_of(*GUARD, *GUARD_LANGUAGE, extra=told)
    return found


def _kept(part: str, made_from: dict[str, str], release: Release) -> bool:
    """Whether a part of a release was made from the same."""
    file: Path = getattr(release, part)
    return file.exists() and release.made_from().get(part) == made_from[part]


def _learn(stale: set[str], draft: Release) -> None:
    """Train what has to be trained; the second net beside Rasa, in a process of its own."""
    if stale and choose_encoder() != NONE:
        _embed(catalogue())
    beside = None
    if "guard" in stale:
        command = [sys.executable, "-m", "bot.nlu.guard_training", str(draft.guard)]
        beside = subprocess.Popen(command)  # noqa: S603 - our own interpreter
    if "model" in stale:
        output, name = str(draft.folder), draft.model.name.partition(".")[0]
        rasa.train("domain.yml", "config.yml", "data", output=output, fixed_model_name=name)
        missing = set(topics(catalogue())) - intents_of(draft.model)
        if missing:
            named = ", ".join(sorted(missing))
            remedy = "see that bot.content.importer can be imported."
            raise ModelIncomplete(f"the model lacks {named}. Fix: {remedy}")
    if beside is not None and beside.wait() != 0:
        raise ModelIncomplete("the guard has learnt nothing. Fix: read the lines above.")


def _embed(content: Catalogue) -> None:
    """Embed everything that the model and the second net learn from, on all cores."""
    texts = {standard(line.text, line.language) for line in guard_training.lines(content)}
    print_info(f"Embedding {len(texts)} texts; those that were embedded before are kept.")
    kept_encoder().encode(sorted(texts))


def intents_of(model: Path) -> set[str]:
    """The intents in a trained model's domain."""
    return set(LocalModelStorage.metadata_from_archive(model).domain.intents)
