"""The tables of an evaluation."""

from __future__ import annotations

from collections.abc import Mapping

from rich.table import Table
from rich.text import Text

from dires.article import ENTITY_LABELS, SEGMENT_KINDS, STATEMENT_LABELS
from dires.evaluation.agreement import LayerAgreement
from dires.evaluation.figures import FIGURES, STAGES, Figure, Score
from dires.evaluation.scoring import Evaluation

# What a stage is quoted by, where a column is all there is for it.
_HEADLINES = {
    "entities.strict": "entities",
    "dates.value": "dates",
    "quantities.value": "quant.",
    "statements.relaxed": "statem.",
    "statements.iou50": "IoU .5",
    "statements.holder": "holder",
}
_LABELS = {
    "segments": SEGMENT_KINDS,
    "entities": ENTITY_LABELS,
    "statements": STATEMENT_LABELS,
}


def figures(evaluation: Evaluation) -> Table:
    """All figures, a row each."""
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


def confusion(evaluation: Evaluation, stage: str) -> Table:
    """A row a gold label, a column a predicted one; what is right stands in the diagonal."""
    counts = evaluation.confusions[stage]
    labels = [label for label in _LABELS[stage] if any(label in pair for pair in counts)]
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column(f"{stage}: gold \\ predicted", no_wrap=True)
    for label in (*labels, "nothing"):
        table.add_column(label, justify="right", no_wrap=True)
    for gold in (*labels, None):
        row = [Text(gold or "nothing")]
        for predicted in (*labels, None):
            count = counts[gold, predicted]
            right = gold == predicted and gold is not None
            row.append(Text(str(count) if count else "·", style="bold" if right else "dim"))
        table.add_row(*row)
    return table


def groups(kind: str, groups: Mapping[str, Mapping[str, Score]]) -> Table:
    """The main figures, a row a group of articles."""
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column(f"F1 by {kind}", no_wrap=True)
    for heading in _HEADLINES.values():
        table.add_column(heading, justify="right", no_wrap=True)
    table.add_column("in gold", justify="right", no_wrap=True)
    for group, scores in groups.items():
        statements = scores.get("statements.relaxed", Score()).gold
        table.add_row(Text(group), *_headlines(scores), Text(str(statements), style="dim"))
    return table


def inputs(rows: Mapping[str, Evaluation]) -> Table:
    """The main figures of several evaluations of the same gold, below one another."""
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column("F1", no_wrap=True)
    for heading in _HEADLINES.values():
        table.add_column(heading, justify="right", no_wrap=True)
    for name, evaluation in rows.items():
        table.add_row(Text(name), *_headlines(evaluation.scores))
    return table


def _headlines(scores: Mapping[str, Score]) -> list[Text]:
    cells = []
    for name in _HEADLINES:
        score, accuracy = scores.get(name), FIGURES[name].measure == "accuracy"
        ratio = None if score is None else score.accuracy if accuracy else score.f1
        cells.append(Text("–" if ratio is None else f"{ratio:.3f}"))
    return cells


def agreement(layers: Mapping[str, LayerAgreement]) -> Table:
    """How far two annotators agree, layer by layer."""
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column("", no_wrap=True)
    for heading in ("F1", "agreed", "first", "second", "alpha"):
        table.add_column(heading, justify="right", no_wrap=True)
    for name, layer in layers.items():
        table.add_row(Text(name, style="bold"))
        for what, score in {**layer.spans, **layer.properties}.items():
            counts = (score.correct, score.gold, score.predicted)
            table.add_row(
                Text("  " + what.replace("_", " ")),
                Text(f"{score.f1:.3f}", style="bold"),
                *(Text(str(count), style="dim") for count in counts),
                Text(),
            )
        for what, alpha in (
            ("label, where both marked", layer.labels),
            ("label or nothing", layer.marks),
        ):
            if alpha is not None:
                table.add_row(Text(f"  {what}"), *[Text()] * 4, Text(f"{alpha:.3f}", style="bold"))
    return table
