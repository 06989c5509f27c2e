"""The content as it is, read once."""

from functools import cache

import pytest

from bot.catalogue import Catalogue
from bot.content.reader import try_catalogue


@cache
def whole() -> Catalogue:
    """What can be read; what cannot is told by test_content_has_no_problems."""
    catalogue, _ = try_catalogue()
    return catalogue


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that asks for a need, faq, service, emergency or topic is run for each."""
    content = whole()
    things = {
        "need": content.needs,
        "faq": content.faqs,
        "topic": {**content.needs, **content.faqs},
        "service": content.services,
        "emergency": content.emergencies,
        "message": content.messages,
    }
    for name, found in things.items():
        if name in metafunc.fixturenames:
            metafunc.parametrize(name, list(found.values()), ids=list(found))


@pytest.fixture(scope="session")
def content() -> Catalogue:
    """The content as it is."""
    return whole()
