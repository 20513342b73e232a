"""The errors of an evaluation as a web page: each in its sentence, highlighted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from itertools import groupby
from typing import Any, Final

from dires.evaluation.scoring import Evaluation
from dires.evaluation.stages import Error

_AROUND: Final = 300
_ENDS: Final = re.compile(r"(?<=[.!?…»”\"])\s+(?=[«“\"A-ZÀ-Ý–—])|\n+")
_STYLE: Final = """
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
nav a { margin-right: 1em; white-space: nowrap }
h2 { margin-top: 3rem } h3 { margin: 2rem 0 0 }
p { margin: .4rem 0 } small, .says { color: GrayText }
mark { padding: .1em .2em; border-radius: .2em; color: black; background: #ffe08a }
.missed mark { background: #ffd0a0 } .spurious mark { background: #f5b8d8 }
del { text-decoration-color: #d33 } ins { text-decoration: none; font-weight: 600 }
"""


def page(evaluation: Evaluation, gold: Iterable[Mapping[str, Any]]) -> str:
    """An HTML document of every error, by stage and kind; `gold` has the records measured against.

    Each error stands in its sentence with its place (article, half-open offsets), what was
    predicted struck out and what the gold says behind it.
    """
    texts = {record["id"]: record["text"] for record in gold}
    ordered = sorted(evaluation.errors, key=lambda error: (error.stage, error.kind))
    kinds = [
        (stage, kind, list(errors))
        for (stage, kind), errors in groupby(ordered, key=lambda error: (error.stage, error.kind))
    ]
    links = "".join(
        f'<a href="#{stage}.{kind}">{stage} {escape(kind.replace("_", " "))} ({len(errors)})</a>'
        for stage, kind, errors in kinds
    )
    body = "".join(
        f'<section class="{kind}"><h2 id="{stage}.{kind}">{stage}: '
        f"{escape(kind.replace('_', ' '))} ({len(errors)})</h2>{''.join(_items(errors, texts))}"
        "</section>\n"
        for stage, kind, errors in kinds
    )
    return (
        '<!doctype html>\n<html lang="en"><meta charset="utf-8">\n'
        f"<title>{len(ordered)} errors</title><style>{_STYLE}</style>\n"
        f"<h1>{len(ordered)} errors in {len(evaluation.articles)} articles</h1>"
        f"<nav>{links}</nav>\n{body}</html>\n"
    )


def _items(errors: Iterable[Error], texts: Mapping[str, str]) -> Iterator[str]:
    for error in errors:
        yield (
            f"<p>{_in_sentence(texts[error.article], error)} {_says(error)}"
            f"<small> {escape(error.article)} {error.start}–{error.end}</small></p>\n"
        )


def _in_sentence(text: str, error: Error) -> str:
    low, high = max(0, error.start - _AROUND), min(len(text), error.end + _AROUND)
    breaks = [low, *(m.end() for m in _ENDS.finditer(text, low, error.start))]
    after = _ENDS.search(text, error.end, high)
    before, behind = (
        text[breaks[-1] : error.start],
        text[error.end : after.start() if after else high],
    )
    return f"{escape(before)}<mark>{escape(text[error.start : error.end])}</mark>{escape(behind)}"


def _says(error: Error) -> str:
    if error.kind in ("missed", "spurious"):
        said = error.gold or error.predicted or ""
        return f'<span class="says">{escape(said)}</span>'
    predicted = escape(error.predicted or "none")
    return f"<del>{predicted}</del> <ins>{escape(error.gold or '')}</ins>"
