"""Finding words in text against ripgrep, and the whole line from files to classified findings."""

import json
import os
import shutil

from . import runbooks
from .table import Row
from .timing import interleaved, run_once

DOCUMENTS = "/usr/share/doc"
SIZE = 50_000_000
TARGET_RATIO = 1.5
# Values on top of words cost at most as much again.
TARGET_VALUES = 2.0


def measure(programs, quick):
    size = write_texts(programs, SIZE // 5 if quick else SIZE)
    plan = compile_detection(programs)
    words = write_words(programs, plan)
    text, runs = programs.path("text"), 2 if quick else 4

    def scan():
        return run_once([programs.probe, "scan", words, text])

    def rules(which):
        return lambda: run_once([programs.probe, "rules", which, text])

    def pipeline():
        store = programs.path("detection-store")
        shutil.rmtree(store, ignore_errors=True)
        return run_once(
            [programs.wct_exec, "run", plan, "--store", store, "--output-dir", programs.path("out"), "--quiet"])

    if shutil.which("rg") is None:
        scanned, ran = interleaved(runs, scan, pipeline)
        print("there is no ripgrep: detection is not compared (apt-get install ripgrep)")
        return [rate_row("words", scanned, size), rate_row("files to classified findings", ran, size)]

    def ripgrep(*options):
        command = ["rg", "--no-config", "-F", "-w", "-i", "-o", "-N", "-a", *options, "-f", words, text]
        return lambda: run_once(command)

    scanned, ran, peer, counting, worded, valued = interleaved(
        runs, scan, pipeline, ripgrep(), ripgrep("--count"), rules("words"), rules("all"))
    note = f"ripgrep -F -w -i -o: {rate(peer, size):,.0f} MB/s; counting only: {rate(counting, size):,.0f} MB/s"
    return [
        rate_row("words", scanned, size),
        Row("detection: words / ripgrep", peer.cpu / scanned.cpu, "×", note, TARGET_RATIO, at_most=False),
        rate_row("all rules, words alone", worded, size),
        rate_row("all rules, with values", valued, size),
        Row("detection: all rules, values and words / words alone", valued.cpu / worded.cpu, "×",
            "values on top may cost as much again", TARGET_VALUES),
        Row("detection: all rules, words alone / ripgrep", peer.cpu / worded.cpu, "×", note, TARGET_RATIO,
            at_most=False),
        rate_row("files to classified findings", ran, size),
        Row("detection: the whole run / ripgrep", peer.cpu / ran.cpu, "×",
            "ripgrep reads one file and looks for the words alone"),
    ]


def rate(sample, size):
    return size / sample.cpu / 1e6


def rate_row(name, sample, size):
    return Row(f"detection: {name}", rate(sample, size), "MB/s",
               f"{size / 1e6:.0f} MB of text; processor time ({sample.wall:.2f} s by the clock)", digits=0)


def write_texts(programs, limit):
    """Writes texts from the documentation of installed packages, each a file and all of them one; gives their size."""
    directory, size, number = programs.path("texts"), 0, 0
    os.makedirs(directory, exist_ok=True)
    with open(programs.path("text"), "wb") as whole:
        while size < limit:
            before = size
            for content in documents():
                with open(os.path.join(directory, f"{number:05}.txt"), "wb") as file:
                    file.write(content)
                whole.write(content)
                size, number = size + len(content), number + 1
                if size >= limit:
                    break
            if size == before:
                raise SystemExit(f"there is no text in {DOCUMENTS}")
    return size


def documents():
    """The UTF-8 files below the documentation, in sorted order; without NUL, which makes a file binary."""
    for directory, names, files in os.walk(DOCUMENTS):
        names.sort()
        for name in sorted(files):
            path = os.path.join(directory, name)
            if name.endswith(".gz") or os.path.islink(path):
                continue
            with open(path, "rb") as file:
                content = file.read()
            if is_text(content):
                yield content


def is_text(content):
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return bool(content) and b"\0" not in content


def compile_detection(programs):
    source, plan = programs.path("detection.yaml"), programs.path("detection.plan.json")
    runbooks.detection(source, programs.path("texts"))
    run_once([programs.wct, "compile", source, "-o", plan])
    return plan


def write_words(programs, plan):
    """The literals that the built-in rules look for, out of the plan that carries them."""
    path = programs.path("words")
    with open(plan, encoding="utf-8") as file:
        words = sorted(set(literals(json.load(file))))
    with open(path, "w", encoding="utf-8") as file:
        file.write("".join(f"{word}\n" for word in words))
    return path


def literals(value):
    """All elements of all `patterns` lists of a JSON value."""
    if isinstance(value, list):
        for element in value:
            yield from literals(element)
    elif isinstance(value, dict):
        for key, element in value.items():
            if key == "patterns" and isinstance(element, list):
                yield from (word for word in element if isinstance(word, str))
            else:
                yield from literals(element)
