#!/usr/bin/env python3
"""Measures how well the built-in rules find personal data: precision, recall and F1 per kind against labels.

Usage: run.py --wct PROGRAM [--set NAME] [--show KIND] [--json FILE] [--without-peer]

Beside it stand the pattern recognisers of Microsoft Presidio, each kind at the threshold that suits it best, and the
words alone of the same rules, where a word counts for the whole of its line. docs/quality.md says what the figures mean.
"""

import argparse
import json
import pathlib
import sys
import tempfile

from quality import corpus, engine, presidio, scoring

ROOT = pathlib.Path(__file__).resolve().parents[2]
SETS = ("main", "held-out", "documentation")
TARGET_F1, TARGET_PRECISION = 0.95, 0.98
WITH_CHECKSUM = {"iban", "payment_card", "national_id", "vat_id", "imei", "crypto_wallet"}


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wct", default=ROOT / ".build" / "debug" / "wct")
    parser.add_argument("--set", action="append", choices=SETS)
    parser.add_argument("--show", metavar="KIND", action="append", help="print what was missed and what was false ('all')")
    parser.add_argument("--json", metavar="FILE", help="write the figures to FILE")
    parser.add_argument("--without-peer", action="store_true")
    return parser.parse_args()


def number(value):
    return "    –" if value is None else f"{value:5.3f}"


def best_peer(labelled, reports):
    """By kind, the score at the threshold at which its F1 is highest."""
    best = {}
    for said in (reports or {}).values():
        for kind, score in scoring.by_kind(labelled, said).items():
            if kind not in best or (score.f1 or 0) > (best[kind].f1 or 0):
                best[kind] = score
    return {kind: score for kind, score in best.items() if kind in presidio.ENTITIES.values()}


def show(labelled, values, words, peer):
    print(f"\n{labelled.name}: {len(labelled.texts)} texts, {labelled.label_count} labels")
    print(f"{'':24}{'labels':>7}  precision recall    F1   false missed | Presidio P    R    F1 | words alone F1")
    for kind in sorted(values.keys() | words.keys() | peer.keys()):
        score, word, other = values[kind], words[kind], peer.get(kind, scoring.Score())
        figures = f"{number(other.precision)} {number(other.recall)} {number(other.f1)}" if kind in peer else f"{'':17}"
        print(f"{kind:24}{score.found + score.missed:7}      {number(score.precision)}  {number(score.recall)} "
              f"{number(score.f1)}  {score.false:6} {score.missed:6} |     {figures} | {number(word.f1)}")
    summary(values, words, peer)


def summary(values, words, peer):
    every, word = scoring.total(values), scoring.total(words)
    print(f"micro-F1 {number(every.f1)} (precision {number(every.precision)}, recall {number(every.recall)}); "
          f"words alone {number(word.f1)}; target {TARGET_F1}")
    if peer:
        ours, theirs = scoring.total(values, peer.keys()), scoring.total(peer)
        print(f"on the {len(peer)} kinds that Presidio knows: micro-F1 {number(ours.f1)} against {number(theirs.f1)}")
    behind = [kind for kind, other in peer.items() if (values[kind].f1 or 0) < (other.f1 or 0)]
    imprecise = [kind for kind in sorted(WITH_CHECKSUM) if (values[kind].precision or 1) < TARGET_PRECISION]
    if behind:
        print(f"behind Presidio: {', '.join(sorted(behind))}")
    if imprecise:
        print(f"kinds with a checksum below {TARGET_PRECISION} precision: {', '.join(imprecise)}")


def measure(labelled, arguments, python, directory):
    said, worded = engine.run(arguments.wct, labelled, directory)
    misses = []
    values = scoring.by_kind(labelled, said, misses)
    words = scoring.by_kind(labelled, scoring.whole_lines(worded, labelled))
    peer = best_peer(labelled, presidio.run(python, labelled, directory)) if python else {}
    show(labelled, values, words, peer)
    for what, kind, file, text in misses:
        if arguments.show and (kind in arguments.show or "all" in arguments.show):
            print(f"  {what:7}{kind:22}{file}: {text!r}")
    return {"set": labelled.name, "kinds": {
        kind: {"found": score.found, "missed": score.missed, "false": score.false,
               "f1": score.f1, "presidio_f1": peer[kind].f1 if kind in peer else None}
        for kind, score in sorted(values.items())}, "micro_f1": scoring.total(values).f1}


def main():
    arguments = parse_arguments()
    python = None if arguments.without_peer else presidio.program()
    figures = []
    with tempfile.TemporaryDirectory(prefix="quality.") as name:
        directory = pathlib.Path(name).resolve()
        for chosen in arguments.set or SETS:
            labelled = (corpus.documentation(ROOT, directory / "documentation") if chosen == "documentation"
                        else corpus.generated(ROOT, chosen))
            if labelled.texts:
                figures.append(measure(labelled, arguments, python, directory))
    if arguments.json:
        with open(arguments.json, "w", encoding="utf-8") as file:
            json.dump(figures, file, indent=2)
            file.write("\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
