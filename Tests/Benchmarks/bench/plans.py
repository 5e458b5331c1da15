"""Writing, reading and verifying plans: against SHA-256 of the same bytes, and against ninja loading as many edges."""

import os
import shutil

from . import runbooks
from .table import Row
from .timing import interleaved, median_sample, run_once

SMALL, LARGE = 10_000, 100_000
TARGET_ENCODE, TARGET_DECODE = 400, 150
TARGET_NINJA = 1
TARGET_MEMORY = 4
TARGET_SLOPE = 1.15


def measure(programs, quick):
    small, large = compiled(programs, SMALL), compiled(programs, LARGE)
    return codec_rows(programs, large, quick) + loading_rows(programs, small, large, quick)


def compiled(programs, count):
    """The plan of the mixed runbook with `count` artifacts."""
    source, plan = programs.path(f"plan-{count}.yaml"), programs.path(f"plan-{count}.json")
    runbooks.mixed(source, count)
    run_once([programs.wct, "compile", source, "-o", plan])
    return plan


def codec_rows(programs, plan, quick):
    """Rates inside a process: what many rounds take, less what one takes."""
    rounds, runs, size = 5 if quick else 10, 2 if quick else 5, os.path.getsize(plan)

    def probe(what, count):
        return lambda: run_once([programs.probe, "plan", what, plan, str(count)])

    kinds = ("encode", "decode", "digest")
    samples = interleaved(
        runs, *[probe(kind, count) for kind in kinds for count in (1, 1 + rounds)])
    rates = {
        kind: rounds * size / (samples[2 * index + 1].cpu - samples[2 * index].cpu) / 1e6
        for index, kind in enumerate(kinds)}
    note = f"{LARGE:,} instructions in {size / 1e6:.1f} MB, one core; SHA-256 alone: {rates['digest']:,.0f} MB/s"
    return [
        Row("plan: encode", rates["encode"], "MB/s", note, TARGET_ENCODE, at_most=False, digits=0),
        Row("plan: decode and verify", rates["decode"], "MB/s", note, TARGET_DECODE, at_most=False, digits=0),
    ]


def loading_rows(programs, small, large, quick):
    runs, size = 4 if quick else 10, os.path.getsize(large)

    def verify(plan):
        return lambda: run_once([programs.wct_exec, "verify", plan])

    actions = [verify(small), verify(large)]
    if shutil.which("ninja"):
        manifest = write_manifest(programs, LARGE)
        actions.append(lambda: run_once(["ninja", "-C", manifest, "-t", "rules"]))
    else:
        print("there is no ninja: loading plans is not compared (apt-get install ninja-build)")
    loaded_small, loaded, *peers = interleaved(runs, *actions)
    start = median_sample([run_once([programs.wct_exec, "--version"]) for _ in range(5)]).cpu
    slope = (loaded.cpu - start) / LARGE / ((loaded_small.cpu - start) / SMALL)
    rows = [
        Row("plan: peak memory of verifying / file", loaded.memory / size, "×",
            f"{loaded.memory / 1e6:.0f} MB for {size / 1e6:.1f} MB", TARGET_MEMORY, digits=1),
        Row("plan: time per instruction, large / small", slope, "×",
            f"{SMALL:,} → {LARGE:,} instructions, processor time", TARGET_SLOPE),
    ]
    for peer in peers:
        note = f"wct-exec verify {loaded.wall:.3f} s, ninja {peer.wall:.3f} s for as many edges, by the clock"
        rows.insert(0, Row("plan: load and verify / ninja", loaded.wall / peer.wall, "×", note, TARGET_NINJA))
    return rows


def write_manifest(programs, count):
    """A ninja manifest with the same graph as the mixed runbook: an edge an artifact."""
    directory = programs.path("ninja")
    os.makedirs(directory, exist_ok=True)
    with open(os.path.join(directory, "build.ninja"), "w", encoding="utf-8") as file:
        file.write("rule step\n  command = step $in -o $out\n  description = STEP $out\n\n")
        for first in range(0, count - runbooks.BLOCK + 1, runbooks.BLOCK):
            fan = range(first + 8, first + 18)
            for index in range(first, first + runbooks.BLOCK):
                if index == first:
                    inputs = f"data/part-{index}"
                elif index in fan:
                    inputs = f"out/a{first + 7}.o"
                elif index == first + 18:
                    inputs = " ".join(f"out/a{number}.o" for number in fan)
                else:
                    inputs = f"out/a{index - 1}.o"
                file.write(f"build out/a{index}.o: step {inputs}\n  label = Pass {index}\n  mode = concatenate\n")
    return directory
