"""Runs every pattern recogniser of Presidio over texts; called with Presidio's own Python.

Usage: presidio_recognisers.py TEXTS.json, an object of texts by name. Prints [[entity, start, end, score], …] by name.
"""

import inspect
import json
import logging
import sys

import presidio_analyzer.predefined_recognizers as predefined
from presidio_analyzer import EntityRecognizer, PatternRecognizer


def recognisers():
    logging.disable(logging.WARNING)
    made = []
    for name, kind in sorted(inspect.getmembers(predefined, inspect.isclass)):
        if issubclass(kind, PatternRecognizer) and kind is not PatternRecognizer or name == "PhoneRecognizer":
            try:
                made.append(kind())
            except Exception as reason:  # A recogniser that needs more than patterns is not measured.
                print(f"{name}: {reason}", file=sys.stderr)
    return made


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        texts = json.load(file)
    every = recognisers()
    print(f"{len(every)} recognisers", file=sys.stderr)
    found = {}
    for name, text in texts.items():
        results = []
        for recogniser in every:
            results += recogniser.analyze(text, recogniser.supported_entities, None) or []
        found[name] = [(r.entity_type, r.start, r.end, r.score) for r in EntityRecognizer.remove_duplicates(results)]
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
