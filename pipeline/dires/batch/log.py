"""The log of a run, on the logger ``dires.batch``: failures with their tracebacks."""

from __future__ import annotations

import logging

from dires.readers import InputError

_logger = logging.getLogger("dires.batch")
_logger.addHandler(logging.NullHandler())


def log_error(error: InputError) -> None:
    """Log a failure: the stage, the place, the reason, and where in the code it arose."""
    trace = f"\n{error.trace}" if error.trace else ""
    _logger.error("%s: %s%s", error.stage, error, trace)
