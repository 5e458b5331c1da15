#!/usr/bin/env python3
"""Measures the speed of the release programs against peers and limits, all in one run on this machine.

Needs `make release` (`make bench` does it), a C compiler, libyaml and SQLite; ripgrep for one row, ninja for one,
and pip, which installs ryl once in the user's cache directory, for three.
Nothing here is a test: a missed target is printed, and the exit code says only whether the measuring worked.
"""

import argparse
import json
import sys
import tempfile

from bench import (
    check, check_files, detection, difference, instructions, limits, machine, plans, slopes, sources, startup, waiting)
from bench.programs import Programs
from bench.table import Row, show

MEASUREMENTS = {
    "start": startup.measure,
    "check": check.measure,
    "files": check_files.measure,
    "slopes": slopes.measure,
    "limits": limits.measure,
    "plans": plans.measure,
    "instructions": instructions.measure,
    "difference": difference.measure,
    "waiting": waiting.measure,
    "detection": detection.measure,
    "machine": machine.measure,
    "sources": sources.measure,
}


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="smaller inputs and fewer runs")
    parser.add_argument("--json", metavar="FILE", help="write the figures to FILE")
    parser.add_argument(
        "--only", metavar="NAME", action="append", choices=MEASUREMENTS,
        help=f"measure this alone (repeatable): {', '.join(MEASUREMENTS)}")
    return parser.parse_args()


def main():
    arguments = parse_arguments()
    rows = []
    with tempfile.TemporaryDirectory(prefix="bench.") as directory:
        programs = Programs.prepare(directory)
        for name, measure in MEASUREMENTS.items():
            if arguments.only and name not in arguments.only:
                continue
            print(f"measuring: {name}", file=sys.stderr, flush=True)
            rows += measure(programs, arguments.quick)
    show(rows)
    if arguments.json:
        with open(arguments.json, "w", encoding="utf-8") as file:
            json.dump([row.json() for row in rows], file, indent=2)
            file.write("\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
