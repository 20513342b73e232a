"""Articles as an SVG picture of a terminal."""

from __future__ import annotations

import io
from collections.abc import Iterable

from rich.console import Console

from dires.article import Article
from dires.report import style
from dires.report.terminal import show


def svg(
    articles: Article | Iterable[Article],
    *,
    title: str = "dires",
    width: int = 90,
    explain: bool = False,
    light: bool = False,
) -> str:
    """What `show` prints to a terminal of `width` columns, as an SVG document.

    `title` stands in the window's frame. The picture is dark, or `light`.
    """
    console = Console(
        record=True,
        file=io.StringIO(),
        width=width,
        force_terminal=True,
        color_system="standard",
        legacy_windows=False,
    )
    show(articles, console, explain=explain)
    return console.export_svg(title=title, theme=style.LIGHT if light else style.DARK)
