"""Finnish and Swedish that do not say the same: placeholders, numbers, links."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from bot.content.checks.things import said

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.catalogue import Catalogue
    from bot.content.checks.things import Said
    from bot.content.problem import Problem

PLACEHOLDER: Final = re.compile(r"\{\w*\}")
NUMBER: Final = re.compile(r"\d+(?:[.,:]\d+)*")
LINK: Final = re.compile(r"https?://\S+|www\.\S+")


def find(catalogue: Catalogue, root: Path) -> Iterator[Problem]:
    """Texts whose two languages leave room for other facts, or give other ones."""
    for each in said(catalogue, root):
        yield from _placeholders(each)
        yield from _numbers(each)
        yield from _links(each)


def _placeholders(each: Said) -> Iterator[Problem]:
    fi, sv = (set(PLACEHOLDER.findall(text)) for text in (each.text.fi, each.text.sv))
    for name in sorted(fi ^ sv):
        has, lacks = ("Finnish", "Swedish") if name in fi else ("Swedish", "Finnish")
        spot = each.spot.at("sv" if lacks == "Swedish" else "fi")
        says = f"the {has} text has {name} and the {lacks} one has not."
        yield spot.problem(says, f"write {name} in both, or in neither.")


def _numbers(each: Said) -> Iterator[Problem]:
    fi, sv = (_figures(text) for text in (each.text.fi, each.text.sv))
    if fi != sv:
        only = [_listed(fi - sv), _listed(sv - fi)]
        says = f"the numbers differ: {only[0]} only in Finnish, {only[1]} only in Swedish."
        yield each.spot.at("sv").problem(says, "give the same numbers in both languages.")


def _figures(text: str) -> Counter[str]:
    plain = LINK.sub("", PLACEHOLDER.sub("", text))
    return Counter(NUMBER.findall(plain))


def _listed(numbers: Counter[str]) -> str:
    return ", ".join(sorted(numbers.elements())) or "none"


def _links(each: Said) -> Iterator[Problem]:
    fi, sv = (len(LINK.findall(text)) for text in (each.text.fi, each.text.sv))
    if fi != sv:
        says = f"the Finnish text has {fi} links and the Swedish one {sv}."
        yield each.spot.at("sv").problem(says, "link from both languages, or from neither.")
