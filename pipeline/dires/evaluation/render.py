"""An evaluation on the terminal."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text

from dires.evaluation.figures import FIGURES, STAGES, Figure, Score
from dires.evaluation.scoring import Evaluation
from dires.evaluation.stages import Error

_ERROR_STYLE = {"missed": "yellow", "spurious": "magenta"}


def render(
    evaluation: Evaluation, console: Console, *, errors: bool = False, worst: int = 5
) -> None:
    """Print the figures to `console`, then the `worst` articles, then, if asked for, the errors."""
    _problems(evaluation, console)
    console.print(_figures(evaluation))
    if len(evaluation.articles) > 1 and worst:
        _worst(evaluation, console, worst)
    if errors:
        _errors(evaluation, console)


def _problems(evaluation: Evaluation, console: Console) -> None:
    for ids, what in (
        (evaluation.changed, "the predicted text differs from the gold text: offsets mean nothing"),
        (evaluation.missing, "no prediction: everything in it counts as missed"),
        (evaluation.unknown, "predicted, but not in the gold: not measured"),
    ):
        for identifier in ids:
            console.print(Text.assemble((identifier, "bold red"), f": {what}"))


def _figures(evaluation: Evaluation) -> Table:
    table = Table(box=None, pad_edge=False, collapse_padding=True, header_style="dim")
    table.add_column("", no_wrap=True, min_width=13)
    for heading in ("precision", "recall", "F1", "accuracy", "correct", "found", "gold"):
        table.add_column(heading, justify="right", no_wrap=True)
    if evaluation.intervals:
        table.add_column("95 %", justify="right", no_wrap=True)
    for stage in STAGES:
        names = [name for name in evaluation.scores if name.startswith(f"{stage}.")]
        if names:
            table.add_row(Text(stage, style="bold"))
        for name in names:
            row = _row(name, evaluation.scores[name], FIGURES[name])
            if interval := evaluation.intervals.get(name):
                row.append(Text(f"{interval.low:.3f}–{interval.high:.3f}", style="dim"))
            table.add_row(*row)
    return table


def _row(name: str, score: Score, figure: Figure) -> list[Text]:
    label = Text("  " + name.partition(".")[2].replace("_", " "))
    if figure.measure == "accuracy":
        ratios = [Text(), Text(), Text(), Text(f"{score.accuracy:.3f}", style="bold")]
    else:
        ratios = [
            Text(f"{score.precision:.3f}"),
            Text(f"{score.recall:.3f}"),
            Text(f"{score.f1:.3f}", style="bold"),
            Text(),
        ]
    counts = (score.correct, score.predicted, score.gold)
    return [label, *ratios, *(Text(str(count), style="dim") for count in counts)]


def _worst(evaluation: Evaluation, console: Console, count: int) -> None:
    spans = [name for name in evaluation.scores if name.endswith(".relaxed")]
    if not spans:
        return
    figure = spans[-1]
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column(f"lowest {figure}", overflow="ellipsis", no_wrap=True)
    for heading in ("F1", "correct", "found", "gold"):
        table.add_column(heading, justify="right", no_wrap=True)
    for article in evaluation.worst(figure)[:count]:
        score = article.scores[figure]
        table.add_row(
            Text(article.id),
            Text(f"{score.f1:.3f}", style="bold"),
            *(Text(str(n), style="dim") for n in (score.correct, score.predicted, score.gold)),
        )
    console.print()
    console.print(table)
    macro, micro = evaluation.macro(figure), evaluation[f"{figure}.f1"]
    console.print(Text(f"mean of articles {macro:.3f}, of all spans {micro:.3f}", style="dim"))


def _errors(evaluation: Evaluation, console: Console) -> None:
    article = ""
    for error in evaluation.errors:
        if error.article != article:
            article = error.article
            console.print()
            console.print(Text(article, style="bold"))
        # A terminal shows one line an error; a file keeps the whole text.
        if console.is_terminal:
            console.print(_error(error), no_wrap=True, overflow="ellipsis")
        else:
            console.print(_error(error), soft_wrap=True)


def _error(error: Error) -> Text:
    line = Text.assemble(
        (f"  {error.start:>5}–{error.end:<5} ", "dim"),
        f"{error.stage} ",
        (error.kind.replace("_", " "), _ERROR_STYLE.get(error.kind, "cyan")),
        " ",
    )
    if error.kind in _ERROR_STYLE:
        line.append(error.gold or error.predicted or "", style="bold")
    else:
        line.append(error.predicted or "none", style="bold")
        line.append(f" instead of {error.gold}")
    line.append(f"  « {' '.join(error.text.split())} »", style="italic")
    return line
