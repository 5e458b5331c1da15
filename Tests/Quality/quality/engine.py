"""Runs the built `wct` over a set and reads where it found what."""

import json
import pathlib
import re
import subprocess
import sys
from dataclasses import dataclass

KINDS = pathlib.Path(__file__).resolve().parent.parent / "kinds.json"

RUNBOOK = """\
name: Quality of detection
description: Where the personal data detector finds what, value by value
contact: None <none@example.com>
artifacts:
  files:
    source: {type: filesystem, properties: {path: %s, max_files: 5000}}
  found:
    inputs: files
    process: {type: personal_data, properties: {pattern_matching: {match_positions: true}}}
    output: true
"""


@dataclass(frozen=True)
class Report:
    start: int
    end: int
    kind: str


class RuleKinds:
    """Which kind a rule is about, by its name: the first expression of kinds.json that its whole name matches."""

    def __init__(self):
        with open(KINDS, encoding="utf-8") as file:
            self.patterns = [(re.compile(pattern), kind) for pattern, kind in json.load(file)]

    def __call__(self, rule):
        return next((kind for pattern, kind in self.patterns if pattern.fullmatch(rule)), None)


def run(wct, labelled, directory):
    """(reports of values, reports of words), both by file."""
    runbook, result = directory / "quality.yaml", directory / f"{labelled.name}.json"
    runbook.write_text(RUNBOOK % json.dumps(str(labelled.folder)), encoding="utf-8")
    done = subprocess.run(
        [wct, "run", runbook, "--store", directory / "store", "-o", result], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"wct run failed:\n{done.stdout}{done.stderr}")
    return read(result, labelled)


def read(result, labelled):
    kind_of = RuleKinds()
    with open(result, encoding="utf-8") as file:
        outputs = json.load(file)["outputs"]
    reports = {"value": {file: [] for file in labelled.texts}, "word": {file: [] for file in labelled.texts}}
    for finding in outputs[0]["content"]["findings"]:
        file = str(pathlib.Path(finding["metadata"]["source"]).relative_to(labelled.folder))
        for match in finding["metadata"]["context"].get("matches", ()):
            kind = kind_of(match["rule"])
            if kind is not None:
                reports[match["by"]][file].append(Report(match["start"], match["end"], kind))
    return reports["value"], reports["word"]
