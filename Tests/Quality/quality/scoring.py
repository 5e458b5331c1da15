"""Counts reports against labels.

A label counts as found if a report of its kind overlaps it in its file. A report that overlaps no label of its kind is a
false positive, unless the label that it overlaps says that its kind may be said there too, or counts for nothing.
"""

from collections import defaultdict
from dataclasses import dataclass


@dataclass
class Score:
    found: int = 0
    missed: int = 0
    false: int = 0

    @property
    def precision(self):
        return self.found / (self.found + self.false) if self.found + self.false else None

    @property
    def recall(self):
        return self.found / (self.found + self.missed) if self.found + self.missed else None

    @property
    def f1(self):
        whole = 2 * self.found + self.false + self.missed
        return 2 * self.found / whole if whole else None

    def __add__(self, other):
        return Score(self.found + other.found, self.missed + other.missed, self.false + other.false)


def overlap(one, other):
    return one.start < other.end and other.start < one.end


def by_kind(labelled, reports, misses=None):
    """`reports`: by file, things with `start`, `end` and `kind`. `misses` takes what was wrong, for `--show`."""
    scores = defaultdict(Score)
    for file, labels in labelled.labels.items():
        said = reports.get(file, [])
        for label in labels:
            if label.optional:
                continue
            if any(report.kind == label.kind and overlap(report, label) for report in said):
                scores[label.kind].found += 1
            else:
                scores[label.kind].missed += 1
                note(misses, "missed", file, label, labelled)
        for report in said:
            if not any(overlap(report, label) and (report.kind == label.kind or report.kind in label.also) for label in labels):
                scores[report.kind].false += 1
                note(misses, "false", file, report, labelled)
    return scores


def note(misses, what, file, place, labelled):
    if misses is not None:
        misses.append((what, place.kind, file, labelled.texts[file][place.start:place.end]))


def whole_lines(reports, labelled):
    """Reports widened to their lines: a word says that a value stands in its line."""
    widened = {}
    for file, said in reports.items():
        text = labelled.texts[file]
        widened[file] = [
            type(report)(text.rfind("\n", 0, report.start) + 1, (text + "\n").find("\n", report.start), report.kind)
            for report in said]
    return widened


def total(scores, kinds=None):
    return sum((score for kind, score in scores.items() if kinds is None or kind in kinds), Score())
