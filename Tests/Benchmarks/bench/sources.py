"""Large sources: a tree of 2 GB against `cat` into `wc -l`, rows of SQLite against stepping over them, LAMP_stack_lite."""

import os
import shutil
import sqlite3
import subprocess

from . import detection
from .programs import PROJECT
from .table import Row
from .timing import interleaved, run_once

TREE = 2_000_000_000
MEMORY = 256 << 20


def measure(programs, quick):
    return [*tree(programs, quick), *rows_of_sqlite(programs, quick), lamp(programs, quick)]


def tree(programs, quick):
    """All files of the documentation again and again, in memory, as is the store: no disk takes part."""
    directory = programs.memory_directory
    texts, size = os.path.join(directory, "tree"), 0
    limit = TREE // 10 if quick else TREE
    contents = list(detection.documents())
    number = 0
    while size < limit:
        place = os.path.join(texts, str(number))
        os.makedirs(place)
        for index, content in enumerate(contents):
            with open(os.path.join(place, f"{index}.txt"), "wb") as file:
                file.write(content)
            size += len(content)
            if size >= limit:
                break
        number += 1
    source, plan = programs.path("tree.yaml"), programs.path("tree.plan.json")
    with open(source, "w", encoding="utf-8") as file:
        file.write(f"""name: Tree
description: A large tree
contact: nobody
artifacts:
  files:
    source: {{type: filesystem, properties: {{path: {texts}, max_files: 10000000}}}}
  personal_data:
    inputs: files
    process: {{type: personal_data}}
  classified:
    inputs: personal_data
    process: {{type: gdpr_personal_data_classifier}}
    output: true
""")
    run_once([programs.wct, "compile", source, "-o", plan])

    def run():
        store = os.path.join(directory, "tree-store")
        shutil.rmtree(store, ignore_errors=True)
        return run_once([programs.wct_exec, "run", plan, "--store", store, "--memory", "256M",
                         "--output-dir", os.path.join(directory, "out"), "--quiet"])

    def concatenated():
        return run_once(["sh", "-c", f"find '{texts}' -type f -print0 | xargs -0 cat | wc -l"])

    ran, peer = interleaved(1, run, concatenated)
    shutil.rmtree(texts)
    shutil.rmtree(os.path.join(directory, "tree-store"))
    rate = size / ran.wall / 1e6
    return [
        Row(f"tree of {size / 1e9:.1f} GB: rate / cat | wc -l", peer.wall / ran.wall, "×",
            f"files to classified findings: {rate:,.0f} MB/s; cat: {size / peer.wall / 1e6:,.0f} MB/s",
            0.15, at_most=False),
        Row("the same, peak memory", ran.memory / (1 << 20), "MiB", "--memory 256M", MEMORY / (1 << 20), digits=0),
        Row("the same, processors busy", ran.cpu / ran.wall, "", f"of {os.cpu_count()}", digits=1),
    ]


def rows_of_sqlite(programs, quick):
    database = os.path.join(programs.memory_directory, "rows.db")
    count = 50_000 if quick else 500_000
    connection = sqlite3.connect(database)
    connection.execute("CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT, mail TEXT, note TEXT, score REAL)")
    note = "The customer called about the invoice and asked for a copy of it. " * 6
    connection.executemany(
        "INSERT INTO person VALUES (?, ?, ?, ?, ?)",
        ((n, f"Person {n}", f"person{n}@example.com", note, n / 7) for n in range(count)))
    connection.commit()
    connection.close()
    source, plan = programs.path("rows.yaml"), programs.path("rows.plan.json")
    with open(source, "w", encoding="utf-8") as file:
        file.write(f"""name: Rows
description: All rows of a database
contact: nobody
artifacts:
  rows:
    source: {{type: sqlite, properties: {{database_path: {database}, max_rows_per_table: all}}}}
""")
    run_once([programs.wct, "compile", source, "-o", plan])

    def run():
        store = os.path.join(programs.memory_directory, "rows-store")
        shutil.rmtree(store, ignore_errors=True)
        return run_once([programs.wct_exec, "run", plan, "--store", store, "--output-dir",
                         programs.path("out"), "--quiet"])

    read, stepped = interleaved(3, run, lambda: run_once([programs.sqlite_steps, database, "person"]))
    return [
        Row("SQLite: rows / C loop over sqlite3_step", stepped.wall / read.wall, "×",
            f"{count / read.wall:,.0f} rows/s, each cell an item in the store; C: {count / stepped.wall:,.0f} rows/s",
            0.5, at_most=False)
    ]


def lamp(programs, quick):
    runbook, database = os.path.join(PROJECT, "runbooks", "LAMP_stack_lite.yaml"), programs.path("veloria.sqlite")
    run_once(["python3", os.path.join(PROJECT, "Fixtures", "lamp", "make_database.py"), database])
    os.environ["SQLITE_DATABASE_PATH"] = database

    def run():
        store = programs.path("lamp-store")
        shutil.rmtree(store, ignore_errors=True)
        return run_once([programs.wct, "run", runbook, "--store", store, "--output-dir", programs.path("out"),
                         "--quiet"], directory=PROJECT)

    sample, = interleaved(5, run)
    return Row("LAMP_stack_lite, whole process, cold", sample.wall * 1000, "ms", "compile, run, results", 150, digits=0)
