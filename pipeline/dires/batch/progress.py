"""What a run tells on standard error: how far it is on a terminal, failures, a summary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from time import monotonic
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, SpinnerColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from dires.article import Article
from dires.readers import InputError


class Progress:
    """Counts a run's articles and failures while it is open, and sums up at its end."""

    def __init__(self, *, bar: bool = True, summary: bool = True) -> None:
        self.articles = 0
        self.statements = 0
        self.failures = 0
        self.unchanged = 0
        self._start = monotonic()
        self._console = Console(stderr=True)
        self._summary = summary
        self._bar = Bar(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(bar_width=20),
            TimeRemainingColumn(),
            console=self._console,
            transient=True,
            disable=not (bar and self._console.is_terminal),
        )
        self._task = self._bar.add_task("loading", total=None)

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._bar.stop()
        if self._summary and (self.articles or self.failures or self.unchanged):
            self._print(f"{self._counts()}, {_number(self.statements, 'statement')}")

    @property
    def shown(self) -> bool:
        """Whether there is a bar, which shows the time left if it knows how much there is to do."""
        return not self._bar.disable

    def start_clock(self, total: int | None = None) -> None:
        """Measure the rate from now on, with `total` articles to come if that is known."""
        self._start = monotonic()
        self._bar.reset(self._task, total=total, description="")

    def failed(self, error: InputError) -> None:
        """Name an input that failed."""
        self.failures += 1
        self._print(str(error))
        self._advance()

    def done(self, article: Article) -> None:
        """Count an article that was finished."""
        self.articles += 1
        self.statements += len(article.statements)
        self._advance()

    def passed_over(self) -> None:
        """Count an article that was done before."""
        self.unchanged += 1
        self._advance()

    def track(self, articles: Iterable[Article]) -> Iterator[Article]:
        """`articles`, each counted as it passes."""
        for article in articles:
            self.done(article)
            yield article

    def _advance(self) -> None:
        self._bar.update(self._task, advance=1, description=self._counts())

    def _counts(self) -> str:
        seconds = monotonic() - self._start
        failed = f", {self.failures} failed" if self.failures else ""
        unchanged = f", {self.unchanged} done before" if self.unchanged else ""
        rate = f"{self.articles / seconds:.1f}/s" if seconds else ""
        return f"{_number(self.articles, 'article')}{unchanged}{failed} in {seconds:.1f} s, {rate}"

    def _print(self, line: str) -> None:
        self._console.print(line, markup=False, highlight=False, soft_wrap=True)


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
