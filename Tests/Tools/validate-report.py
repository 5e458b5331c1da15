#!/usr/bin/env python3
"""Says whether reports are what their formats promise; exits 1, and says why, when one is not.

Several checks are separated by `--`:

    validate-report.py schema SCHEMA FILE        one JSON document, against a JSON Schema
    validate-report.py lines SCHEMA NAME FILE    each line, against one definition of a JSON Schema
    validate-report.py xml FILE                  well-formed XML
    validate-report.py gitlab FILE               GitLab's required fields of a Code Quality report
"""
import json
import sys
import xml.etree.ElementTree

import jsonschema


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()


def validate(schema, value, where):
    validator = jsonschema.validators.validator_for(schema)
    validator.check_schema(schema)
    errors = sorted(validator(schema).iter_errors(value), key=lambda error: list(map(str, error.path)))
    return [f"{where}/{'/'.join(map(str, error.path))}: {error.message[:300]}" for error in errors]


def validate_lines(schema, name, text):
    part = {"$schema": schema["$schema"], "$ref": f"#/definitions/{name}", "definitions": schema["definitions"]}
    found = []
    for number, line in enumerate(text.split("\n")[:-1], 1):
        found += validate(part, json.loads(line), f"line {number}")
    return found


def validate_gitlab(entries):
    severities = ["info", "minor", "major", "critical", "blocker"]
    found = []
    for number, entry in enumerate(entries):
        for field in ["description", "check_name", "fingerprint", "severity", "location"]:
            if field not in entry:
                found.append(f"entry {number} has no {field}")
        if entry.get("severity") not in severities:
            found.append(f"entry {number}: severity {entry.get('severity')}")
        location = entry.get("location", {})
        if not location.get("path") or not isinstance(location.get("lines", {}).get("begin"), int):
            found.append(f"entry {number}: location {location}")
    prints = [entry.get("fingerprint") for entry in entries]
    if len(set(prints)) != len(prints):
        found.append("two entries have one fingerprint")
    return found


def main(arguments):
    kind, path = arguments[0], arguments[-1]
    if kind == "schema":
        return validate(json.loads(read(arguments[1])), json.loads(read(path)), "")
    if kind == "lines":
        return validate_lines(json.loads(read(arguments[1])), arguments[2], read(path))
    if kind == "xml":
        xml.etree.ElementTree.fromstring(read(path))
        return []
    if kind == "gitlab":
        return validate_gitlab(json.loads(read(path)))
    raise SystemExit(__doc__)


def split(arguments):
    parts = [[]]
    for argument in arguments:
        if argument == "--":
            parts.append([])
        else:
            parts[-1].append(argument)
    return parts


found = [f"{check[-1]}: {problem}" for check in split(sys.argv[1:]) for problem in main(check)]
print("\n".join(found))
sys.exit(1 if found else 0)
