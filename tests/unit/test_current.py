"""A process has one content, and changes it as a whole or not at all."""

from collections.abc import Iterator

import pytest

from bot.catalogue import Catalogue
from bot.content import current
from bot.content.problem import ContentError
from bot.navigation.emergency import Guard
from tests.factories import catalogue


@pytest.fixture
def first(monkeypatch: pytest.MonkeyPatch) -> Iterator[Catalogue]:
    """The small county as the content of this process."""
    content = catalogue()
    monkeypatch.setenv("OPASTIN_ENCODER", "none")
    monkeypatch.setattr(current, "read_catalogue", lambda _folder: content)
    current.forget()
    yield content
    current.forget()


def built() -> tuple[Catalogue, Guard, object, object]:
    """Everything that a process keeps."""
    return current.catalogue(), current.guard(), current.keywords(), current.places()


def test_it_is_built_once(first: Catalogue) -> None:
    """Components, actions and views share it."""
    assert built() == built()
    assert current.catalogue() is first


def test_all_of_it_is_renewed(first: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    """The new content holds inside the block already, where a model is loaded over it."""
    before, second = built(), catalogue()
    monkeypatch.setattr(current, "read_catalogue", lambda _folder: second)
    with current.renewed():
        assert current.catalogue() is second
    assert all(old is not new for old, new in zip(before, built(), strict=True))


def test_wrong_content_changes_nothing(first: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    """The process goes on with what it has."""
    before = built()

    def wrong(_folder: object) -> Catalogue:
        raise ContentError([])

    monkeypatch.setattr(current, "read_catalogue", wrong)
    with pytest.raises(ContentError), current.renewed():
        pass
    assert all(old is new for old, new in zip(before, built(), strict=True))


def test_a_model_that_cannot_be_loaded_brings_the_old_content_back(first: Catalogue) -> None:
    """Rasa's components and its content stay together."""
    before = built()
    with pytest.raises(OSError, match="no model"), current.renewed():
        raise OSError("no model")
    assert all(old is new for old, new in zip(before, built(), strict=True))
