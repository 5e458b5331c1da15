"""Comparing two plans of 100,000 instructions, 1 % changed, against loading both."""

import os
import re

from . import runbooks
from .table import Row
from .timing import interleaved, run_once

COUNT = 100_000
#: How much longer loading and comparing may take than loading alone, and how much memory the files may cost.
TIME_TARGET = 3
MEMORY_TARGET = 4


def measure(programs, quick):
    count = COUNT // 10 if quick else COUNT
    old, new, plans = programs.path("old.yaml"), programs.path("new.yaml"), []
    runbooks.mixed(old, count)
    change(old, new)
    for path in (old, new):
        plans.append(path.replace(".yaml", ".plan.json"))
        run_once([programs.wct, "compile", path, "-o", plans[-1]])
    load, diff = interleaved(
        2 if quick else 5,
        lambda: run_once([programs.probe, "diff", "load", *plans]),
        lambda: run_once([programs.probe, "diff", "diff", *plans]))
    size = sum(os.path.getsize(plan) for plan in plans)
    return [
        Row(f"diff: {count:,} instructions, 1 % changed / loading both", (diff.cpu - load.cpu) / load.cpu, "×",
            f"loading both takes {load.cpu:.2f} s", TIME_TARGET),
        Row("diff: the same, peak memory / both files", diff.memory / size, "×",
            f"loading alone {load.memory / size:.1f} ×", MEMORY_TARGET),
    ]


def change(old, new):
    """Changes every fifth source, which is one artifact in a hundred, each with its block below it."""
    with open(old, encoding="utf-8") as file:
        text = file.read()
    numbers = iter(range(1 << 30))

    def changed(match):
        return match.group(0) + "/other" if next(numbers) % 5 == 0 else match.group(0)

    with open(new, "w", encoding="utf-8") as file:
        file.write(re.sub(r"path: \./data/part-\d+", changed, text))
