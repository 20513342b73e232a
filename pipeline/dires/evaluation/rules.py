"""How often each statement rule is right on gold: where confidences come from.

``python -m dires.evaluation.rules GOLD`` prints the table that `dires.statements.reliability`
reads (``reliability.csv``): rule, finds that were right, finds. Finds on optional gold count
neither way.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterable, Iterator

from dires.article import Article
from dires.evaluation.predicting import predict
from dires.evaluation.records import Source, load_records
from dires.evaluation.spans import compare, right_label


def tally(gold: Source, predictions: Iterable[Article]) -> Iterator[tuple[str, int, int]]:
    """``(rule, right, found)`` for every rule that found something, in the order of their names."""
    statements = {record["id"]: record["statements"] for record in load_records(gold)}
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for article in predictions:
        predicted = [statement.to_dict() for statement in article.statements]
        outcome = compare(statements[article.id], predicted, accept=right_label)
        hits = [_rule(prediction["explanation"]) for _, prediction in outcome.pairs]
        right.update(hits)
        found.update(hits)
        found.update(_rule(prediction["explanation"]) for prediction in outcome.spurious)
    for rule in sorted(found):
        yield rule, right[rule], found[rule]


def _rule(explanation: str) -> str:
    return explanation.split(" ", 1)[0]


def main() -> None:
    """Print the table for the gold named on the command line."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(("rule", "right", "found"))
    writer.writerows(tally(sys.argv[1], predict(sys.argv[1])))


if __name__ == "__main__":
    main()
