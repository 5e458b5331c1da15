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

from quality import corpus, engine, presidio, scoring, tables

ROOT = pathlib.Path(__file__).resolve().parents[2]
SETS = ("main", "held-out", "unseen", "fresh", "blind", "sentences", "documentation")


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wct", default=ROOT / ".build" / "debug" / "wct")
    parser.add_argument("--set", action="append", choices=SETS)
    parser.add_argument("--show", metavar="KIND", action="append", help="print what was missed and what was false ('all')")
    parser.add_argument("--json", metavar="FILE", help="write the figures to FILE")
    parser.add_argument("--without-peer", action="store_true")
    parser.add_argument("--markdown", action="store_true", help="print the tables as docs/quality.md has them")
    return parser.parse_args()


def measure(labelled, arguments, python, directory):
    said, worded = engine.run(arguments.wct, labelled, directory)
    misses = []
    values = scoring.by_kind(labelled, said, misses)
    words = scoring.by_kind(labelled, scoring.whole_lines(worded, labelled))
    peer = presidio.best(labelled, presidio.run(python, labelled, directory)) if python else {}
    (tables.show_markdown if arguments.markdown else tables.show)(labelled, values, words, peer)
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
