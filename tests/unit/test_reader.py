"""Reading content/: what is in the files is in the catalogue, and what is wrong is told."""

from datetime import date, time
from pathlib import Path
from textwrap import dedent
from typing import Final

import pytest

from bot.catalogue import Catalogue, Condition, Offer, Period, Text
from bot.content.problem import ContentError
from bot.content.reader import fingerprint, read_catalogue, try_catalogue

FILES: Final = {
    "services/omaolo.yml": """
        name: {fi: Omaolo, sv: Omaolo}
        about: {fi: Oirearvio, sv: Bedömning}
        identification: either
        contacts:
          - kind: web
            label: {fi: Sivu, sv: Sida}
            value: {fi: "https://a.example/", sv: "https://b.example/"}
          - kind: phone
            label: {fi: Puhelin, sv: Telefon}
            value: "116 117"
            languages: [fi]
            hours:
              - {days: mon-tue, from: "8.00", to: "16.00"}
              - {days: [sat], from: "9.30", to: "24.00"}
            note: {fi: Huom, sv: Obs}
            confidence: low
        assessments:
          cough: {name: {fi: Yskä, sv: Hosta}, confidence: high}
        source: ["https://a.example/"]
        source_date: "2025-10"
        confirmed_on: "2026-11-21"
        confidence: high
        valid_until: "2026-12-31"
        """,
    "services/station.yml": """
        name: {fi: Asema, sv: Station}
        about: {fi: Vastaanotto, sv: Mottagning}
        identification: none
        local: health_station
        municipalities: [sipoo]
        contacts:
          - {kind: phone, label: {fi: P, sv: T}, value: "019 1", hours: always}
        """,
    "needs/cough.yml": """
        label: {fi: Yskä, sv: Hosta}
        keywords: {fi: [ysk*], sv: [host*]}
        examples: {fi: [mua yskittää], sv: [jag hostar]}
        asks: [municipality]
        routes:
          - when:
              who: child
              municipality: [sipoo]
              language: sv
              age: {from: 13, to: 21}
              hours: {service: omaolo, open: false}
            says: {fi: a, sv: b}
            services: [health_station]
          - when: {who: [self, other], municipality: sipoo, age: {under: 18}}
            says: {fi: a, sv: b}
            services: [omaolo]
          - says: {fi: c, sv: d}
            services: [{service: omaolo, why: {fi: e, sv: f}}]
            assessment: cough
            shows: [organiser]
            alert: {fi: g, sv: h}
        """,
    "faq/fees.yml": """
        label: {fi: Maksut, sv: Avgifter}
        examples: {fi: [mitä maksaa], sv: [vad kostar]}
        answer: {fi: Vähän, sv: Lite}
        services: [omaolo]
        """,
    "emergencies/chest_pain.yml": """
        name: {fi: Rintakipu, sv: Bröstsmärta}
        level: life
        order: 10
        contacts:
          - {number: "112", name: {fi: Hätä, sv: Nöd}, languages: [fi, sv], hours: always}
        words: {fi: "Soita {number}", sv: "Ring {number}"}
        rules: {fi: [rinta kipeä], sv: [bröst ont]}
        """,
    "municipalities.yml": """
        sipoo:
          code: "753"
          name: {fi: Sipoo, sv: Sibbo}
          in: {fi: Sipoossa, sv: i Sibbo}
          of: {fi: Sipoon, sv: Sibbos}
          also: {fi: [sipoos], sv: [sibbobor]}
          villages: [{fi: Box, sv: Box, common: true, also: [boxis]}]
          postal_codes: ["04130"]
        """,
    "neighbours.yml": """
        kerava:
          name: {fi: Kerava, sv: Kervo}
          also: {fi: [keraval], sv: [kervobo]}
          county: {fi: Vake, sv: Vake}
          site: https://vake.example/
        """,
    "queues.yml": """
        county:
          name: {fi: Jono, sv: Kö}
          languages: [fi, sv]
          hours: [{days: mon-fri, from: "8.00", to: "15.00"}]
          municipalities: [sipoo]
        """,
    "matrix.yml": """
        functions:
          organiser: {fi: Järjestäjä, sv: Anordnare}
        rows:
          - {municipality: all, function: organiser, value: {fi: Alue, sv: Området}}
          - municipality: sipoo
            function: organiser
            value: {fi: Kunta, sv: Kommunen}
            valid_until: "2022-12-31"
        """,
    "messages/notice.yml": """
        rephrase: {fi: Mitä?, sv: Vad?}
        """,
    "menu.yml": """
        - cough
        - fees
        """,
}


def written(folder: Path, **changed: str) -> Path:
    """A content folder with the files above; `needs_cough` stands for needs/cough.yml."""
    root = folder / "content"
    for name, text in FILES.items():
        key = name.removesuffix(".yml").replace("/", "_")
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dedent(changed.get(key, text)), encoding="utf-8")
    return root


@pytest.fixture
def content(tmp_path: Path) -> Catalogue:
    """The files as they are."""
    return read_catalogue(written(tmp_path))


def test_a_service(content: Catalogue) -> None:
    """Names, contacts, hours, language, confidence, validity and assessments."""
    omaolo = content.services["omaolo"]
    web, line = omaolo.contacts
    assert omaolo.name == Text(fi="Omaolo", sv="Omaolo")
    assert web.value == Text(fi="https://a.example/", sv="https://b.example/")
    assert (line.languages, line.confidence, web.confidence) == (("fi",), "low", "high")
    assert omaolo.assessments["cough"].provenance.confidence == "high"
    assert omaolo.provenance.confirmed_on == date(2026, 11, 21)
    assert omaolo.provenance.valid_until == date(2026, 12, 31)


def test_hours(content: Catalogue) -> None:
    """Days in a row or in a list; 24.00 is the end of the day."""
    hours = content.services["omaolo"].contacts[1].hours
    assert hours is not None
    assert hours.periods == (
        Period(weekday=0, opens=time(8), closes=time(16)),
        Period(weekday=1, opens=time(8), closes=time(16)),
        Period(weekday=5, opens=time(9, 30), closes=time.max),
    )


def test_the_last_minute_of_a_day_is_open(content: Catalogue) -> None:
    """A line that closes at 24.00 answers at 23.59.30."""
    hours = content.services["omaolo"].contacts[1].hours
    assert hours is not None
    assert hours.periods[2].closes > time(23, 59, 59)


def test_a_local_service(content: Catalogue) -> None:
    """It is found by its kind."""
    assert content.service("health_station", "sipoo") is content.services["station"]


def test_the_rows_of_a_need(content: Catalogue) -> None:
    """Conditions, services, reasons, assessment and alert; and where the row stands."""
    first, second, last = content.needs["cough"].routes
    assert first.when == Condition(
        who=("child",),
        municipality=("sipoo",),
        language="sv",
        age_from=13,
        age_under=22,
        service_open=("omaolo", False),
    )
    assert second.when == Condition(who=("self", "other"), municipality=("sipoo",), age_under=18)
    assert last.offers == (Offer(service="omaolo", why=Text(fi="e", sv="f")),)
    assert (last.assessment, last.alert) == ("cough", Text(fi="g", sv="h"))
    assert last.shows == ("organiser",)
    assert [row.line for row in (first, second, last)] == [7, 15, 18]


def test_everything_else(content: Catalogue) -> None:
    """Questions, emergencies, places, queues, messages and the menu."""
    assert content.faqs["fees"].services == ("omaolo",)
    assert content.emergencies["chest_pain"].contacts[0].hours is not None
    assert content.municipalities["sipoo"].villages[0].common
    assert content.neighbours["kerava"].site.sv == "https://vake.example/"
    assert content.queues["county"].municipalities == ("sipoo",)
    assert content.messages["notice.rephrase"] == Text(fi="Mitä?", sv="Vad?")
    assert content.menu == ("cough", "fees")


def test_the_matrix(content: Catalogue) -> None:
    """Labels of functions; rows for a municipality or the whole county, with their days."""
    assert content.matrix.functions["organiser"].sv == "Anordnare"
    county, home = content.matrix.rows
    assert (county.municipality, home.municipality) == (None, "sipoo")
    assert home.provenance.valid_until == date(2022, 12, 31)


def test_the_fingerprint_follows_every_file(tmp_path: Path) -> None:
    """One changed letter anywhere is another fingerprint."""
    before = fingerprint(written(tmp_path / "a"))
    after = fingerprint(written(tmp_path / "b", menu="- cough\n"))
    assert (len(before), before != after) == (64, True)


def test_an_empty_folder_is_an_empty_catalogue(tmp_path: Path) -> None:
    """Nothing is wrong with what is not there."""
    catalogue, problems = try_catalogue(tmp_path)
    assert (catalogue.needs, problems) == ({}, [])


def broken(folder: Path, file: str, old: str, new: str) -> list[str]:
    """What is told when one thing in one file is written otherwise."""
    key = file.removesuffix(".yml").replace("/", "_")
    assert old in FILES[file]
    root = written(folder, **{key: FILES[file].replace(old, new, 1)})
    with pytest.raises(ContentError) as error:
        read_catalogue(root)
    return str(error.value).split("\n")


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        (
            "services/omaolo.yml", '"9.30"', '"9,30"',
            "content/services/omaolo.yml:15: '9,30' is not a time. Fix: write it as \"8.00\".",
        ),
        (
            "services/omaolo.yml", 'from: "8.00"', 'from: "18.00"',
            "content/services/omaolo.yml:14: it closes before it opens."
            " Fix: give 'from' the earlier time.",
        ),
        (
            "services/omaolo.yml", "mon-tue", "mon-tus",
            "content/services/omaolo.yml:14: 'mon-tus' is not a weekday."
            " Fix: use mon, tue, wed, thu, fri, sat, sun.",
        ),
        (
            "services/omaolo.yml", '"2026-11-21"', '"21.11.2026"',
            "content/services/omaolo.yml:22: '21.11.2026' is not a date."
            ' Fix: write it as "2026-11-21".',
        ),
        (
            "services/omaolo.yml", "kind: web", "kind: fax",
            "content/services/omaolo.yml:6: 'fax' is not a kind."
            " Fix: use 'chat', 'form', 'phone', 'place', 'sms', 'web'.",
        ),
        (
            "services/station.yml", "[sipoo]", "[spioo]",
            "content/services/station.yml:6: there is no municipality 'spioo'."
            " Fix: correct the name, or add the municipality.",
        ),
        (
            "needs/cough.yml", "[health_station]", "[helth_station]",
            "content/needs/cough.yml:14: there is no service 'helth_station'."
            " Fix: correct the name, or add the service.",
        ),
        (
            "needs/cough.yml", "municipality: [sipoo]", "municipality: [spioo]",
            "content/needs/cough.yml:9: there is no municipality 'spioo'."
            " Fix: correct the name, or add the municipality.",
        ),
        (
            "needs/cough.yml", "assessment: cough", "assessment: cuogh",
            "content/needs/cough.yml:20: there is no assessment 'cuogh'."
            " Fix: correct the name, or add the assessment.",
        ),
        (
            "needs/cough.yml", "service: omaolo, open", "service: omalo, open",
            "content/needs/cough.yml:12: there is no service 'omalo'."
            " Fix: correct the name, or add the service.",
        ),
        (
            "needs/cough.yml", "{under: 18}", "{under: lapsi}",
            "content/needs/cough.yml:15: 'lapsi' is not a whole number."
            " Fix: write digits only, such as 15.",
        ),
        (
            "faq/fees.yml", "[omaolo]", "[omalo]",
            "content/faq/fees.yml:5: there is no service 'omalo'."
            " Fix: correct the name, or add the service.",
        ),
        (
            "menu.yml", "- fees", "- fee",
            "content/menu.yml:3: there is no need or question 'fee'."
            " Fix: correct the name, or add the need or question.",
        ),
        (
            "queues.yml", "[sipoo]", "[spioo]",
            "content/queues.yml:6: there is no municipality 'spioo'."
            " Fix: correct the name, or add the municipality.",
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told(tmp_path: Path, file: str, old: str, new: str, problem: str) -> None:
    """The owner learns which file, which line, and what to do."""
    assert broken(tmp_path, file, old, new) == [problem]


@pytest.mark.parametrize(
    ("routes", "problem"),
    [
        (
            "routes: []",
            "content/needs/cough.yml:3: the need leads nowhere."
            " Fix: add one row without 'when' under 'routes'.",
        ),
        (
            "routes: [{when: {who: child}, says: {fi: a, sv: b}, services: [omaolo]}]",
            "content/needs/cough.yml:3: the last row does not fit everyone."
            " Fix: add a last row without 'when'.",
        ),
    ],
    ids=["no rows", "last row"],
)
def test_rows_that_do_not_fit_everyone(tmp_path: Path, routes: str, problem: str) -> None:
    """The code needs no fallback, because content without one is refused."""
    text = f"label: {{fi: a, sv: b}}\nexamples: {{fi: [a], sv: [b]}}\n{routes}\n"
    with pytest.raises(ContentError) as error:
        read_catalogue(written(tmp_path, needs_cough=text))
    assert str(error.value) == problem


def test_all_problems_at_once(tmp_path: Path) -> None:
    """One run tells everything, in several files."""
    root = written(
        tmp_path,
        menu="- cough\n- cough: x\n",
        messages_notice="rephrase: {fi: Mitä?}\n",
        faq_fees="a: &x 1\n",
    )
    _, problems = try_catalogue(root)
    assert {p.file.name for p in problems} == {"menu.yml", "notice.yml", "fees.yml"}
