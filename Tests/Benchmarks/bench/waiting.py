"""Sources that each wait a second: all of them together take about one."""

from .table import Row
from .timing import run_once

SECONDS = 1


def measure(programs, quick):
    rows = []
    for count in (10, 50) if quick else (10, 100):
        sample = run_once([programs.probe, "wait", str(count), str(SECONDS), programs.path(f"waiting-{count}")])
        rows.append(
            Row(f"run: {count} sources that each wait {SECONDS} s", sample.wall, "s",
                f"one after the other: {count * SECONDS} s", target=1.2 * SECONDS))
    return rows
