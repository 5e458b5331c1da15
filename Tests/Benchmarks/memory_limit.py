#!/usr/bin/env python3
"""Shows that --memory holds: several GB go through detection and classification, and the peak is measured.

Writes a tree of text files, one of them as large as all the others together, with e-mail addresses planted at known places, and
runs the release programs over it with the limit. Prints the peak resident memory of the machine's process and how many of the
addresses were found. Leaves with 1 when the peak is above the limit or an address is missing. Nothing is kept.

Usage: memory_limit.py [--size GB] [--limit SIZE] [--programs DIR]
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time

PROJECT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BLOCK = 1 << 20
UNITS = {"M": 1 << 20, "G": 1 << 30}

RUNBOOK = """name: Memory
description: Several GB through detection and classification
contact: nobody
artifacts:
  files:
    source: {type: filesystem, properties: {path: %s, max_files: 10000000}}
  personal_data:
    inputs: files
    process: {type: personal_data}
  classified:
    inputs: personal_data
    process: {type: gdpr_personal_data_classifier}
    output: true
"""


def block(number):
    """A megabyte of lines, with one address."""
    line = b"The committee met on the first floor and nothing was decided; minutes were taken and filed.\n"
    lines = [line] * ((BLOCK - 100) // len(line))
    lines[number * 7919 % len(lines)] = b"Write to person-%d@example.org about it, please.\n" % number
    return b"".join(lines)


def write_tree(directory, size):
    """Files of 8 blocks, and one of half of all; gives the number of blocks."""
    count = size // BLOCK
    number = 0
    with open(os.path.join(directory, "large.txt"), "wb") as file:
        for number in range(count // 2):
            file.write(block(number))
    number += 1
    while number < count:
        with open(os.path.join(directory, f"{number}.txt"), "wb") as file:
            for number in range(number, min(number + 8, count)):
                file.write(block(number))
        number += 1
    return count


def run(programs, place, limit):
    """Compiles and runs; gives seconds, and the peak of the machine's process in bytes."""
    plan = os.path.join(place, "plan.json")
    subprocess.run(
        [os.path.join(programs, "wct"), "compile", os.path.join(place, "runbook.yaml"), "-o", plan, "-q"],
        check=True, cwd=place)
    start = time.monotonic()
    machine = subprocess.Popen(
        [os.path.join(programs, "wct-exec"), "run", plan, "--memory", limit, "-q", "-o", "results.json"], cwd=place)
    _, status, usage = os.wait4(machine.pid, 0)
    if status != 0:
        sys.exit(f"wct-exec ended with the status {status}")
    return time.monotonic() - start, usage.ru_maxrss * 1024


def matched(place):
    """How many addresses were matched, as the results say."""
    with open(os.path.join(place, "outputs", "results.json"), encoding="utf-8") as file:
        findings = json.load(file)["outputs"][0]["content"]["findings"]
    return sum(pattern["match_count"] for finding in findings for pattern in finding["matched_patterns"]
               if "email" in pattern["pattern"].lower() or "@" in pattern["pattern"])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=float, default=4, metavar="GB")
    parser.add_argument("--limit", default="256M", metavar="SIZE")
    parser.add_argument("--programs", default=os.path.join(PROJECT, ".build-release", "release"), metavar="DIR")
    arguments = parser.parse_args()
    limit = int(arguments.limit[:-1]) * UNITS[arguments.limit[-1]]
    with tempfile.TemporaryDirectory(prefix="memory.") as place:
        texts = os.path.join(place, "texts")
        os.makedirs(texts)
        count = write_tree(texts, int(arguments.size * 1e9))
        with open(os.path.join(place, "runbook.yaml"), "w", encoding="utf-8") as file:
            file.write(RUNBOOK % texts)
        seconds, peak = run(os.path.abspath(arguments.programs), place, arguments.limit)
        matches = matched(place)
    print(f"{count * BLOCK / 1e9:.1f} GB in {seconds:.0f} s, {count * BLOCK / seconds / 1e6:.0f} MB/s")
    print(f"peak memory {peak / (1 << 20):.0f} MiB of {limit / (1 << 20):.0f} MiB; "
          f"{matches} of {count} planted addresses were matched")
    return 0 if peak <= limit and matches == count else 1


if __name__ == "__main__":
    sys.exit(main())
