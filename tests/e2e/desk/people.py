"""A resident and a professional as they work with their pages."""

import re
from typing import Any, Final

from playwright.sync_api import Browser, Locator, expect

from tests.e2e.bubble import Bubble
from tests.live import LiveChat

PATIENCE: Final = 15_000
TOKEN: Final = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
SIZE: Final = {"width": 1400, "height": 1000}
DESK_WORDS: Final = {
    "fi": {
        "take": "Ota keskustelu",
        "write": "Vastauksesi asukkaalle",
        "login": "Kirjaudu sisään",
        "username": "Käyttäjätunnus",
        "password": "Salasana",
        "transfer": "Siirrä",
        "to": "Minne tai kenelle",
        "for": "Viesti vastaanottajalle",
        "notes": "Sisäiset muistiinpanot",
        "note": "Muistiinpano",
        "add_note": "Lisää muistiinpano",
        "close": "Päätä keskustelu",
        "services": "Palvelut",
        "find_service": "Hae palvelua",
        "insert": "Lisää vastaukseen",
        "identified": "Ohjaa jatkamaan tunnistautuneena",
        "county": "Itä-Uudenmaan yhteinen jono",
        "delivered": "Viestisi on toimitettu",
        "typing": "Asukas kirjoittaa…",
        "not_sent": "Viestiä ei lähetetty",
        "presence": "Tilani",
        "other": "På svenska",
    },
    "sv": {
        "take": "Ta samtalet",
        "write": "Ditt svar till invånaren",
        "login": "Logga in",
        "username": "Användarnamn",
        "password": "Lösenord",
        "transfer": "Flytta",
        "to": "Vart eller till vem",
        "for": "Meddelande till mottagaren",
        "notes": "Interna anteckningar",
        "note": "Anteckning",
        "add_note": "Lägg till anteckning",
        "close": "Avsluta samtalet",
        "services": "Tjänster",
        "find_service": "Sök tjänst",
        "insert": "Infoga i svaret",
        "identified": "Hänvisa till identifierad tjänst",
        "county": "Östra Nylands gemensamma kö",
        "delivered": "Ditt meddelande har levererats",
        "typing": "Invånaren skriver…",
        "not_sent": "Meddelandet skickades inte",
        "presence": "Min status",
        "other": "Suomeksi",
    },
}


KEEP_RECEIVED: Final = """
const fetched = window.fetch;
window.fetch = async (...asked) => {
  const answer = await fetched(...asked);
  (async () => {
    const parts = answer.clone().body.pipeThrough(new TextDecoderStream());
    for await (const part of parts) localStorage.received = (localStorage.received ?? "") + part;
  })().catch(() => {});
  return answer;
};
"""


class ResidentPage(Bubble):
    """A resident's browser; everything that the bubble receives is kept."""

    def __init__(self, browser: Browser, live: LiveChat, language: str) -> None:
        self.context = browser.new_context(viewport={"width": 900, "height": 900})
        self.context.set_default_timeout(PATIENCE)
        super().__init__(self.context.new_page(), language)
        self.context.add_init_script(KEEP_RECEIVED)
        self.page.goto(live.url + ("/sv" if language == "sv" else "/"))
        self.open()

    def ask_for_a_person(self) -> str:
        """Wait in the queue; the code of the conversation."""
        self.button("person").click()
        expect(self.button("back")).to_be_visible()
        return str(self.page.evaluate("JSON.parse(sessionStorage['opastin-chat']).code"))

    @property
    def received(self) -> str:
        """Every byte of every answer and every stream so far, also before a reload."""
        return str(self.page.evaluate("localStorage.received"))

    def transcript(self) -> str:
        """What the resident may save."""
        memory = self.page.evaluate("JSON.parse(sessionStorage['opastin-chat'])")
        answer = self.context.request.get(
            f"{self.page.url.split('/sv')[0].rstrip('/')}/api/conversations/{memory['id']}/transcript",
            headers={"Authorization": f"Bearer {memory['secret']}"},
        )
        return answer.text()

    def leave(self) -> None:
        """Leave the conversation, as its last word."""
        memory = self.page.evaluate("JSON.parse(sessionStorage['opastin-chat'] ?? '{}')")
        if memory.get("id"):
            self.context.request.delete(
                f"{self.page.url.split('/sv')[0].rstrip('/')}/api/conversations/{memory['id']}",
                headers={"Authorization": f"Bearer {memory['secret']}"},
            )
        self.context.close()


class DeskPage:
    """A professional's browser."""

    def __init__(
        self, browser: Browser, live: LiveChat, username: str, language: str, **options: Any
    ) -> None:
        self.language, self.url = language, f"{live.url}/desk/"
        self.context = browser.new_context(**{"viewport": SIZE, **options})
        self.context.set_default_timeout(PATIENCE)
        self.page = self.context.new_page()
        self.complaints: list[str] = []
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on(
            "console",
            lambda one: (
                self.complaints.append(one.text) if "Content Security" in one.text else None
            ),
        )
        self.page.goto(f"{live.url}/desk/login?lang={language}")
        self.page.get_by_label(self.word("username")).fill(username)
        self.page.get_by_label(self.word("password")).fill(live.password)
        self.page.get_by_label(self.word("password")).press("Enter")
        expect(self.page.locator("nav")).to_be_visible()
        if self.page.locator("html").get_attribute("lang") != language:
            self.page.locator("button[name=language]").click()
            expect(self.page.locator("html")).to_have_attribute("lang", language)

    def word(self, key: str) -> str:
        """A word of the desk."""
        return DESK_WORDS[self.language][key]

    @property
    def log(self) -> Locator:
        """What was said in the open chat."""
        return self.page.get_by_role("log")

    @property
    def input(self) -> Locator:
        """Where the professional writes."""
        return self.page.get_by_label(self.word("write"))

    def take_button(self, code: str) -> Locator:
        """The button that takes a waiting resident."""
        return self.page.get_by_role("button", name=f"{self.word('take')} {code}")

    def take(self, code: str) -> None:
        """Take a resident and see the chat."""
        self.take_button(code).click()
        expect(self.input).to_be_focused()

    def write(self, text: str) -> None:
        """Answer with Enter."""
        self.input.fill(text)
        self.input.press("Enter")

    def panel(self, key: str) -> None:
        """Open one of the tools."""
        self.page.locator("summary", has_text=self.word(key)).click()

    def close(self) -> None:
        """End the open chat."""
        self.panel("close")
        self.page.get_by_role("button", name=self.word("close"), exact=True).click()
        self.page.wait_for_url(self.url)

    def leave(self) -> None:
        """Log out beside the page, which may still be moving, and close the browser."""
        self.context.set_offline(False)
        form = TOKEN.search(self.context.request.get(self.url).text())
        assert form, "The desk has no way out."
        left = self.context.request.post(
            f"{self.url}logout",
            form={"csrfmiddlewaretoken": form[1]},
            headers={"Referer": self.url},
        )
        assert left.ok, left.status
        self.context.close()
        assert not self.complaints, self.complaints
