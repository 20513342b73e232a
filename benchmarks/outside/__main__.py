"""``python -m benchmarks.outside FOLDER [--errors] [--markdown]``: measure and print."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from benchmarks.outside import chrono, duckling, eds, recognizers, statements, timebank
from benchmarks.outside.cases import Verdict, excluded, judge, read

PHRASES = {
    "duckling_fr": (duckling.judge, "text"),
    "recognizers_fr": (recognizers.judge, "input"),
    "edsnlp_dates": (eds.judge, "text"),
    "chrono_fr_cases": (chrono.judge, "input"),
}


def main() -> int:
    """Print the figures of every set in the folder; 2 where there is none."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.outside", description=__doc__)
    parser.add_argument("folder", type=Path, help="where the sets lie, see benchmarks/outside")
    parser.add_argument("--errors", action="store_true", help="list what is wrong")
    parser.add_argument("--set", action="append", help="only this set (name without .jsonl)")
    arguments = parser.parse_args()
    names = {"timebank_fr", "statements_fr", *PHRASES} & set(arguments.set or ()) or None
    files = {path.stem: path for path in sorted(arguments.folder.glob("*.jsonl"))}
    known = {"timebank_fr", "statements_fr", *PHRASES} if names is None else names
    if not known & files.keys():
        print(f"no test set in {arguments.folder}; see benchmarks/outside", file=sys.stderr)
        return 2
    for name in sorted(known & files.keys()):
        cases = read(files[name])
        if name == "timebank_fr":
            _print_timebank(cases, errors=arguments.errors)
        elif name == "statements_fr":
            print(f"\n{name}: {len(cases)} articles")
            for figure, score in statements.measure(cases).items():
                print(f"  {figure:<20} {score.f1:.3f}")
        else:
            asked, text = PHRASES[name]
            _print_phrases(name, judge(name, cases, asked, text), errors=arguments.errors)
    return 0


def _print_timebank(cases: list[dict[str, object]], *, errors: bool) -> None:
    totals, results = timebank.measure(cases)
    print(f"\ntimebank_fr: {len(cases)} articles")
    for figure, score in totals.items():
        print(
            f"  {figure:<10} P {score.precision:.3f}  R {score.recall:.3f}  F1 {score.f1:.3f}"
            f"  ({score.correct} of {score.predicted} found, {score.gold} in gold)"
        )
    for article, result in results if errors else ():
        text = str(article["text"])
        for kind, item, gold, predicted in result.errors:
            around = text[max(0, item["start"] - 90) : item["end"] + 60].replace("\n", " ")
            words = text[item["start"] : item["end"]]
            print(f"    {article['id']} {kind} «{words}» gold {gold} found {predicted} | {around}")


def _print_phrases(name: str, verdicts: list[Verdict], *, errors: bool) -> None:
    left_out = excluded(name)
    print(f"\n{name}: {len(verdicts)} cases, {len(left_out)} left out")
    for group in dict.fromkeys(verdict.group for verdict in verdicts):
        _print_share(group, (v.right for v in verdicts if v.group == group))
    _print_share("all", (verdict.right for verdict in verdicts))
    for verdict in verdicts if errors else ():
        if not verdict.right:
            print(f"    {verdict.number} {verdict.group} «{verdict.text}»")
            print(f"        expected {verdict.expected}\n        found    {verdict.found}")


def _print_share(name: str, right: Iterable[bool]) -> None:
    judged = list(right)
    print(f"  {name:<14} {sum(judged):>4} of {len(judged):<4} {sum(judged) / len(judged):.1%}")


if __name__ == "__main__":
    sys.exit(main())
