"""What a run tells on standard error: a count and a rate on a terminal, failures, a summary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from time import monotonic
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import Progress as Bar
from rich.progress import SpinnerColumn, TextColumn

from dires.article import Article
from dires.readers import InputError


class Progress:
    """Counts a run's articles and failures while it is open, and sums up at its end."""

    def __init__(self, *, bar: bool = True, summary: bool = True) -> None:
        self.articles = 0
        self.statements = 0
        self.failures = 0
        self._start = monotonic()
        self._console = Console(stderr=True)
        self._summary = summary
        self._bar = Bar(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            console=self._console,
            transient=True,
            disable=not (bar and self._console.is_terminal),
        )
        self._task = self._bar.add_task("loading")

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
        if self._summary and (self.articles or self.failures):
            self._print(f"{self._counts()}, {_number(self.statements, 'statement')}")

    def start_clock(self) -> None:
        """Measure the rate from now on: before, the pipeline was loaded."""
        self._start = monotonic()

    def failed(self, error: InputError) -> None:
        """Name an input that failed."""
        self.failures += 1
        self._print(str(error))

    def done(self, article: Article) -> None:
        """Count an article that was finished."""
        self.articles += 1
        self.statements += len(article.statements)
        self._bar.update(self._task, description=self._counts())

    def track(self, articles: Iterable[Article]) -> Iterator[Article]:
        """`articles`, each counted as it passes."""
        for article in articles:
            self.done(article)
            yield article

    def _counts(self) -> str:
        seconds = monotonic() - self._start
        failed = f", {self.failures} failed" if self.failures else ""
        rate = f"{self.articles / seconds:.1f}/s" if seconds else ""
        return f"{_number(self.articles, 'article')}{failed} in {seconds:.1f} s, {rate}"

    def _print(self, line: str) -> None:
        self._console.print(line, markup=False, highlight=False, soft_wrap=True)


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
