"""The situations in which residents may be told different things about one topic."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from itertools import pairwise, product
from typing import TYPE_CHECKING, Final, NamedTuple, get_args

from bot.catalogue import Need, Who, is_holiday

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import datetime

    from bot.catalogue import Catalogue, Faq

Value = str | int | bool | None
Box = tuple[frozenset[Value], ...]
"""Values for each part of a case: all the cases one can make of them."""

WEEKEND: Final = 5
WHO: Final = {
    "self": "for oneself",
    "child": "for a child",
    "other": "for someone else",
    None: "when it is not told for whom",
}


class Case(NamedTuple):
    """One resident: where from, for whom, how old, and whether it is night."""

    municipality: str | None
    who: Who | None
    age: int | None
    night: bool


def universe(topics: Iterable[Need | Faq], homes: Iterable[str]) -> tuple[Sequence[Value], ...]:
    """The values of each part of a case that can make a difference to a topic, before or after."""
    conditions = [row.when for need in topics if isinstance(need, Need) for row in need.routes]
    edges = {edge for when in conditions for edge in (when.age_from, when.age_under) if edge}
    return (
        (None, *homes),
        (None, *get_args(Who)) if any(when.who for when in conditions) else (None,),
        (None, 0, *sorted(edges)) if edges else (None,),
        (False, True) if any(when.service_open for when in conditions) else (False,),
    )


def cases(parts: tuple[Sequence[Value], ...]) -> list[Case]:
    """Every case that one can make of the values."""
    return [Case(*values) for values in product(*parts)]  # type: ignore[arg-type]


def moment_of(case: Case, now: datetime) -> datetime:
    """Ten in the morning or three at night of the next working day."""
    day = now
    while day.weekday() >= WEEKEND or is_holiday(day.date()):
        day += timedelta(days=1)
    return day.replace(hour=3 if case.night else 10, minute=0, second=0, microsecond=0)


def merged(found: Iterable[Case], parts: tuple[Sequence[Value], ...]) -> list[Box]:
    """The same cases as few boxes."""
    boxes: set[Box] = {tuple(frozenset([value]) for value in case) for case in found}
    for part in range(len(parts)):
        alike: dict[Box, frozenset[Value]] = defaultdict(frozenset)
        for box in boxes:
            alike[(*box[:part], *box[part + 1 :])] |= box[part]
        boxes = {(*rest[:part], values, *rest[part:]) for rest, values in alike.items()}
    return sorted(boxes, key=lambda box: [sorted(map(str, values)) for values in box])


def described(box: Box, parts: tuple[Sequence[Value], ...], catalogue: Catalogue) -> str:
    """Who these residents are, in words; what makes no difference is left out."""
    homes, who, ages, night = box
    told = [_homes(homes, parts[0], catalogue)]
    told += [", ".join(WHO[one] for one in WHO if one in who)] if len(who) < len(parts[1]) else []
    told += [_ages(ages, parts[2])] if len(ages) < len(parts[2]) else []
    told += ["at night" if True in night else "by day"] if len(night) < len(parts[3]) else []
    return "; ".join(told)


def _homes(homes: Collection[Value], every: Sequence[Value], catalogue: Catalogue) -> str:
    named = [home for home in every if home in homes and home is not None]
    if len(named) == len(every) - 1:
        return "Everywhere" if None in homes else "All municipalities"
    names = [catalogue.municipalities[str(home)].name for home in named]
    told = [name.fi if name.fi == name.sv else f"{name.fi}/{name.sv}" for name in names]
    return ", ".join([*told, *(["municipality not told"] if None in homes else [])])


def _ages(ages: Collection[Value], every: Sequence[Value]) -> str:
    edges = [age for age in every if isinstance(age, int)]
    upto = {young: f"{young}–{old - 1} years old" for young, old in pairwise(edges)}
    told = [upto.get(age, f"{age} or older") for age in edges if age in ages]
    return ", ".join([*told, *(["age not told"] if None in ages else [])])
