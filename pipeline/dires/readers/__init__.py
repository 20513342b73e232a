"""Sources to articles: text files, web pages, JSON lines, folders, globs, records in memory."""

from dires.readers.metadata import Metadata, read_metadata
from dires.readers.paths import SUFFIXES
from dires.readers.published import iso_date
from dires.readers.reading import InputError, Reading, Sourced
from dires.readers.sources import Source, read

__all__ = [
    "SUFFIXES",
    "InputError",
    "Metadata",
    "Reading",
    "Source",
    "Sourced",
    "iso_date",
    "read",
    "read_metadata",
]
