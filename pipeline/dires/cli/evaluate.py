"""`dires evaluate`."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dires.cli.common import FAILED, WRONG_USAGE, ending, fail, records_file, write
from dires.cli.mode import ModeOption, load

if TYPE_CHECKING:
    from spacy.language import Language

    from dires.evaluation import Evaluation


class Stage(StrEnum):
    """What is measured: the names in `dires.evaluation.STAGES`."""

    segments = "segments"
    entities = "entities"
    dates = "dates"
    quantities = "quantities"
    statements = "statements"


class Split(StrEnum):
    """The parts of the project's own gold: the names in `dires.corpus.SPLITS`."""

    train = "train"
    dev = "dev"
    test = "test"


class Kind(StrEnum):
    """What the gold says of an article's kind."""

    genre = "genre"
    region = "region"


def evaluate(
    gold: Annotated[
        Path | None,
        records_file(
            "GOLD", "Annotated articles, JSON lines; without, the project's own (see --split)."
        ),
    ] = None,
    predictions: Annotated[
        Path | None,
        records_file(
            "PREDICTIONS", "What `dires extract` gave for them; else they are extracted now."
        ),
    ] = None,
    split: Annotated[
        Split | None,
        typer.Option(help="A part of the project's own gold; dev if no GOLD is given."),
    ] = None,
    stage: Annotated[
        list[Stage] | None,
        typer.Option(
            metavar="NAME", help=f"Measure only {', '.join(Stage)}; may be given several times."
        ),
    ] = None,
    by: Annotated[
        Kind | None, typer.Option(help="The main figures for each genre or region, too.")
    ] = None,
    gold_input: Annotated[
        bool,
        typer.Option(
            "--gold-input",
            help="Measure each stage once more with what stages before it should have found.",
        ),
    ] = False,
    mode: ModeOption = None,
    errors: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="List what was missed, spurious or different: a web page if FILE ends in .html,"
            " - for the terminal.",
        ),
    ] = None,
    bootstrap: Annotated[
        int,
        typer.Option(
            metavar="N", min=0, help="Resamples for 95 % confidence intervals; 0 for none."
        ),
    ] = 1000,
    fail_under: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FIGURE=VALUE",
            help="Exit with status 1 if a figure is lower; may be given several times.",
        ),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the figures as JSON, in full precision.")
    ] = False,
) -> None:
    """Measure predictions against gold annotations.

    The exit status is 1 if an article of the gold failed, has no prediction, or has one for
    another text, or if a figure is lower than --fail-under allows.

    \b
    Examples:
      dires evaluate --split dev --by genre
      dires evaluate --split dev --mode accurate --stage entities
      dires evaluate gold.jsonl --stage dates --stage quantities
      dires evaluate gold.jsonl predictions.jsonl --errors errors.html
      dires evaluate gold.jsonl --fail-under statements.relaxed.f1=0.8
      dires evaluate gold.jsonl --json | jq '.scores["statements.relaxed"].f1'
    """
    from rich.console import Console

    from dires import corpus, evaluation
    from dires.batch.progress import Progress

    if gold is not None and split is not None:
        fail("give GOLD or --split, not both", WRONG_USAGE)
    if gold_input and predictions is not None:
        fail("--gold-input extracts anew: leave PREDICTIONS out", WRONG_USAGE)
    gold = gold or corpus.path(split or Split.dev)
    if mode and predictions is not None:
        fail("--mode extracts anew: leave PREDICTIONS out", WRONG_USAGE)
    floors = _floors(fail_under or [])
    stages = stage or evaluation.STAGES
    with ending(), Progress(bar=True, summary=False) as progress:
        try:
            nlp = load(mode) if predictions is None else None
            predicted = predictions or progress.track(
                evaluation.predict(gold, nlp, on_error=progress.failed)
            )
            result = evaluation.evaluate(gold, predicted, stages=stages, bootstrap=bootstrap)
            given = _with_gold_input(gold, nlp, result, stages) if nlp and gold_input else {}
            lower = [name for name, floor in floors.items() if result[name] < floor]
        except (ValueError, KeyError) as error:
            fail(str(error.args[0]), FAILED)
    if errors and errors.suffix.lower() == ".html":
        write(errors, evaluation.page(result, evaluation.load_records(gold)))
    elif errors and str(errors) != "-":
        fail("--errors takes a file that ends in .html, or -", WRONG_USAGE)
    if as_json:
        data = result.to_dict()
        if str(errors) != "-":
            del data["errors"]
        typer.echo(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        console = Console()
        evaluation.render(result, console, by=by, errors=str(errors) == "-")
        if given:
            evaluation.render_inputs(given, console)
    for name in lower:
        typer.echo(f"{name} is {result[name]:.4f}, under {floors[name]:g}", err=True)
    incomplete = progress.failures or result.missing or result.changed
    raise typer.Exit(FAILED if incomplete or lower else 0)


def _floors(options: list[str]) -> dict[str, float]:
    floors = {}
    for option in options:
        name, sign, value = option.partition("=")
        if not sign or not value.replace(".", "", 1).isdecimal():
            fail(f"--fail-under {option}: write it as statements.relaxed.f1=0.8", WRONG_USAGE)
        floors[name] = float(value)
    return floors


def _with_gold_input(
    gold: Path,
    nlp: Language,
    result: Evaluation,
    stages: tuple[str, ...] | list[Stage],
) -> dict[str, Evaluation]:
    """The evaluation itself, and those of stages that are given the gold of the ones before."""
    from dires import evaluation

    rows = {"as extracted": result}
    for name, given in evaluation.GIVEN.items():
        predicted = evaluation.predict_given(gold, given, nlp)
        after = [stage for stage in stages if stage not in given]
        if after:
            rows[name] = evaluation.evaluate(gold, predicted, stages=after)
    return rows
