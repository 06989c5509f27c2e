"""Logs of events, never of words: one line each, ids and counts only."""

import logging
import re
import traceback
from types import TracebackType
from typing import Any, Final

Fact = str | int | float | bool | None

_ID: Final = re.compile(r"[\w.:/@+-]{1,80}", re.ASCII)


class Events:
    """Writes what happened, by the name of the event and the ids concerned."""

    def __init__(self, name: str) -> None:
        self._logger = logging.getLogger(name)

    def info(self, event: str, **facts: Fact) -> None:
        """Something happened as it should."""
        self._logger.info(_line(event, facts))

    def warning(self, event: str, **facts: Fact) -> None:
        """Something went wrong, and the resident was helped all the same."""
        self._logger.warning(_line(event, facts))

    def failure(self, event: str, error: BaseException, **facts: Fact) -> None:
        """Something went wrong that somebody has to look at."""
        self._logger.error(_line(event, facts), exc_info=error)


class EventFormatter(logging.Formatter):
    """Prints where an exception came from, but not its text: that may hold a resident's words."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    def formatException(  # noqa: N802 - the name is logging's
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None]
        | tuple[None, None, None],
    ) -> str:
        """The frames and the types, cause first."""
        lines: list[str] = []
        failure: BaseException | None = ei[1]
        while failure is not None:
            frames = traceback.extract_tb(failure.__traceback__)
            where = [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
            lines = [*where, f"  {type(failure).__qualname__}", *lines]
            failure = failure.__cause__ or failure.__context__
        return "\n".join(lines)


def configuration(level: str = "INFO") -> dict[str, Any]:
    """The logging of a whole process, for `logging.config.dictConfig`."""
    quiet = ("httpx", "httpcore", "asyncio", "uvicorn.access")
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"events": {"()": "bot.log.EventFormatter"}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "events"}},
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {
            **{
                name: {"handlers": [], "propagate": True}
                for name in ("django", "uvicorn", "uvicorn.error")
            },
            **{name: {"handlers": [], "propagate": True, "level": "WARNING"} for name in quiet},
        },
    }


def _line(event: str, facts: dict[str, Fact]) -> str:
    return " ".join([event, *(f"{name}={_shown(value)}" for name, value in facts.items())])


def _shown(value: Fact) -> str:
    """An id or a number as it is; anything that could be a sentence is hidden."""
    text = str(value)
    return text if _ID.fullmatch(text) else "(hidden)"
