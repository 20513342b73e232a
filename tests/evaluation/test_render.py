"""The printed evaluation names every figure and every problem, within the width."""

import io
import json

from rich.console import Console

from dires.evaluation import evaluate, render

TEXT = "La Norvège promet 20 millions d'euros d'ici 2030, et Oslo salue [bold]l'accord[/bold]."
GOLD = [
    {
        "id": name,
        "text": TEXT,
        "dates": [{"start": 38, "end": 48, "type": "DATE", "value": "2030"}],
        "statements": [{"start": 11, "end": 48, "label": "pledge", "holder": "Norvège"}],
    }
    for name in ("un", "deux", "trois")
]
PREDICTED = [
    {**GOLD[0], "dates": [{**GOLD[0]["dates"][0], "value": "2031"}]},
    {**GOLD[1], "statements": [{"start": 58, "end": 85, "label": "endorsement"}]},
    {"id": "quatre", "text": "Rien."},
]


def printed(width=80, **options):
    file = io.StringIO()
    evaluation = evaluate(GOLD, PREDICTED, bootstrap=20)
    render(evaluation, Console(file=file, width=width), **options)
    return evaluation, file.getvalue()


def test_figures_and_problems_are_named():
    evaluation, output = printed(width=100)
    for name in evaluation.scores:
        assert name.partition(".")[2].replace("_", " ") in output
    assert "trois: no prediction" in output
    assert "quatre: predicted, but not in the gold" in output
    assert "lowest statements.relaxed" in output
    assert "\x1b" not in output
    assert "[bold]l'accord" not in output


def test_errors_show_text_and_both_values():
    _, output = printed(errors=True)
    assert "2031 instead of 2030  « d'ici 2030 »" in output
    assert "missed pledge  « promet 20 millions d'euros d'ici 2030 »" in output
    assert "spurious endorsement" in output
    assert "[bold]l'accord" in output


def test_lines_fit_eighty_columns():
    _, output = printed()
    assert "…" not in output
    assert max(map(len, output.splitlines())) <= 80


def test_the_dictionary_is_json():
    evaluation, _ = printed()
    data = json.loads(json.dumps(evaluation.to_dict()))
    assert data["scores"]["dates.value"]["f1"] == evaluation["dates.value.f1"]
    assert len(data["errors"]) == len(evaluation.errors)
    assert data["missing"] == ["trois"]
