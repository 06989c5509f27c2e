# ruff: noqa: E402 - Django is set up before anything that needs it is imported
"""Chat as it runs: a real server and database, and a Rasa of our own at its edge."""

import os
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

VAR = Path(tempfile.mkdtemp(prefix="opastin-chat-"))
os.environ["DJANGO_SETTINGS_MODULE"] = "chat.settings"

import django
import httpx
import pytest
import uvicorn
from django.conf import settings as django_settings

django_settings.DATABASES["default"]["TEST"] = {"NAME": str(VAR / "test.sqlite3")}
if not django_settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    django_settings.DATABASES["default"]["TEST"] = {}
django_settings.OPASTIN = replace(
    django_settings.OPASTIN, var=VAR, rasa_tracker_db=f"sqlite:///{VAR / 'rasa.sqlite3'}"
)

# Times that tests can wait for, also between tests; only a test's own sweep answers what is owed.
django_settings.RASA_TIMEOUT = 0.5
django_settings.SWEEP_EVERY = 0.1
django_settings.UNANSWERED_AFTER = 3600.0
django_settings.LOOK_AROUND_EVERY = 0.2
django_settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
django.setup()

from pytest_django import DjangoDbBlocker, Settings

from bot.content import current
from tests.integration.content import content_for_tests
from tests.integration.fake_rasa import FakeRasa
from tests.integration.resident import Resident

current.read_catalogue = content_for_tests


@pytest.fixture(scope="session")
def rasa_server() -> Iterator[FakeRasa]:
    """A Rasa that answers what a test tells it to."""
    server = FakeRasa()
    with server.running():
        yield server


@pytest.fixture
def rasa(rasa_server: FakeRasa) -> FakeRasa:
    """The same, with nothing asked yet and one plain answer."""
    rasa_server.reset()
    return rasa_server


@pytest.fixture(autouse=True)
def hurried(settings: Settings, rasa: FakeRasa) -> Settings:
    """The settings of one test, with our own Rasa at the edge."""
    settings.OPASTIN = replace(settings.OPASTIN, rasa_url=rasa.url)
    return settings


@pytest.fixture(scope="session")
def server_url(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """Chat under uvicorn, as it is started for residents."""
    config = uvicorn.Config(
        "chat.asgi:application", port=0, lifespan="on", log_config=None, timeout_graceful_shutdown=1
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    with django_db_blocker.unblock():  # its sweep goes on between tests
        yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


@pytest.fixture
def http(server_url: str, transactional_db: None) -> Iterator[httpx.Client]:
    """A browser, as far as chat can tell."""
    with httpx.Client(base_url=server_url, timeout=10, trust_env=False) as client:
        yield client


@pytest.fixture
def resident(http: httpx.Client) -> Resident:
    """A resident who has just opened the bubble on a Finnish page."""
    return Resident(http)


@pytest.fixture
def svensk(http: httpx.Client) -> Resident:
    """A resident who has just opened the bubble on a Swedish page."""
    return Resident(http, language="sv")
