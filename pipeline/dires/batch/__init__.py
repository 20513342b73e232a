"""Many articles: the pipeline run over a stream of sources, and where the results go."""

from dires.batch.run import Summary, extract_to
from dires.batch.sinks import FORMATS, Sink, check_sink, format_of, open_sink
from dires.batch.stream import OnError, extract
from dires.readers import InputError

__all__ = [
    "FORMATS",
    "InputError",
    "OnError",
    "Sink",
    "Summary",
    "check_sink",
    "extract",
    "extract_to",
    "format_of",
    "open_sink",
]
