"""Everyday words beside a danger take nothing from it."""

from __future__ import annotations

import pytest

from bot.content.current import guard


@pytest.mark.parametrize(
    "text",
    [
        "äiti menetti tajuntansa sohvalla",
        "isän sydän pysähtyi autossa",
        "kummityttö hukkuu",
        "haluan kuolla nyt kun äiti kuoli",
        "pappa makaa kasvimaalla, elvytän",
        "ursäkta, jag tog fel medicin",
        "tog dubbel dos per misstag",
        "han fick nån tia-attack",
        "misshandel pågår, vad gör jag",
        "han slog mej me tennisracket",
        "jag tar mitt liv med egna händer",
        "jag har självmordstankar sen utbildningen började",
        "pappa 80 år halvsidesförlamning",
        "vi krockade och krockkudden löste ut",
        "hjärtstopp i bilen",
        "ho blev utnyttja av tre killar",
        "han följer efter mig upp i trappan nu",
        "outo hahmo uhkaa puukolla pihalla",
        "poika sai kouristuksen tietokonepelin ääressä",
        "kesken larpin kaveri lyyhistyi tajuttomana maahan",
        "isä harjoitteli kuntosalilla ja makaa nyt tajuttomana",
        "nainen makaa tajuttomana vakuutusyhtiön edessä",
        "mies sai sydänkohtauksen kesäteatterin katsomossa",
        "barnet svalde en bit skumgummi o får int luft",
    ],
)
def test_a_word_beside_it_hides_no_emergency(text: str) -> None:
    """What is around (a sofa, a car, an apology) does not silence the rule."""
    assert guard().judge_by_rules(text).state == "emergency"
