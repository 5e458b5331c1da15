"""How the time of `wct check` grows with the size of a runbook, for the shapes that graphs come in."""

from . import runbooks
from .table import Row
from .timing import interleaved, run_once

#: Time for each artifact grows at most this much from one size to ten times that.
TARGET = 1.15
SHAPES = {
    "chain": (runbooks.chain, (1_000, 10_000, 100_000)),
    "fan": (runbooks.fan, (1_000, 10_000, 100_000)),
    # Squares, so that everything reaches the last artifact and nothing is warned of.
    "grid": (runbooks.grid, (32 ** 2, 100 ** 2, 316 ** 2)),
    "uses of one child": (runbooks.children, (100, 1_000, 10_000)),
}


def measure(programs, quick):
    rows = []
    for name, (write, sizes) in SHAPES.items():
        if quick:
            sizes = sizes[:2]
        paths = [programs.path(f"{write.__name__}-{size}.yaml") for size in sizes]
        for path, size in zip(paths, sizes):
            write(path, size)
        samples = interleaved(
            3 if quick else 5,
            *[lambda path=path: run_once([programs.wct, "check", "--cache", "off", path]) for path in paths])
        # What the program takes for nothing is no part of the slope.
        start = run_once([programs.wct, "--version"]).cpu
        for index in range(1, len(sizes)):
            small, large = (max(sample.cpu - start, 1e-4) for sample in samples[index - 1:index + 1])
            slope = (large / sizes[index]) / (small / sizes[index - 1])
            rows.append(
                Row(f"check: {name}, {sizes[index - 1]:,} → {sizes[index]:,}", slope, "×",
                    f"processor time for each, {small / sizes[index - 1] * 1e6:.1f} µs before", TARGET))
    return rows
