"""Instructions a second with the journal on, against SQLite inserting as many rows."""

import json
import os
import shutil
import subprocess
from datetime import datetime

from . import runbooks
from .table import Row
from .timing import Sample, interleaved, run_once

WIDTH = 10
TARGET_RATE = 100_000


def measure(programs, quick):
    layers = 2_000 if quick else 10_000
    plan = compile_layers(programs, layers)
    store, database = programs.path("store"), programs.path("rows.db")
    whole = []

    def run():
        shutil.rmtree(store, ignore_errors=True)
        whole.append(run_once(
            [programs.wct_exec, "run", plan, "--store", store, "--output-dir", programs.path("out"), "--quiet"]))
        return run_duration(programs, store)

    def insert_rows():
        for suffix in ("", "-wal", "-shm"):
            if os.path.exists(database + suffix):
                os.remove(database + suffix)
        return run_once([programs.journal_rows, database, str(layers), str(WIDTH)])

    ran, inserted = interleaved(2 if quick else 5, run, insert_rows)
    count = layers * WIDTH
    process = sorted(sample.wall for sample in whole[1:])[len(whole[1:]) // 2]
    return [
        Row("run: pass-throughs, journal on", count / ran.wall, "/s",
            "the run's own duration, from its first to its last record", TARGET_RATE, at_most=False, digits=0),
        Row("run: the same, whole process", count / process, "/s",
            "loading and verifying the plan, writing results", digits=0),
        Row("run: time / SQLite's own", ran.wall / inserted.wall, "×",
            f"C, one transaction a layer: {count / inserted.wall:,.0f} rows/s"),
    ]


def compile_layers(programs, layers):
    """Compiles a runbook of layers over one tiny file."""
    directory, source = programs.path("tiny"), programs.path("layers.yaml")
    os.makedirs(directory, exist_ok=True)
    with open(os.path.join(directory, "one.txt"), "w", encoding="utf-8") as file:
        file.write("one\n")
    runbooks.layered(source, layers, WIDTH, directory)
    plan = programs.path("layers.plan.json")
    run_once([programs.wct, "compile", source, "-o", plan])
    return plan


def run_duration(programs, store):
    """The duration of the only run of a store, as the store tells it."""
    listing = subprocess.run(
        [programs.wct_exec, "runs", "--store", store, "--json"], check=True, capture_output=True).stdout
    run = json.loads(listing)[0]
    if run["status"] != "completed":
        raise RuntimeError(f"the run is {run['status']}")
    start, end = (datetime.fromisoformat(run[key].replace("Z", "+00:00")) for key in ("started_at", "finished_at"))
    seconds = (end - start).total_seconds()
    return Sample(seconds, seconds, 0)
