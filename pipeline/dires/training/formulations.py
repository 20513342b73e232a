"""Ways to find statements, measured side by side on texts that none of them was trained on.

Each gives labelled spans for a document; what is compared is how many of the gold's they touch.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.multiclass import OneVsRestClassifier
from sklearn.pipeline import make_pipeline
from spacy.language import Language
from spacy.tokens import Doc

from dires.article import STATEMENT_LABELS
from dires.encoder.heads import read_head
from dires.evaluation.figures import Score
from dires.evaluation.stages import MEASURES
from dires.statements.confidence import Trust
from dires.statements.evidence import HEAD
from dires.statements.finder import acts_of
from dires.training.config import Config
from dires.training.documents import Annotated
from dires.training.gold import read_gold
from dires.training.statements import fit_on

Found = list[Mapping[str, Any]]
Finder = Callable[[Doc], Found]
FIGURES: Final = ("relaxed", "iou50", *STATEMENT_LABELS)


def by_rules(doc: Doc) -> Found:
    """The rules alone."""
    return [statement.to_dict() for _, statement in acts_of(doc, encoder=False)]


def by_encoder(trust: Trust) -> Finder:
    """The beginnings that the encoder sees, each with the content that the parse gives it."""
    return lambda doc: [s.to_dict() for _, s in acts_of(doc, trust=trust, rules=False)]


def by_both(trust: Trust) -> Finder:
    """Rules and encoder."""
    return lambda doc: [s.to_dict() for _, s in acts_of(doc, trust=trust)]


def by_spans(doc: Doc) -> Found:
    """The encoder's heads for whole statements, one a label (BIO)."""
    return [
        {"start": span.start, "end": span.end, "label": span.label}
        for label in STATEMENT_LABELS
        for span in read_head(doc, label)
    ]


def by_words(config: Config, nlp: Language) -> Finder:
    """A control: which labels a sentence has, by its words alone (TF-IDF, logistic regression).

    Trained on what `config` trains on; the first stage of `nlp` finds the sentences. A statement is
    the sentence.
    """
    texts: list[str] = []
    labels: list[list[int]] = []
    examples = [e for e in read_gold(config.sources, config.heads).train if HEAD in e.spans]
    unique = {example.text: example for example in examples}
    with nlp.select_pipes(enable=["dires_segments"]):
        docs = list(nlp.pipe(unique))
    for doc in docs:
        starts = [(span.start, span.label) for span in unique[doc.text].spans[HEAD]]
        for sentence in doc.sents:
            here = {label for at, label in starts if sentence.start_char <= at < sentence.end_char}
            texts.append(sentence.text)
            labels.append([int(label in here) for label in STATEMENT_LABELS])
    words = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True)
    one_each = OneVsRestClassifier(LogisticRegression(C=10.0, class_weight="balanced"))
    model = make_pipeline(words, one_each).fit(texts, labels)

    def find(doc: Doc) -> Found:
        sentences = list(doc.sents)
        found: Found = []
        for sentence, row in zip(
            sentences, model.predict([s.text for s in sentences]), strict=True
        ):
            found += [
                {"start": sentence.start_char, "end": sentence.end_char, "label": label}
                for label, is_there in zip(STATEMENT_LABELS, row, strict=True)
                if is_there
            ]
        return found

    return find


def score(texts: Iterable[Annotated], find: Finder) -> dict[str, Score]:
    """Counts of `FIGURES` over `texts`."""
    totals = dict.fromkeys(FIGURES, Score(0, 0, 0))
    for text in texts:
        scores = MEASURES["statements"](text.statements, find(text.doc)).scores
        for name in FIGURES:
            totals[name] += scores[f"statements.{name}"]
    return totals


def markdown(rows: Mapping[str, Mapping[str, Score]]) -> str:
    """`rows` of F1 as a Markdown table."""
    lines = [f"| | {' | '.join(FIGURES)} |", f"|---|{'--:|' * len(FIGURES)}"]
    for name, figures in rows.items():
        lines.append(f"| {name} | {' | '.join(f'{figures[f].f1:.3f}' for f in FIGURES)} |")
    return "\n".join(lines)


def compare(
    texts: Sequence[Annotated], control: Finder, *, beside: Sequence[Annotated] = ()
) -> dict[str, dict[str, Score]]:
    """What each formulation finds in `texts`.

    What is fitted is fitted on one half of the texts, and on those `beside` them, and measured on
    the other half, in turn.
    """
    totals: dict[str, dict[str, Score]] = {}
    for name, find, tested in _formulations(texts, control, beside):
        found = score(tested, find)
        before = totals.get(name)
        totals[name] = found if before is None else {f: found[f] + before[f] for f in found}
    return totals


def false_finds(texts: Sequence[Annotated], control: Finder) -> dict[str, float]:
    """What each formulation finds in those of `texts` without statements, by 1,000 words."""
    silent = [text for text in texts if not text.statements]
    words = sum(len(text.doc.text.split()) for text in silent)
    found: dict[str, int] = {}
    for name, find, tested in _formulations(texts, control):
        count = sum(len(find(text.doc)) for text in tested if not text.statements)
        found[name] = found.get(name, 0) + count
    return {name: 1_000 * count / words for name, count in found.items()} if words else {}


def _formulations(
    texts: Sequence[Annotated], control: Finder, beside: Sequence[Annotated] = ()
) -> Iterator[tuple[str, Finder, list[Annotated]]]:
    halves = [[t for i, t in enumerate(texts) if i % 2 == half] for half in (0, 1)]
    for tested, other in (halves, halves[::-1]):
        fitted = [*other, *beside]
        yield "words of the sentence (TF-IDF)", control, tested
        yield "encoder, whole statements", by_spans, tested
        yield "encoder, where they begin", by_encoder(fit_on(fitted, rules=False)), tested
        yield "rules", by_rules, tested
        yield "rules and encoder", by_both(fit_on(fitted)), tested
