"""What every test stands on: the folder of caches, and no telemetry."""

import os

from bot.settings import ROOT

os.environ.setdefault("OPASTIN_VAR", str(ROOT / "var"))
os.environ["RASA_TELEMETRY_ENABLED"] = "false"
