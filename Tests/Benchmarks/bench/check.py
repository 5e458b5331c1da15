"""`wct check` of large runbooks against libyaml alone over the same bytes."""

import os

from . import runbooks
from .table import Row
from .timing import interleaved, run_once

SMALL, LARGE = 10_000, 100_000
TARGET_RATIO = 3
#: Time grows at most this much more than the size does.
TARGET_SLOPE = 1.15


def measure(programs, quick):
    large = LARGE // 2 if quick else LARGE
    small = compare(programs, SMALL, 3 if quick else 7)
    big = compare(programs, large, 2 if quick else 5)
    (checked, loop), (checked_big, loop_big) = small, big
    slope = (checked_big.cpu / checked.cpu) / (large / SMALL)
    size = os.path.getsize(programs.path(f"{large}.yaml"))
    return [
        ratio_row(SMALL, checked, loop),
        ratio_row(large, checked_big, loop_big),
        Row("check: time per artifact, large / small", slope, "×",
            f"{SMALL:,} → {large:,} artifacts, processor time", TARGET_SLOPE),
        Row("check: peak memory / file size", checked_big.memory / size, "×",
            f"{checked_big.memory / 1e6:.0f} MB for {size / 1e6:.1f} MB", digits=1),
    ]


def compare(programs, count, runs):
    path = programs.path(f"{count}.yaml")
    runbooks.mixed(path, count)
    return interleaved(
        runs, lambda: run_once([programs.wct, "check", "--cache", "off", path]),
        lambda: run_once([programs.yaml_event_loop, path]))


def ratio_row(count, checked, loop):
    peer = f"C libyaml loop: {loop.cpu:.3f} s, wct {checked.cpu:.3f} s (processor time)"
    return Row(f"check: {count:,} artifacts", checked.cpu / loop.cpu, "×", peer, TARGET_RATIO)
