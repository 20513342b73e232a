"""Articles on a terminal, or as plain text where there is none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from dires.article import STATEMENT_LABELS, Article
from dires.report import style
from dires.report.blocks import blocks, safe
from dires.report.listing import listing
from dires.report.marking import marked
from dires.report.wrapping import wrap

# Longer lines are hard to read, however wide the terminal; on shorter ones the list has no room.
_WIDEST = 100
_NARROWEST = 40


def show(articles: Article | Iterable[Article], console: Console, *, explain: bool = False) -> None:
    """Print each article's text with what was found in it, then its statements as a list.

    Lines are no wider than `console`, nor than 100 cells (nor narrower than 40). Colours and
    other marks are left to `console`: where it is not a terminal, the output is plain text, in
    which brackets and numbers tell the statements. With `explain` each statement says why it was
    found.
    """
    for line in rendered(articles, width=console.width, explain=explain):
        console.print(line, soft_wrap=True, highlight=False)


def rendered(
    articles: Article | Iterable[Article], *, width: int, explain: bool = False
) -> Iterator[Text]:
    """The lines that `show` prints to a console of `width` cells."""
    width = max(_NARROWEST, min(width, _WIDEST))
    if isinstance(articles, Article):
        articles = [articles]
    for number, article in enumerate(articles):
        if number:
            yield from (Text(), Text("─" * width, style=style.QUIET), Text())
        yield from _article(article, width, explain)


def _article(article: Article, width: int, explain: bool) -> Iterator[Text]:
    yield from _head(article, width)
    previous = None
    for block in blocks(article):
        # A caption or a byline belongs to what stands above it.
        if previous is not None and block.kind not in ("caption", "byline"):
            yield Text()
        yield from wrap(marked(article, block), width)
        previous = block
    yield Text()
    yield from listing(article, width=width, explain=explain)
    if article.statements and not explain:
        yield Text()
    yield from wrap(_summary(article), width)


def _head(article: Article, width: int) -> Iterator[Text]:
    about = " · ".join(filter(None, (article.id, article.published, article.source)))
    yield from wrap(Text(safe(about), style=style.QUIET), width)
    if article.title and not article.text.lstrip().startswith(article.title):
        yield from wrap(Text(safe(article.title), style=style.SEGMENTS["title"]), width)
        yield Text()


def _summary(article: Article) -> Text:
    counts = Counter(statement.label for statement in article.statements)
    if not counts:
        return Text("no statements", style=style.QUIET)
    parts = []
    for label in STATEMENT_LABELS:
        if number := counts[label]:
            parts.append(
                Text(f"{number} {label}{'s' if number > 1 else ''}", style=style.LABELS[label])
            )
    return Text(" · ").join(parts)
