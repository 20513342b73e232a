"""An evaluation on the terminal."""

from __future__ import annotations

from collections.abc import Mapping

from rich.console import Console
from rich.table import Table
from rich.text import Text

from dires.evaluation import tables
from dires.evaluation.agreement import LayerAgreement
from dires.evaluation.scoring import Evaluation
from dires.evaluation.stages import Error

_ERROR_STYLE = {"missed": "yellow", "spurious": "magenta"}


def render(
    evaluation: Evaluation,
    console: Console,
    *,
    by: str | None = None,
    errors: bool = False,
    worst: int = 5,
) -> None:
    """Print the figures to `console`, the confused labels, and the `worst` articles.

    With `by` (``genre``, ``region``), the main figures of each kind of article too; with `errors`
    every one of them.
    """
    _problems(evaluation, console)
    console.print(tables.figures(evaluation))
    for stage in evaluation.confusions:
        console.print()
        console.print(tables.confusion(evaluation, stage))
    if by:
        console.print()
        console.print(tables.groups(by, evaluation.by(by)))
    if len(evaluation.articles) > 1 and worst:
        _worst(evaluation, console, worst)
    if errors:
        _errors(evaluation, console)


def render_inputs(rows: Mapping[str, Evaluation], console: Console) -> None:
    """Print the main figures of evaluations that differ in what the stages were given."""
    console.print()
    console.print(tables.inputs(rows))


def render_agreement(layers: Mapping[str, LayerAgreement], console: Console) -> None:
    """Print how far two annotators agree, layer by layer."""
    console.print(tables.agreement(layers))


def _problems(evaluation: Evaluation, console: Console) -> None:
    for ids, what in (
        (evaluation.changed, "the predicted text differs from the gold text: offsets mean nothing"),
        (evaluation.missing, "no prediction: everything in it counts as missed"),
        (evaluation.unknown, "predicted, but not in the gold: not measured"),
    ):
        for identifier in ids:
            console.print(Text.assemble((identifier, "bold red"), f": {what}"))


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
