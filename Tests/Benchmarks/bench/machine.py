"""The machine itself: scheduling, starting, resuming, storing, and how all that grows."""

import json
import os
import shutil
import subprocess
import time
from datetime import datetime

from . import instructions
from .table import Row
from .timing import Sample, interleaved, run_once


def measure(programs, quick):
    rows = [scheduler(programs, quick), *resumed(programs, quick), first_instruction(programs, quick)]
    return rows + [blobs(programs, quick), *spawned(programs, quick), *growth(programs, quick)]


def scheduler(programs, quick):
    count, rounds = 1_000_000, 2 if quick else 10
    sample, = interleaved(
        3, lambda: run_once([programs.probe, "schedule", str(count), str(rounds)]))
    build, = interleaved(3, lambda: run_once([programs.probe, "schedule", str(count), "0"]))
    figure = (sample.cpu - build.cpu) / (count * rounds) * 1e9
    return Row("scheduler alone, two in flight", figure, "ns",
               f"an instruction of {count:,} in layers, issued and completed", 60, digits=0)


def resumed(programs, quick):
    """A run of 100,000 that is completed: nothing is left to do but to find that out."""
    layers = 2_000 if quick else 10_000
    plan, store = instructions.compile_layers(programs, layers), programs.path("resumed")
    shutil.rmtree(store, ignore_errors=True)
    options = ["--store", store, "--output-dir", programs.path("out"), "--quiet"]
    run_once([programs.wct_exec, "run", plan, *options])
    sample, = interleaved(3, lambda: run_once([programs.wct_exec, "resume", "latest", *options]))
    return [Row(f"resume: a finished run of {layers * 10:,}", sample.wall, "s",
                "loading and verifying its plan, folding its journal", 0.5)]


def first_instruction(programs, quick):
    """From the start of the process to the first record of the journal, as the run tells it."""
    plan, store = instructions.compile_layers(programs, 10), programs.path("first")

    def run():
        start = time.time()
        lines = subprocess.run(
            [programs.wct_exec, "run", plan, "--store", store, "--output-dir", programs.path("out"),
             "--progress", "json"], check=True, capture_output=True).stdout.splitlines()
        first = next(event for event in map(json.loads, lines) if event["event"] == "artifact")
        seconds = datetime.fromisoformat(first["time"].replace("Z", "+00:00")).timestamp() - start
        return Sample(seconds, seconds, 0)

    def run_in_new_store():
        shutil.rmtree(store, ignore_errors=True)
        return run()

    new, known = interleaved(5 if quick else 20, run_in_new_store, run)
    return Row("start to first instruction", known.wall * 1000, "ms",
               f"where the store has to be made, too: {new.wall * 1000:.1f} ms", 10, digits=1)


def blobs(programs, quick):
    """Into the store, against copying the file and taking its digest."""
    directory, size = programs.memory_directory, (100 if quick else 500) << 20
    source, target, store = (os.path.join(directory, name) for name in ("source", "copy", "blobs"))
    line = b'{"content":"' + b"x" * 200 + b'"}\n'
    with open(source, "wb") as file:
        file.write((line * (size // len(line) + 1))[:size])

    def write():
        shutil.rmtree(store, ignore_errors=True)
        return run_once([programs.probe, "blobs", store, source])

    def copy():
        copied = run_once(["cp", source, target])
        digest = run_once(["openssl", "dgst", "-sha256", source] if shutil.which("openssl")
                          else ["sha256sum", source])
        return Sample(copied.wall + digest.wall, copied.cpu + digest.cpu, 0)

    written, copied = interleaved(3, write, copy)
    for path in (source, target):
        os.remove(path)
    shutil.rmtree(store)
    return Row("blobs: written / cp and SHA-256", copied.wall / written.wall, "×",
               f"{size / written.wall / 1e6:,.0f} MB/s, in memory", 0.7, at_most=False)


def spawned(programs, quick):
    """A program that does nothing, run as components run pdftotext and curl, one after the other; ninja's is a shell's."""
    if shutil.which("ninja") is None:
        print("there is no ninja: spawning is not compared (apt-get install ninja-build)")
        return []
    count, directory = 200 if quick else 1_000, programs.path("spawned")
    os.makedirs(directory, exist_ok=True)
    with open(os.path.join(directory, "build.ninja"), "w", encoding="utf-8") as file:
        file.write("rule nothing\n  command = true\n")
        for number in range(count):
            file.write(f"build out{number}: nothing\n")
    program = shutil.which("true")
    ran, peer = interleaved(
        3, lambda: run_once([programs.probe, "spawn", str(count), program]),
        lambda: run_once(["ninja", "-C", directory, "-j", "1"]))
    return [Row("step that spawns `true` / ninja's", ran.wall / peer.wall, "×",
                f"{ran.wall / count * 1000:.2f} ms each, by the clock; ninja: {peer.wall / count * 1000:.2f} ms", 1.5)]


def growth(programs, quick):
    """Time for each instruction of ten times as many."""
    sizes = (1_000, 10_000) if quick else (10_000, 100_000)
    figures = []
    for layers in sizes:
        plan, store = instructions.compile_layers(programs, layers), programs.path("growth")

        def run():
            shutil.rmtree(store, ignore_errors=True)
            return run_once([programs.wct_exec, "run", plan, "--store", store,
                             "--output-dir", programs.path("out"), "--quiet"])

        sample, = interleaved(2, run)
        figures.append(sample.cpu / layers)
    return [Row(f"run: {sizes[0] * 10:,} → {sizes[1] * 10:,} instructions", figures[1] / figures[0], "×",
                "processor time for each, whole process", 1.15)]
