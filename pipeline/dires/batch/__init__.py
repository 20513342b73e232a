"""Many articles: the pipeline run over a stream of sources, and where the results go."""

from dires.batch.sinks import FORMATS, Sink, format_of, open_sink
from dires.batch.stream import OnError, extract
from dires.readers import InputError

__all__ = ["FORMATS", "InputError", "OnError", "Sink", "extract", "format_of", "open_sink"]
