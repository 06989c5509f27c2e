"""`python -m chat.manage add_administrator`: the first account of a desk in production."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from chat.desk.models import Professional, Role
from chat.desk.staff import Facts, hire, new_password


class Command(BaseCommand):
    """Makes an administrator and prints the first password."""

    help = "Make an administrator, who makes the other accounts at the desk."

    def add_arguments(self, parser: CommandParser) -> None:
        """Login and name."""
        parser.add_argument("username")
        parser.add_argument("name")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Make it, unless the login is taken."""
        username = options["username"]
        if Professional.objects.filter(account__username=username).exists():
            raise CommandError(f"'{username}' exists. Fix: choose another login.")
        password = new_password()
        hire(username, password, Facts(name=options["name"], role=Role.ADMINISTRATOR))
        self.stdout.write(f"{username} {password}")
