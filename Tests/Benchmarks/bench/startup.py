"""How long the programs take to say their version, against a program that does nothing."""

from .table import Row
from .timing import interleaved, run_once

TARGET_MILLISECONDS = 3


def measure(programs, quick):
    runs = 30 if quick else 100
    wct, executor, nothing = interleaved(
        runs, lambda: run_once([programs.wct, "--version"]),
        lambda: run_once([programs.wct_exec, "--version"]), lambda: run_once(["true"]))
    return [
        row("wct --version", wct, nothing),
        row("wct-exec --version", executor, nothing),
    ]


def row(name, sample, nothing):
    peer = f"true: {nothing.wall * 1000:.2f} ms, {sample.wall / nothing.wall:.1f}×"
    return Row(f"start-up: {name}", sample.wall * 1000, "ms", peer, TARGET_MILLISECONDS)
