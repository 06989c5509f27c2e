"""`python -m chat.manage demo_professionals`: two accounts to try the desk with."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from chat.desk.demo import RefusedInProduction, ensure_demo


class Command(BaseCommand):
    """Makes them once; production refuses."""

    help = "Make two demo professionals for development; their password goes into var/."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Make them, unless they are there."""
        try:
            ensure_demo()
        except RefusedInProduction:
            fix = "make real accounts with add_administrator"
            raise CommandError(f"OPASTIN_ENV is production. Fix: {fix}.") from None
