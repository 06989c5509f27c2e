"""The bubble as a resident meets it: by roles and names."""

from dataclasses import dataclass
from typing import Final

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Locator, Page, expect

WORDS: Final = {
    "fi": {
        "launcher": "Kysy Opastimelta",
        "name": "Opastin",
        "input": "Viestisi",
        "send": "Lähetä",
        "menu": "Valikko",
        "close": "Sulje",
        "person": "Puhu ihmisen kanssa",
        "back": "Palaa botin luo",
        "again": "Yritä uudelleen",
        "exit": "Poistu nopeasti",
        "save": "Tallenna keskustelu",
        "erase": "Poista keskusteluni",
        "cancel": "Peruuta",
        "restart": "Aloita alusta",
        "language": "På svenska",
        "new_tab": "avautuu uuteen välilehteen",
        "call": "Soita",
        "symptom": "Kirvelee kun pissaa",
        "chest": "Rintaan sattuu",
        "violence": "Mies lyö minua",
        "place": "Porvoo",
        "station": "Porvoon terveysasema",
        "either": "Onnistuu myös ilman tunnistautumista",
        "strong": "Tarvitset pankkitunnukset tai mobiilivarmenteen",
    },
    "sv": {
        "launcher": "Fråga Vägvisaren",
        "name": "Vägvisaren",
        "input": "Ditt meddelande",
        "send": "Skicka",
        "menu": "Meny",
        "close": "Stäng",
        "person": "Prata med en människa",
        "back": "Tillbaka till boten",
        "again": "Försök igen",
        "exit": "Lämna snabbt",
        "save": "Spara samtalet",
        "erase": "Radera mitt samtal",
        "cancel": "Avbryt",
        "restart": "Börja om",
        "language": "Suomeksi",
        "new_tab": "öppnas i en ny flik",
        "call": "Ring",
        "symptom": "Det svider när jag kissar",
        "chest": "Det gör ont i bröstet",
        "violence": "Min man slår mig",
        "place": "Borgå",
        "station": "Borgå hälsostation",
        "either": "Går också utan identifiering",
        "strong": "Du behöver bankkoder eller mobilcertifikat",
    },
}

FOCUSED: Final = """() => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  if (at === null) return "";
  return `${at.tagName.toLowerCase()} ${at.textContent.trim().replace(/\\s+/g, " ")}`.slice(0, 60);
}"""


@dataclass
class Bubble:
    """Drives the bubble and tells what it shows."""

    page: Page
    language: str

    def word(self, key: str) -> str:
        """A word of the bubble, or of a test, in its language."""
        return WORDS[self.language][key]

    @property
    def launcher(self) -> Locator:
        """The button in the corner."""
        return self.page.get_by_role("button", name=self.word("launcher"))

    @property
    def dialog(self) -> Locator:
        """The open bubble."""
        return self.page.get_by_role("dialog", name=self.word("name"))

    @property
    def log(self) -> Locator:
        """What was said."""
        return self.page.get_by_role("log")

    @property
    def input(self) -> Locator:
        """Where the resident writes."""
        return self.page.get_by_role("textbox", name=self.word("input"))

    @property
    def menu(self) -> Locator:
        """The button of the menu."""
        return self.page.locator("summary")

    def button(self, key: str) -> Locator:
        """A button by the key of its name."""
        return self.dialog.get_by_role("button", name=self.word(key), exact=True)

    def said(self, author: str) -> Locator:
        """The messages of somebody."""
        return self.log.locator(f".said.{author}")

    def open(self) -> "Bubble":
        """Open it and wait for the greeting."""
        self.launcher.click()
        expect(self.said("bot")).to_have_count(1)
        return self

    def write(self, text: str) -> None:
        """Write and send with Enter."""
        self.input.fill(text)
        self.input.press("Enter")

    def ask(self, key: str, kind: str) -> Locator:
        """Write the text of a key and wait for a card of a kind."""
        self.write(self.word(key))
        card = self.log.locator(f".said.{kind}").last
        expect(card).to_be_visible()
        return card

    def guide(self) -> Locator:
        """Go the whole way to a guidance."""
        self.ask("symptom", "question")
        self.log.get_by_role("button", name=self.word("place")).click()
        card = self.log.locator(".said.guidance")
        expect(card).to_be_visible()
        return card

    def focused(self) -> str:
        """The tag and the words of what has the focus."""
        return str(self.page.evaluate(FOCUSED))

    def tab_to(self, words: str, *, back: bool = False) -> None:
        """Press Tab until something with these words has the focus."""
        passed = []
        for _ in range(40):
            self.page.keyboard.press("Shift+Tab" if back else "Tab")
            passed.append(self.focused())
            if words in passed[-1]:
                return
        raise AssertionError(f"{words!r} is not reached by Tab, only {passed}")

    def violations(self) -> list[str]:
        """What axe finds wrong with the page as it is now."""
        return violations(self.page)


def violations(page: Page) -> list[str]:
    """What axe finds wrong with a page as it is now."""
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    results = Axe().run(page, options={"runOnly": rules, "resultTypes": ["violations"]})
    return [
        f"{one['id']}: {node['target']} {node['html'][:120]} {node['failureSummary']}"
        for one in results.response["violations"]
        for node in one["nodes"]
    ]
