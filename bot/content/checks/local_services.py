"""Local services: one of each kind for every municipality, and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.content.checks.spot import Spot

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.catalogue import Catalogue
    from bot.content.problem import Problem


def find(catalogue: Catalogue, root: Path) -> Iterator[Problem]:
    """Municipalities that two services claim, or none; services that are local by half."""
    served: dict[tuple[str, str], str] = {}
    for service in catalogue.services.values():
        spot = Spot(root, f"services/{service.id}.yml")
        if service.local and not service.municipalities:
            says = f"it is local ({service.local}) and serves no municipality."
            yield spot.at("local").problem(says, "add 'municipalities', or remove 'local'.")
        if service.municipalities and not service.local:
            says = "it serves named municipalities and is of no local kind."
            yield spot.at("municipalities").problem(says, "add 'local', or remove this.")
            continue
        for number, home in enumerate(service.municipalities):
            other = served.setdefault((service.local or "", home), service.id)
            if other != service.id:
                says = f"'{home}' has two services of the kind '{service.local}'; '{other}' is one."
                fix = "leave the municipality in one of them."
                yield spot.at("municipalities", number).problem(says, fix)
    for kind in sorted(catalogue.local_kinds):
        for home in catalogue.municipalities:
            if (kind, home) not in served:
                says = f"'{home}' has no '{kind}', which other municipalities have."
                fix = f"add a service with 'local: {kind}' and this municipality."
                yield Spot(root, "municipalities.yml").at(home).problem(says, fix)
