"""`wct check` of large runbooks against libyaml alone over the same bytes."""

import os

from . import runbooks
from .table import Row
from .timing import interleaved, run_once

SMALL, LARGE = 10_000, 100_000
TARGET_RATIO = 3
#: Peak memory against the file's size.
TARGET_MEMORY = 8
#: Time grows at most this much more than the size does.
TARGET_SLOPE = 1.15


def measure(programs, quick):
    large = LARGE // 2 if quick else LARGE
    small = compare(programs, SMALL, 3 if quick else 7)
    big = compare(programs, large, 2 if quick else 5)
    (checked, loop), (checked_big, loop_big) = small, big
    slope = (checked_big.cpu / checked.cpu) / (large / SMALL)
    size = os.path.getsize(programs.path(f"{large}.yaml"))
    described, described_loop = compare(programs, large, 2 if quick else 5, runbooks.described)
    described_size = os.path.getsize(programs.path(f"{large}.yaml"))
    return [
        ratio_row(SMALL, checked, loop),
        ratio_row(large, checked_big, loop_big),
        Row(f"check: {large:,} described artifacts in {described_size / 1e6:.0f} MB", described.cpu / described_loop.cpu,
            "×", peer(described_loop, described), TARGET_RATIO),
        Row("check: the same, peak memory / file size", described.memory / described_size, "×",
            f"{described.memory / 1e6:.0f} MB", TARGET_MEMORY, digits=1),
        Row("check: time per artifact, large / small", slope, "×",
            f"{SMALL:,} → {large:,} artifacts, processor time", TARGET_SLOPE),
        Row("check: peak memory / file size", checked_big.memory / size, "×",
            f"{checked_big.memory / 1e6:.0f} MB for {size / 1e6:.1f} MB", digits=1),
    ]


def compare(programs, count, runs, write=runbooks.mixed):
    path = programs.path(f"{count}.yaml")
    write(path, count)
    return interleaved(
        runs, lambda: run_once([programs.wct, "check", "--cache", "off", path]),
        lambda: run_once([programs.yaml_event_loop, path]))


def ratio_row(count, checked, loop):
    return Row(f"check: {count:,} artifacts", checked.cpu / loop.cpu, "×", peer(loop, checked), TARGET_RATIO)


def peer(loop, checked):
    return f"C libyaml loop: {loop.cpu:.3f} s, wct {checked.cpu:.3f} s (processor time)"
