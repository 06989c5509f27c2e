"""Makes and changes the accounts of professionals."""

import secrets
from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.db import transaction

from chat.desk.models import Membership, Professional, Role


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What an administrator decides about a professional."""

    name: str
    role: str = Role.PROFESSIONAL
    languages: tuple[str, ...] = ("fi",)
    queues: tuple[str, ...] = ()
    limit: int = 3
    is_active: bool = True


def new_password() -> str:
    """A first password, to be changed by its owner."""
    return secrets.token_urlsafe(12)


@transaction.atomic
def hire(username: str, password: str, facts: Facts, *, is_demo: bool = False) -> Professional:
    """A new professional with an account."""
    account = get_user_model().objects.create_user(username, password=password)
    professional = Professional(account=account, is_demo=is_demo, language=facts.languages[0])
    return change(professional, facts)


@transaction.atomic
def change(professional: Professional, facts: Facts) -> Professional:
    """Write down what was decided; who is no longer active cannot log in."""
    professional.name, professional.role, professional.limit = facts.name, facts.role, facts.limit
    professional.speaks_fi = "fi" in facts.languages
    professional.speaks_sv = "sv" in facts.languages
    professional.save()
    professional.account.is_active = facts.is_active
    professional.account.save(update_fields=["is_active"])
    professional.memberships.all().delete()
    Membership.objects.bulk_create(
        Membership(professional=professional, queue=queue) for queue in facts.queues
    )
    return professional
