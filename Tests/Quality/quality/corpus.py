"""Labelled texts: the sets of Fixtures/corpus, and excerpts of a machine's /usr/share/doc."""

import hashlib
import json
import pathlib
import sys
from dataclasses import dataclass, field


@dataclass
class Label:
    start: int
    end: int
    kind: str
    also: frozenset = frozenset()
    optional: bool = False


@dataclass
class Set:
    """`texts` and `labels` by file; the files stand in `folder`."""

    name: str
    folder: pathlib.Path
    texts: dict
    labels: dict = field(default_factory=dict)

    @property
    def label_count(self):
        return sum(not label.optional for labels in self.labels.values() for label in labels)


def generated(root, name):
    folder = root / "Fixtures" / "corpus" / name / "files"
    texts = {str(path.relative_to(folder)): path.read_bytes().decode() for path in sorted(folder.rglob("*")) if path.is_file()}
    labels = {file: [] for file in texts}
    with open(folder.parent / "labels.jsonl", encoding="utf-8") as lines:
        for line in map(json.loads, lines):
            labels[line["file"]].append(Label(
                line["start"], line["end"], line["kind"], frozenset(line.get("also", ())), line.get("optional", False)))
    return Set(name, folder, texts, labels)


def documentation(root, copy, source=pathlib.Path("/usr/share/doc")):
    """The excerpts that this machine has as they were when they were labelled, copied to the folder `copy`."""
    texts, labels, differing = {}, {}, 0
    with open(root / "Fixtures" / "corpus" / "documentation" / "labels.jsonl", encoding="utf-8") as lines:
        for line in map(json.loads, lines):
            text = excerpt(source / line["file"], line["first_line"], line["last_line"])
            if text is None or hashlib.sha256(text.encode()).hexdigest() != line["sha256"]:
                differing += 1
                continue
            target = copy / line["file"]
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text.encode())
            texts[line["file"]] = text
            labels[line["file"]] = [Label(label["start"], label["end"], label["kind"]) for label in line["labels"]]
    if differing:
        print(f"documentation: {differing} excerpts are not on this machine as they were labelled", file=sys.stderr)
    return Set("documentation", copy, texts, labels)


def excerpt(path, first, last):
    try:
        lines = path.read_bytes().decode().split("\n")
    except (OSError, UnicodeDecodeError):
        return None
    return "".join(line + "\n" for line in lines[first - 1:last])
