"""`wct check` against ryl, which looks at style only: a long file, and many short ones, known and not known before."""

import os
import shutil
import time

from . import runbooks, ryl
from .table import Row
from .timing import interleaved, run_once

ARTIFACTS = 5_000
FILES = 1_000
#: Seconds after which the time stamp of a file tells whether it was changed.
SETTLING = 3
TARGET_LONG, TARGET_COLD, TARGET_WARM = 0.5, 1, 0.3


def measure(programs, quick):
    peer = ryl.command(programs.directory)
    if peer is None:
        return []
    runs = 5 if quick else 15
    return [long_file(programs, peer, runs)] + many_files(programs, peer, runs)


def long_file(programs, peer, runs):
    path = programs.path("long.yaml")
    runbooks.chain(path, ARTIFACTS)
    checked, styled = interleaved(
        runs, lambda: run_once([programs.wct, "check", "--cache", "off", path]),
        lambda: run_once(peer + ["--no-cache", path]))
    return row(f"check: one file, {ARTIFACTS:,} chained artifacts", checked, styled, TARGET_LONG)


def many_files(programs, peer, runs):
    directory, cache = programs.path("many"), programs.path("many-cache")
    os.makedirs(directory)
    for number in range(FILES):
        runbooks.short(os.path.join(directory, f"{number:04}.yaml"), number)
    command = [programs.wct, "check", "--cache", cache, directory]
    # What was written a moment ago is read again, as in git: its time stamp proves nothing.
    time.sleep(SETTLING)

    def cold():
        shutil.rmtree(cache, ignore_errors=True)
        return run_once(command)

    first, again, styled = interleaved(
        runs, cold, lambda: run_once(command), lambda: run_once(peer + ["--no-cache", directory]))
    return [
        row(f"check: {FILES:,} files of 21 lines, cold", first, styled, TARGET_COLD),
        row(f"check: {FILES:,} files of 21 lines, warm", again, styled, TARGET_WARM),
    ]


def row(name, checked, styled, target):
    peer = f"ryl: {styled.cpu:.3f} s, wct {checked.cpu:.3f} s (processor time); by the clock "
    peer += f"{checked.wall / styled.wall:.2f}×"
    return Row(name, checked.cpu / styled.cpu, "×", peer, target)
