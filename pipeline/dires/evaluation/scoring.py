"""Predictions against gold, over all articles and for each of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dires.evaluation.bootstrap import Interval, intervals
from dires.evaluation.figures import FIGURES, STAGES, Score
from dires.evaluation.records import Source, load_records
from dires.evaluation.stages import MEASURES, Confusion, Error

# No article is without a name or a block of layout: an empty list means nobody looked.
_NEVER_EMPTY = frozenset({"segments", "entities"})
_KINDS = ("genre", "region")


@dataclass(frozen=True, slots=True)
class ArticleScores:
    """The scores of one article, by figure; `about` is what the gold says of its kind."""

    id: str
    scores: Mapping[str, Score]
    about: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What `evaluate` found.

    `scores` has the counts of every measured figure (`FIGURES` says what each means), summed over
    all gold articles; ``evaluation["statements.relaxed.f1"]`` is short for
    ``evaluation.scores["statements.relaxed"].f1``. `articles` has the same for each article.

    `missing` are ids of gold articles without prediction: all that gold has in them is missed.
    `changed` are ids of articles whose predicted text is not the gold text: their offsets mean
    nothing, and neither do figures that include them. `unknown` are ids of predictions without
    gold: they are not measured.

    `intervals` has, if asked for, the 95 % confidence interval of each figure's usual ratio.

    `confusions` has, for the stages with labels, how often a gold label was predicted as another;
    None stands for no span.
    """

    scores: Mapping[str, Score]
    articles: tuple[ArticleScores, ...]
    errors: tuple[Error, ...]
    missing: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    intervals: Mapping[str, Interval] = field(default_factory=dict)
    confusions: Mapping[str, Confusion] = field(default_factory=dict)

    def __getitem__(self, name: str) -> float:
        """The ratio `name`: a figure, a dot, and ``precision``, ``recall``, ``f1``, ``accuracy``.

        Raises KeyError where there is nothing to measure: the gold has none of it.
        """
        figure, _, ratio = name.rpartition(".")
        if figure not in self.scores or ratio not in ("precision", "recall", "f1", "accuracy"):
            raise KeyError(f"{name!r} is not measured; there are {', '.join(self.scores)}")
        value: float = getattr(self.scores[figure], ratio)
        return value

    def worst(self, figure: str) -> list[ArticleScores]:
        """The articles in which `figure` is measured, the lowest F1 first, then the most errors."""
        measured = [article for article in self.articles if _occurs(article.scores.get(figure))]
        return sorted(
            measured,
            key=lambda article: (
                article.scores[figure].f1,
                -article.scores[figure].predicted - article.scores[figure].gold,
                article.id,
            ),
        )

    def macro(self, figure: str) -> float:
        """The mean over articles of `figure`'s F1, whatever the articles' length."""
        values = [article.scores[figure].f1 for article in self.worst(figure)]
        return sum(values) / len(values) if values else 0.0

    def by(self, kind: str) -> dict[str, Mapping[str, Score]]:
        """The scores for each ``genre`` or ``region`` that the gold gives its articles.

        Raises ValueError where the gold gives none of that kind.
        """
        groups: dict[str, list[ArticleScores]] = {}
        for article in self.articles:
            if kind in article.about:
                groups.setdefault(article.about[kind], []).append(article)
        if not groups:
            raise ValueError(f"the gold does not say the {kind} of its articles")
        return {group: _totals(groups[group]) for group in sorted(groups)}

    def to_dict(self) -> dict[str, Any]:
        """All of it as JSON-ready dictionaries and lists."""
        return {
            "scores": {name: self._figure(name) for name in self.scores},
            "articles": [
                {
                    "id": article.id,
                    **article.about,
                    "scores": {name: _counts(score) for name, score in article.scores.items()},
                }
                for article in self.articles
            ],
            "errors": [
                {name: getattr(error, name) for name in Error.__dataclass_fields__}
                for error in self.errors
            ],
            "confusions": {
                stage: [
                    {"gold": gold, "predicted": predicted, "count": count}
                    for (gold, predicted), count in confusion.most_common()
                ]
                for stage, confusion in self.confusions.items()
            },
            "missing": list(self.missing),
            "changed": list(self.changed),
            "unknown": list(self.unknown),
        }

    def _figure(self, name: str) -> dict[str, Any]:
        score, figure = self.scores[name], FIGURES[name]
        ratios = {ratio: getattr(score, ratio) for ratio in ("precision", "recall", "f1")}
        if figure.measure == "accuracy":
            ratios["accuracy"] = score.accuracy
        data = {**ratios, **_counts(score), "macro_f1": self.macro(name)}
        if name in self.intervals:
            data[f"{figure.measure}_interval"] = list(self.intervals[name])
        return data


def evaluate(
    gold: Source,
    predictions: Source,
    *,
    stages: Iterable[str] = STAGES,
    bootstrap: int = 0,
    seed: int = 0,
) -> Evaluation:
    """Measure `predictions` against `gold`, both as `load_records` reads them.

    Spans are matched one to one, as many as possible and then as closely as possible. *Relaxed*
    counts every overlap, *strict* equal offsets only. Optional gold counts neither for nor
    against; an alternative gold label is as good as the first. Figures are over all spans of all
    articles (micro); `Evaluation.macro` gives the mean over articles.

    `stages` limits what is measured to some of `STAGES`; a layer that the gold leaves out of an
    article is not measured there. `bootstrap` is the number of resamples of the articles, drawn
    with `seed`, that confidence intervals are taken from; 0 for none.
    """
    wanted = _checked(stages)
    gold_records = load_records(gold)
    if not gold_records:
        raise ValueError("the gold has no articles: there is nothing to measure against")
    predicted = {record["id"]: record for record in load_records(predictions)}
    modality = _annotates_modality(gold_records)
    articles, errors = [], []
    confusions: dict[str, Confusion] = {}
    for record in gold_records:
        scores: dict[str, Score] = {}
        for stage in wanted:
            if _annotated(record, stage):
                items = predicted.get(record["id"], {}).get(stage) or []
                result = MEASURES[stage](record[stage], items)
                scores |= result.scores
                if result.confusion:
                    confusions.setdefault(stage, Counter()).update(result.confusion)
                errors += [
                    _error(record, stage, *error)
                    for error in sorted(result.errors, key=lambda error: error[1]["start"])
                    if modality or error[0] != "modality"
                ]
        if not modality:
            scores.pop("statements.modality", None)
        about = {kind: record[kind] for kind in _KINDS if record.get(kind)}
        articles.append(ArticleScores(record["id"], scores, about))
    known = {record["id"] for record in gold_records}
    totals = _totals(articles)
    return Evaluation(
        scores=totals,
        articles=tuple(articles),
        errors=tuple(errors),
        missing=tuple(r["id"] for r in gold_records if r["id"] not in predicted),
        changed=tuple(r["id"] for r in gold_records if _changed(r, predicted.get(r["id"]))),
        unknown=tuple(identifier for identifier in predicted if identifier not in known),
        intervals=intervals(
            {name: [a.scores.get(name, Score()) for a in articles] for name in totals},
            resamples=bootstrap,
            seed=seed,
        ),
        confusions=confusions,
    )


def _checked(stages: Iterable[str]) -> list[str]:
    wanted = set(stages)
    if unknown := wanted - set(STAGES):
        raise ValueError(f"no stage {', '.join(sorted(unknown))!r}; there are {', '.join(STAGES)}")
    return [stage for stage in STAGES if stage in wanted]


def _annotated(record: Mapping[str, Any], stage: str) -> bool:
    layer = record.get(stage)
    return layer is not None and (bool(layer) or stage not in _NEVER_EMPTY)


def _annotates_modality(records: Sequence[Mapping[str, Any]]) -> bool:
    """Whether the gold ever says a modality; a statement without one is then asserted."""
    return any("modality" in s for record in records for s in record.get("statements") or ())


def _changed(gold: Mapping[str, Any], predicted: Mapping[str, Any] | None) -> bool:
    return predicted is not None and predicted.get("text") != gold.get("text")


def _error(
    record: Mapping[str, Any], stage: str, kind: str, span: Mapping[str, Any], gold: Any, found: Any
) -> Error:
    start, end = span["start"], span["end"]
    return Error(
        article=record["id"],
        stage=stage,
        kind=kind,
        start=start,
        end=end,
        text=str(record.get("text", ""))[start:end],
        gold=None if gold is None else _say(gold),
        predicted=None if found is None else _say(found),
    )


def _say(value: Any) -> str:
    if isinstance(value, tuple):
        return " to ".join(map(str, value))
    return " or ".join(map(str, value)) if isinstance(value, list) else str(value)


def _totals(articles: Sequence[ArticleScores]) -> dict[str, Score]:
    """The sums, in the order of `FIGURES`.

    Left out is what nothing was to be found of, and properties that no matched gold span has.
    """
    totals = {}
    for name, figure in FIGURES.items():
        scores = [article.scores[name] for article in articles if name in article.scores]
        total = sum(scores, Score())
        if total.gold or (total.predicted and not figure.of_matched):
            totals[name] = total
    return totals


def _occurs(score: Score | None) -> bool:
    return score is not None and bool(score.gold or score.predicted)


def _counts(score: Score) -> dict[str, int]:
    return {"correct": score.correct, "predicted": score.predicted, "gold": score.gold}
