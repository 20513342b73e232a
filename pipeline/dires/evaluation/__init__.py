"""Measuring predictions against gold annotations.

`evaluate` gives precision, recall and F1 of every stage (`FIGURES` says what each figure means),
`render` prints them, `predict` makes predictions for the texts of the gold.
"""

from dires.evaluation.bootstrap import Interval
from dires.evaluation.figures import FIGURES, STAGES, Figure, Score
from dires.evaluation.names import same_name
from dires.evaluation.predicting import predict
from dires.evaluation.records import Source, load_records
from dires.evaluation.render import render
from dires.evaluation.scoring import ArticleScores, Evaluation, evaluate
from dires.evaluation.stages import Error

__all__ = [
    "FIGURES",
    "STAGES",
    "ArticleScores",
    "Error",
    "Evaluation",
    "Figure",
    "Interval",
    "Score",
    "Source",
    "evaluate",
    "load_records",
    "predict",
    "render",
    "same_name",
]
