"""Articles as an SVG picture of a terminal."""

from __future__ import annotations

import io
from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from dires.article import Article
from dires.report import style
from dires.report.terminal import rendered

_MARGIN = 2


def svg(
    articles: Article | Iterable[Article],
    *,
    title: str = "dires",
    width: int = 90,
    explain: bool = False,
    light: bool = False,
) -> str:
    """What `show` prints to a terminal of `width` columns, as an SVG document.

    `title` stands in the window's frame. The picture is dark, or `light`. The same articles
    always give the same document.
    """
    console = Console(
        record=True,
        file=io.StringIO(),
        width=width + 2 * _MARGIN,
        force_terminal=True,
        color_system="standard",
        legacy_windows=False,
    )
    lines = rendered(articles, width=width, explain=explain)
    for line in (Text(), *lines, Text()):
        console.print(Text(" " * _MARGIN).append_text(line), soft_wrap=True, highlight=False)
    return console.export_svg(title=title, theme=style.LIGHT if light else style.DARK)
