#!/usr/bin/env python3
"""Makes the labelled corpus: texts with invented personal data, and where in them what stands.

Usage: generate.py [--set main|held-out|unseen|fresh|blind|sentences|all] [--output DIR] [--check]

Writes SET/files/… and SET/labels.jsonl below DIR (default Fixtures/corpus). `--check` writes nothing and fails where what
is there differs: the same seed gives the same bytes. A label is a line of JSON: `file`, `start` and `end` (code points,
end exclusive), `kind`, `text`; `also` names kinds that may be said of the same place, `optional` what counts for nothing.

Knows no ruleset and no detector: the templates, the names and the check digits are its own.
"""

import argparse
import json
import pathlib
import random
import sys

from corpus.document import Document
from corpus.further_locales import ALL_FURTHER, ALL_THIRD
from corpus.locales import ALL

HERE = pathlib.Path(__file__).resolve().parent
#: set: seed, how often a template of a language, of all languages and of no personal data is used for each locale, locales
SETS = {"main": (20240314, 4, 1, 2, ALL), "held-out": (77003, 2, 1, 1, ALL), "unseen": (5150, 2, 1, 1, ALL),
        "fresh": (61207, 2, 1, 1, ALL_FURTHER), "blind": (90411, 2, 1, 1, ALL_THIRD), "sentences": (2611, 1, 1, 1, ALL_THIRD)}


def documents(name):
    """Path and document, for every template and every locale that it serves, in a fixed order."""
    seed, local, common, empty, locales = SETS[name]
    templates = HERE / "templates" / name
    for locale in locales:
        for folder, copies in ((locale.tag.split("-")[0], local), ("any", common), ("none", empty), ("union", local)):
            if folder in ("none", "union") and locale is not locales[0]:
                copies = 1 if folder == "none" else 0
            for template in sorted((templates / folder).iterdir()):
                for copy in range(copies):
                    path = f"{locale.tag}/{template.stem}{copy + 1 if copies > 1 else ''}{template.suffix}"
                    dice = random.Random(f"{seed}/{path}")
                    yield path, Document(dice, locale, locales).write(template.read_text(encoding="utf-8"))


def rendered(name):
    """Every file of a set: path below its folder, bytes."""
    labels = []
    for path, document in documents(name):
        yield f"files/{path}", document.text.encode()
        labels += [json.dumps({"file": path, **label}, ensure_ascii=False) for label in document.labels]
    yield "labels.jsonl", ("\n".join(labels) + "\n").encode()


def differing(folder, files):
    """The paths that are missing, differ or should not be there."""
    there = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    wrong = there - files.keys()
    return sorted(wrong | {path for path, content in files.items()
                           if path not in there or (folder / path).read_bytes() != content})


def write(folder, files):
    for path in differing(folder, files):
        if path not in files:
            (folder / path).unlink()
            continue
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(files[path])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", choices=[*SETS, "all"], default="all")
    parser.add_argument("--output", type=pathlib.Path, default=HERE.parents[1] / "Fixtures" / "corpus")
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    failed = False
    for name in SETS if arguments.set == "all" else [arguments.set]:
        files = dict(rendered(name))
        folder = arguments.output / name
        if not arguments.check:
            write(folder, files)
        elif wrong := differing(folder, files):
            failed = True
            print(f"{name}: {len(wrong)} files are not what the generator makes, the first: {wrong[0]}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
