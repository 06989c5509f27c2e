"""The embeddings of the benchmark: kept between runs, and while a run goes on."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from bot.catalogue import LANGUAGES
from bot.language.embedding import kept_encoder
from bot.language.standard import standard

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.language.encoder import CachedEncoder

FOLDER: Final = "bench"
"""Where they are kept, under OPASTIN_VAR."""

AT_A_TIME: Final = 2000
"""Texts after which they are written down: a run that is stopped then loses a minute."""


@lru_cache(maxsize=1)
def kept() -> CachedEncoder:
    """The one encoder of this process that remembers everything."""
    return kept_encoder(FOLDER)


def embed(texts: Iterable[str]) -> None:
    """Embed texts as the readers hand them on: in the standard language, whichever it may be."""
    found = sorted({standard(text, language) for text in texts for language in LANGUAGES})
    for start in range(0, len(found), AT_A_TIME):
        kept().encode(found[start : start + AT_A_TIME])
        print(f"embedded {min(start + AT_A_TIME, len(found))} of {len(found)}", flush=True)  # noqa: T201
