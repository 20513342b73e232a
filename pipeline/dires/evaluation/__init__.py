"""Measuring predictions against gold annotations.

`evaluate` gives precision, recall and F1 of every stage (`FIGURES` says what each figure means),
`render` prints them, `page` shows the errors in their sentences, `predict` makes predictions for
the texts of the gold. `agree` says how far two annotations agree.
"""

from dires.evaluation.agreement import LayerAgreement, agree
from dires.evaluation.bootstrap import Interval
from dires.evaluation.figures import FIGURES, STAGES, Figure, Score
from dires.evaluation.names import same_name
from dires.evaluation.page import page
from dires.evaluation.predicting import GIVEN, predict, predict_given
from dires.evaluation.records import Source, load_records
from dires.evaluation.render import render, render_agreement, render_inputs
from dires.evaluation.scoring import ArticleScores, Evaluation, evaluate
from dires.evaluation.stages import Error

__all__ = [
    "FIGURES",
    "GIVEN",
    "STAGES",
    "ArticleScores",
    "Error",
    "Evaluation",
    "Figure",
    "Interval",
    "LayerAgreement",
    "Score",
    "Source",
    "agree",
    "evaluate",
    "load_records",
    "page",
    "predict",
    "predict_given",
    "render",
    "render_agreement",
    "render_inputs",
    "same_name",
]
