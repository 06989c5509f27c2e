"""What a change does to what residents are told, in words for a content owner."""

from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue import Catalogue, Condition, EmergencyContact, Matrix, Need, Row, Text
from bot.content.changes.cases import Case, cases, described, merged, moment_of, universe
from bot.content.changes.change import listed, told
from bot.content.changes.compare import report
from tests.factories import (
    CHAT,
    CHEST_PAIN,
    COUGH,
    COUNTY_QUEUE,
    FEES,
    SIPOO,
    STATION_SIPOO,
    TEETH,
    TUESDAY_NOON,
    catalogue,
    emergency,
    faq,
    helsinki,
    keyed,
    need,
    phone,
    provenance,
    route,
    service,
    text,
    weekly,
)

PARTS = (
    (None, "sipoo", "porvoo"),
    (None, "self", "child", "other"),
    (None, 0, 13, 18),
    (False, True),
)


def lines(before: Catalogue, after: Catalogue) -> list[str]:
    """The report without its blank lines and the count at its end."""
    return [line for line in report(before, after, TUESDAY_NOON) if line][:-1]


def with_rows(*rows: Any, **rest: Any) -> Catalogue:
    """The small county with a need of these rows."""
    return catalogue(need("itch", *rows, **rest))


def test_nothing_changes() -> None:
    """Then nothing is told but how much was compared."""
    *_, last = report(catalogue(), catalogue(), TUESDAY_NOON)
    assert lines(catalogue(), catalogue()) == []
    assert last.startswith("0 of ")


def test_another_order_for_one_municipality() -> None:
    """Who is guided elsewhere, from where to where, in both languages."""
    home = Condition(municipality=("sipoo",))
    before = with_rows(route("omaolo", "health_station"))
    after = with_rows(
        route("health_station", "omaolo", when=home), route("omaolo", "health_station")
    )
    assert lines(before, after) == [
        "Where residents are guided",
        "Itch / sv:Itch",
        "  Sipoo/Sibbo",
        "    fi guides to: omaolo, then own health_station → own health_station, then omaolo",
        "    sv guides to: sv:omaolo, then own health_station → own health_station, then sv:omaolo",
    ]


def test_everybody_is_told_other_words() -> None:
    """Once, not once for each municipality; long texts stand below each other."""
    old, new = "a" * 70, "b" * 70
    before, after = with_rows(route("omaolo", says=old)), with_rows(route("omaolo", says=new))
    found = lines(before, after)[2:6]
    assert found == ["  Everywhere", "    fi says:", f"      - {old}", f"      + {new}"]


def test_a_question_more() -> None:
    """Residents of whom the fact is not known are asked for it."""
    rows = (route("omaolo", when=Condition(who=("child",))), route("omaolo"))
    found = lines(with_rows(*rows), with_rows(*rows, asks=("who",)))
    assert found[2:4] == [
        "  Everywhere; when it is not told for whom",
        "    fi guides to: omaolo → nothing",
    ]
    assert "    fi asks for: nothing → who" in found


def test_ages_and_hours() -> None:
    """Only those are named whom it concerns."""
    young = Condition(age_from=13, age_under=18)
    night = Condition(service_open=("hyva_digi", False))
    before = with_rows(route("omaolo"))
    after = with_rows(route("omaolo", "hyva_digi", when=young), route("omaolo"))
    assert "  Everywhere; 13–17 years old" in lines(before, after)
    after = with_rows(route("medical_helpline", when=night), route("omaolo"))
    assert "  Everywhere; at night" in lines(before, after)


def test_alerts_reasons_and_assessments() -> None:
    """Each part of guidance that changes is told; why one went to what is gone is not."""
    before = with_rows(route("omaolo", assessment="cough", alert=text("112")))
    after = with_rows(route("hyva_digi", alert=text("116 117")))
    assert lines(before, after)[3:6] == [
        "    fi guides to: omaolo → hyva_digi",
        "    fi assessment: cough → nothing",
        "    fi alert: 112 → 116 117",
    ]


def test_rows_of_the_matrix() -> None:
    """What a route shows of it."""
    row = Row(function="f", municipality=None, value=text("old"), provenance=provenance())
    shown = need("n", route("omaolo", shows=("f",)))
    before = catalogue(shown, matrix=Matrix(functions={"f": text("F")}, rows=(row,)))
    renewed = replace(row, value=text("new"))
    after = replace(before, matrix=replace(before.matrix, rows=(renewed,)))
    assert "    fi shows: old → new" in lines(before, after)
    assert lines(before, after)[-2:] == ["matrix.yml", "  rows have changed"]


def test_a_topic_that_ends() -> None:
    """Its day, and that nothing of today is known after it."""
    before = with_rows(route("omaolo"))
    after = with_rows(route("omaolo"), provenance=provenance(valid_until=date(2026, 11, 20)))
    assert lines(before, after)[2:5] == [
        "  ends: nothing → 2026-11-20",
        "  Everywhere",
        "    fi guides to: omaolo → nothing",
    ]


def test_an_answer() -> None:
    """Old and new."""
    after = replace(catalogue(), faqs={"fees": replace(FEES, answer=text("other"))})
    assert lines(catalogue(), after)[:4] == [
        "What frequent questions are answered",
        "Fees / sv:Fees",
        "  Everywhere",
        "    fi answers: answer to fees → other",
    ]


def test_a_number_and_where_it_is_shown() -> None:
    """A contact is told once, with every answer in which residents see it."""
    moved = replace(STATION_SIPOO, contacts=(phone("019 1"),))
    after = replace(catalogue(), services={**catalogue().services, moved.id: moved})
    assert lines(catalogue(), after) == [
        "Services and their contacts",
        "health_station_sipoo / sv:health_station_sipoo",
        "  fi phone Puhelin: 019 5600 600 (ma–pe 8–16) → 019 1",
        "  sv phone Telefon: 019 5600 600 (må–fr 8–16) → 019 1",
        "  shown in: Cough / sv:Cough, Teeth / sv:Teeth, a request for a person",
    ]


def test_other_things_of_a_service() -> None:
    """Order, name, identification, two contacts alike; what is kept back stays so."""
    first, second = phone("1"), phone("2")
    before = catalogue(service("s", first, second))
    turned = service("s", second, first, phone("3", confidence="low"), identification="strong")
    assert lines(before, catalogue(turned))[2:] == [
        "  fi phone Puhelin: 1 → 2",
        "  fi phone Puhelin (2): 2 → 1",
        "  sv phone Telefon: 1 → 2",
        "  sv phone Telefon (2): 2 → 1",
        "  identification: none → strong",
        "  shown in: no answer",
    ]
    swapped = replace(CHAT, contacts=(*CHAT.contacts, first))
    back = replace(CHAT, contacts=(first, *CHAT.contacts))
    found = lines(*(replace(catalogue(), services=keyed([one])) for one in (swapped, back)))
    assert "  fi contacts in another order: name, about, phone Puhelin, web Verkkosivu" in found


def test_new_and_gone() -> None:
    """A new topic with where it leads, a new service with its contacts; names of what is gone."""
    more = catalogue(
        need("itch", examples={"fi": ("a", "b"), "sv": ("c",)}),
        faq("ticks"),
        service("desk", phone("019 2"), assessments=catalogue().services["omaolo"].assessments),
        emergency("stroke"),
    )
    found = lines(catalogue(), more)
    assert found[:5] == [
        "EMERGENCIES: READ THESE FIRST",
        "Stroke / sv:Stroke: NEW",
        "  numbers: 112",
        "  fi words: Soita {number}. 112.",
        "  sv words: sv:Soita {number}. 112.",
    ]
    assert found[6:9] == [
        "Itch / sv:Itch: NEW",
        "  asked in 2 in fi, 1 in sv",
        "  fi guides to: nothing → omaolo",
    ]
    assert "  fi assessment cough: Yskä" in found
    assert [line for line in lines(more, catalogue()) if line.endswith("GONE")] == [
        "Stroke / sv:Stroke: GONE",
        "Itch / sv:Itch: GONE",
        "Ticks / sv:Ticks: GONE",
        "desk / sv:desk: GONE",
    ]


def test_emergencies_come_first() -> None:
    """Numbers and words before what finds them."""
    changed = replace(
        CHEST_PAIN,
        level="urgent",
        contacts=(EmergencyContact(number="116 117"), EmergencyContact(number="1", hours=None)),
        rules={"fi": ("rinta",), "sv": ()},
    )
    after = catalogue(menu=("fees",))
    after = replace(after, emergencies={"chest_pain": changed})
    assert lines(catalogue(), after)[:7] == [
        "EMERGENCIES: READ THESE FIRST",
        "Chest_Pain / sv:Chest_Pain",
        "  fi numbers: 112 → 116 117, then 1",
        "  sv numbers: 112 → 116 117, then 1",
        "  level: life → urgent",
        "  fi rules: 0 → 1",
        "    + rinta",
    ]


def test_ways_of_asking() -> None:
    """How many there were and are, and the lines that come and go."""
    asked: Need = replace(
        COUGH, keywords={"fi": ("yskä",), "sv": ()}, examples={"fi": ("köhä",), "sv": ()}
    )
    after = replace(catalogue(), needs={**catalogue().needs, "cough": asked})
    assert lines(catalogue(), after) == [
        "How residents ask",
        "Cough / sv:Cough",
        "  fi keywords: 0 → 1",
        "    + yskä",
        "  fi ways of asking: 0 → 1",
        "    + köhä",
    ]


def test_a_long_list_is_counted() -> None:
    """Five lines, then how many more."""
    assert list(listed("x", (), [str(n) for n in range(7)])) == [
        "x: 0 → 7", "  + 0", "  + 1", "  + 2", "  + 3", "  + 4", "  + and 2 more",
    ]  # fmt: skip


def test_a_text_that_comes_or_goes() -> None:
    """A long one stands alone."""
    assert list(told("x", "", "b" * 70)) == ["x:", f"  + {'b' * 70}"]
    assert list(told("x", "a" * 70, "")) == ["x:", f"  - {'a' * 70}"]


def test_sentences_and_the_menu() -> None:
    """Every sentence in full."""
    messages = {**catalogue().messages, "notice.rephrase": Text(fi="Mitä?", sv="Vad?")}
    after = replace(catalogue(), messages=messages, menu=("fees",))
    assert lines(catalogue(), after) == [
        "What else is said",
        "notice.rephrase",
        "  fi: notice.rephrase → Mitä?",
        "  sv: sv:notice.rephrase → Vad?",
        "Menu",
        "  buttons: Cough / sv:Cough, Fees / sv:Fees → Fees / sv:Fees",
    ]


def test_places_and_queues() -> None:
    """Which parts have changed; hours in full."""
    after = replace(
        catalogue(),
        municipalities=keyed([replace(SIPOO, also={"fi": (), "sv": ()})]),
        queues=keyed([replace(COUNTY_QUEUE, hours=weekly(range(5), "8.00", "15.00"))]),
    )
    assert lines(catalogue(), after)[-7:] == [
        "Municipalities, queues and the rest",
        "Porvoo / Borgå: GONE",
        "Sipoo / Sibbo",
        "  changed: forms of the name",
        "Jono / Kö",
        "  changed: hours",
        "  hours: ma–pe 8–16 → ma–pe 8–15",
    ]
    assert "Porvoo / Borgå: NEW" in lines(after, catalogue())


def test_only_what_matters_is_gone_through() -> None:
    """A topic that turns on nothing is asked once for each municipality."""
    assert universe([TEETH], ["sipoo"]) == ((None, "sipoo"), (None,), (None,), (False,))
    young = need("n", route("omaolo", when=Condition(age_from=13, age_under=18)))
    assert universe([young, FEES], [])[2] == (None, 0, 13, 18)


def test_the_next_working_day() -> None:
    """Hours are compared on a day when services are open, and in its night."""
    saturday = helsinki(2026, 12, 5)
    day = Case(None, None, None, night=False)
    assert moment_of(day, saturday) == helsinki(2026, 12, 7, 10)
    assert moment_of(day._replace(night=True), helsinki(2026, 12, 24)) == helsinki(2026, 12, 28, 3)


@given(st.sets(st.sampled_from(cases(PARTS))))
def test_boxes_hold_the_same_cases(found: set[Case]) -> None:
    """However they are merged: none is lost, none is added, none stands twice."""
    held = [case for box in merged(found, PARTS) for case in product(*box)]
    assert len(held) == len(set(held))
    assert set(held) == set(found)


def test_everyone_is_one_box() -> None:
    """And whoever is meant is named in words."""
    boxes = merged(cases(PARTS), PARTS)
    assert [described(box, PARTS, catalogue()) for box in boxes] == ["Everywhere"]
    some = [Case(home, "child", None, night=False) for home in ("sipoo", "porvoo")]
    (box,) = merged(some, PARTS)
    assert described(box, PARTS, catalogue()) == (
        "All municipalities; for a child; age not told; by day"
    )
    (box,) = merged([Case(None, None, 18, night=True)], PARTS)
    assert described(box, PARTS, catalogue()) == (
        "municipality not told; when it is not told for whom; 18 or older; at night"
    )
