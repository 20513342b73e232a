"""``python docs/tables.py``: write the tables of ``dates.md`` and ``quantities.md`` anew.

Every line is an example of a rule, and what the stage makes of it now; the examples are those that
run as tests. The tests fail where a page is not what this command writes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from dires import dates, quantities
from dires.dates.rules import Rule, grammar
from dires.quantities import changes, false_positives, modifiers
from dires.quantities.readings import readings

FOLDER = Path(__file__).parent
LEVELS = (
    "Numbers in words",
    "Words of the calendar, hours, lengths of time, repetitions",
    "Approximate lengths, parts of periods and of days",
    "Counted from the publication or from a date mentioned before",
    "From one date to another",
    "With their prepositions",
)
_TABLES = re.compile(r"(?<=<!-- tables -->\n).*(?=<!-- end of tables -->)", re.DOTALL)


def page(name: str) -> str:
    """What the page should be: its words, with the tables of now."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    lines = {"dates.md": _dates, "quantities.md": _quantities}[name]()
    return _TABLES.sub(lambda _: "\n" + "\n".join(lines) + "\n\n", text)


def _dates() -> Iterator[str]:
    for title, rules in zip(LEVELS, grammar().levels, strict=True):
        shown = [rule for rule in rules if rule.make != "nothing"]
        yield from _table(title, ("rule", "example", "value", "modifier"), _date_rows(shown))
    dropped = (
        (rule.id, _code(example["text"]))
        for level in grammar().levels
        for rule in level
        for example in rule.examples
        if "found" not in example
    )
    yield from _table("What is no date", ("rule", "example"), dropped)


def _date_rows(rules: Iterable[Rule]) -> Iterator[tuple[str, ...]]:
    for rule in rules:
        for example in rule.examples:
            if "found" not in example:
                continue
            found = dates.find(example["text"], published=example.get("published"))
            date = next(d for d in found if example["found"].lower() in d.text.lower())
            day = f" ({example['published']})" if "published" in example else ""
            text = _marked(example["text"], date.start, date.end)
            yield rule.id, text + day, f"`{date.value}`", date.modifier or ""


def _quantities() -> Iterator[str]:
    head = ("rule", "example", "value", "unit", "bounds")
    yield from _table("Readings", head, _reading_rows())
    rows = (
        (rule["name"], ", ".join(rule["before"]), ", ".join(rule["after"]))
        for rule in modifiers.rules()
    )
    yield from _table("Modifiers", ("modifier", "before the number", "after the unit"), rows)
    changed = (
        (_code(example["text"]), ", ".join(change or "none" for change in example["changes"]))
        for example in changes.examples()
    )
    yield from _table("Change", ("example", "change of each quantity"), changed)
    dropped = ((rule.name, _code(rule.example)) for rule in false_positives.rules())
    yield from _table("What is no quantity", ("rule", "example"), dropped)


def _reading_rows() -> Iterator[tuple[str, ...]]:
    for reading in readings():
        for example in reading["examples"]:
            found = quantities.find(example["text"])
            quantity = next(q for q in found if q.text == example["found"])
            bounds = f"{quantity.low} to {quantity.high}" if quantity.low is not None else ""
            text = _marked(example["text"], quantity.start, quantity.end)
            value = f"`{quantity.value:.12g}`" if quantity.value is not None else ""
            yield (
                reading["rule"],
                text,
                value,
                f"`{quantity.unit}`" if quantity.unit else "",
                bounds,
            )


def _table(title: str, head: tuple[str, ...], rows: Iterable[tuple[Any, ...]]) -> Iterator[str]:
    yield from (f"### {title}", "", _row(head), _row(("---",) * len(head)))
    last = None
    for row in rows:
        yield _row((row[0] if row[0] != last else "", *row[1:]))
        last = row[0]
    yield ""


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"


def _code(text: str) -> str:
    return text.replace("*", "\\*")


def _marked(text: str, start: int, end: int) -> str:
    return f"{_code(text[:start])}**{_code(text[start:end])}**{_code(text[end:])}"


def main() -> None:
    """Write both pages."""
    for name in ("dates.md", "quantities.md"):
        (FOLDER / name).write_text(page(name), encoding="utf-8")
        print(f"Written: {FOLDER / name}")


if __name__ == "__main__":
    main()
