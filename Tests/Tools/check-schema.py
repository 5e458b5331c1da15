#!/usr/bin/env python3
"""Says of YAML files whether they fit a JSON Schema, as an editor would.

Usage: check-schema.py SCHEMA FILE...

Prints a JSON object: each file to true, false, or null where it is no readable YAML. With --why, the reasons go to
standard error. Needs python3-yaml and python3-jsonschema (Debian's names).
"""

import json
import re
import sys

import jsonschema
import yaml


class CoreLoader(yaml.SafeLoader):
    """YAML with the core schema of version 1.2, as editors and the compiler read it."""

    yaml_implicit_resolvers = {}


def add(tag, pattern, first):
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), first)


add("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""])
add("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF"))
add("int", r"^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$", list("-+0123456789"))
add(
    "float",
    r"^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$",
    list("-+0123456789."),
)
add("merge", r"^<<$", ["<"])


def construct_int(loader, node):
    text = loader.construct_scalar(node)
    base = {"0o": 8, "0x": 16}.get(text[:2], 10)
    return int(text if base == 10 else text[2:], base)


CoreLoader.add_constructor("tag:yaml.org,2002:int", construct_int)


def read(path):
    """What a file holds, or None with False where it can't be read."""
    try:
        with open(path, encoding="utf-8-sig", newline="") as file:
            return yaml.load(file.read(), CoreLoader), True
    except (yaml.YAMLError, UnicodeError, ValueError, RecursionError):
        return None, False


def main():
    explains = "--why" in sys.argv
    paths = [argument for argument in sys.argv[1:] if argument != "--why"]
    with open(paths[0], encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    verdicts = {}
    for path in paths[1:]:
        document, is_readable = read(path)
        verdicts[path] = validator.is_valid(document) if is_readable else None
        if explains:
            for error in validator.iter_errors(document):
                print(f"{path}: {error.json_path}: {error.message[:200]}", file=sys.stderr)
    json.dump(verdicts, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
