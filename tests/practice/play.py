"""Starts Rasa and the actions, plays simulated residents against them, prints the table.

usage: python -m tests.practice.play [--show] [--only TAG] FILE.yml …
"""

from __future__ import annotations

import sys

from tests.practice import drive
from tests.product import running


def main() -> int:
    """Run the driver against a product of its own; its exit code says only that it ran."""
    with running("rasa", "actions") as addresses:
        url = f"{addresses['rasa']}/webhooks/rest/webhook"
        sys.argv = ["drive", "--url", url, *sys.argv[1:]]
        drive.main()
    return 0


if __name__ == "__main__":
    sys.exit(main())
