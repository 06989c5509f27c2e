"""Base forms of words in Finnish and Swedish at once, from simplemma's dictionaries."""

from collections.abc import Callable, Container, Iterator, Mapping
from functools import lru_cache
from itertools import chain, product
from pathlib import Path
from typing import Final

from simplemma import Lemmatizer
from simplemma.strategies import DefaultStrategy
from simplemma.strategies.dictionaries.trie_dictionary_factory import TrieDictionaryFactory

from bot.catalogue.text import Language
from bot.language import built, spoken_finnish, spoken_swedish
from bot.language.everyday import NAMES

_LANGUAGES: Final[tuple[Language, ...]] = ("fi", "sv")
_LETTERS: Final[Mapping[str, str]] = {"a": "aäå", "o": "oö"}
_LONG_REST: Final = 4
_MOST_LETTERS: Final = 5
"""A word with more of the letters a and o than this is not tried for missing dots and rings."""


class Lemmas:
    """The dictionaries of both languages, kept as tries under `cache` (38 MB of memory)."""

    def __init__(self, cache: Path) -> None:
        factory = TrieDictionaryFactory(use_disk_cache=True, disk_cache_dir=str(cache))
        self._dictionaries = tuple(factory.get_dictionary(language) for language in _LANGUAGES)
        self._lemmatizer = Lemmatizer(
            lemmatization_strategy=DefaultStrategy(dictionary_factory=factory)
        )

    def known(self, word: str) -> bool:
        """Whether a dictionary of either language holds this very form."""
        return any(dictionary.get(word) is not None for dictionary in self._dictionaries)

    def is_name(self, word: str) -> bool:
        """Whether a dictionary of either language holds this form as a name of somebody."""
        form = word.capitalize()
        return any(dictionary.get(form) is not None for dictionary in self._dictionaries)

    def begins(self, letters: str) -> bool:
        """Whether some word of either language begins with these letters."""
        return any(
            next(dictionary._trie.iterkeys(letters), None) is not None  # noqa: SLF001 - no other way
            for dictionary in self._dictionaries
        )

    def known_finnish(self, word: str) -> bool:
        """Whether the Finnish dictionary holds this very form."""
        return self._dictionaries[0].get(word) is not None

    def known_in(self, word: str) -> frozenset[Language]:
        """The languages whose dictionary holds this very form."""
        pairs = zip(_LANGUAGES, self._dictionaries, strict=True)
        return frozenset(language for language, held in pairs if held.get(word) is not None)

    def of(self, word: str) -> frozenset[str]:
        """Every base form the word may have; the word itself when none is known."""
        standard = (
            *spoken_finnish.standard_forms(word, self.known_finnish),
            *spoken_swedish.standard_forms(word),
        )
        forms = (word, *standard, *self.restored(word, self.known))
        return frozenset(chain.from_iterable(map(self._bases, forms))) or frozenset({word})

    def _bases(self, form: str) -> Iterator[str]:
        """The base form of one standard form in each language that has one."""
        for language, dictionary in zip(_LANGUAGES, self._dictionaries, strict=True):
            base = self._lemmatizer.lemmatize(form, language).lower()
            rest = form[len(base) :] if form.startswith(base) else ""
            if len(rest) >= _LONG_REST and dictionary.get(form) is None and self.known(rest):
                continue  # half of a compound is not its base form
            if base != form or dictionary.get(form) == form:
                yield base

    def restored(self, word: str, known: Callable[[str], bool]) -> Iterator[str]:
        """Known words that become `word` without their dots and rings; none when it is known."""
        letters = [_LETTERS.get(letter, letter) for letter in word]
        open_letters = sum(len(choice) > 1 for choice in letters)
        if not 1 <= open_letters <= _MOST_LETTERS or known(word):
            return
        for choice in product(*letters):
            candidate = "".join(choice)
            if candidate != word and known(candidate):
                yield candidate


def cache_folder() -> Path:
    """Where the tries are kept: `lemmas` under the folder that OPASTIN_VAR names."""
    return built.var() / built.LEMMAS


@lru_cache(maxsize=1)
def dictionaries() -> Lemmas:
    """The dictionaries of this process, opened at first use (0.1 s; built once in 12 s)."""
    return Lemmas(cache_folder())


@lru_cache(maxsize=65536)
def lemmas(word: str) -> frozenset[str]:
    """Base forms of a normalised word in both languages, spoken forms understood."""
    return dictionaries().of(word)


@lru_cache(maxsize=65536)
def restored(word: str) -> bool:
    """Whether the word is nothing by itself but a known word without its dots and rings."""
    return not is_known(word) and any(True for _ in dictionaries().restored(word, is_known))


@lru_cache(maxsize=65536)
def is_known(word: str) -> bool:
    """Whether the word is in a dictionary, or stands for one that is, so that it is no slip."""
    book = dictionaries()
    standard = spoken_finnish.standard_forms(word, book.known_finnish)
    listed = word in NAMES or word in spoken_swedish.FORMS
    return listed or book.known(word) or any(True for _ in standard)


@lru_cache(maxsize=65536)
def is_name(word: str) -> bool:
    """Whether the word is a name of somebody or of a place, however it is written."""
    return word in NAMES or dictionaries().is_name(word)


@lru_cache(maxsize=65536)
def known_in(word: str) -> frozenset[Language]:
    """The languages whose dictionary or spoken table holds the form, with dots and rings or not."""
    spoken: dict[Language, Container[str]] = {
        "fi": spoken_finnish.FORMS,
        "sv": spoken_swedish.FORMS,
    }
    tables = {language for language, forms in spoken.items() if word in forms}
    found = dictionaries().known_in(word) | tables
    if found:
        return found
    marked = dictionaries().restored(word, dictionaries().known)
    return frozenset(chain.from_iterable(map(dictionaries().known_in, marked)))


@lru_cache(maxsize=65536)
def begins_a_word(letters: str) -> bool:
    """Whether a word of either language begins so, and the letters are thus no slip."""
    return dictionaries().begins(letters)
