#!/usr/bin/env python3
"""Says of plans whether they fit a JSON Schema.

Usage: check-plans.py SCHEMA LINES

LINES is a file with one JSON document a line. Prints a JSON array: true where the line fits. With --why, the reasons
go to standard error. Needs python3-jsonschema (Debian's name).
"""

import json
import sys

import jsonschema


def main():
    schema_path, lines_path = [argument for argument in sys.argv[1:] if argument != "--why"]
    with open(schema_path, encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    verdicts = []
    with open(lines_path, encoding="utf-8", newline="\n") as file:
        for number, line in enumerate(file.read().split("\n")[:-1], 1):
            errors = list(validator.iter_errors(json.loads(line)))
            verdicts.append(not errors)
            if "--why" in sys.argv:
                for error in errors:
                    print(f"line {number}: {error.json_path}: {error.message[:200]}", file=sys.stderr)
    json.dump(verdicts, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
