# Runs the built program on a runbook and says where its results differ from what was expected.
# Knows nothing of how the expectation came about.
import json
import re
import subprocess

from . import outcome

IGNORED = {"id", "collection_timestamp", "analysis_timestamp"}


def results(program, workshop, *options):
    """The results file, and what was said on standard error."""
    workshop.write()
    directory = workshop.directory
    done = subprocess.run(
        [program, "run", "runbook.yaml", "--rulesets", f"local={directory}/rulesets", "--no-config",
         "--store", f"{directory}/store", "-o", f"{directory}/out.json", "--reuse", "off",
         "--progress", "none", *options],
        cwd=directory, capture_output=True, text=True, errors="replace")
    made = directory / "out.json"
    return (json.loads(made.read_text()) if made.exists() else None), done


def refused(program, workshop, expressions):
    """The expressions that the program says it can't take, and what it says; it must say so of each."""
    rules = [{"name": f"rule {i}", "description": "one", "category": "c", "value_patterns": [one]}
             for i, one in enumerate(expressions)]
    uri = workshop.ruleset("pool", {"categories": ["c"], "rules": rules})
    workshop.file("pool.txt", " ")
    workshop.detect("personal_data", [workshop.files(path="pool.txt")],
                    {"pattern_matching": {"ruleset": uri}})
    workshop.write()
    done = subprocess.run(
        [program, "check", "runbook.yaml", "--no-config", "--rulesets",
         f"local={workshop.directory}/rulesets"],
        cwd=workshop.directory, capture_output=True, text=True)
    said = re.findall(r"^error\[\w+\]: rule 'rule (\d+)': (.*)$", done.stderr + done.stdout, re.M)
    return {expressions[int(number)]: message for number, message in said}, done


def given_up(done):
    """The artifacts of which the program says that an expression took too many steps; Python goes on for minutes."""
    return set(re.findall(r"(a\d{5}): gave up searching", done.stdout + done.stderr))


def differences(found, workshop, given_up=frozenset()):
    """Each artifact whose content is not what it must be: (path, expected, found)."""
    whole = first(outcome.expected(workshop), outcome.found(found), "results")
    if whole:
        yield whole
    contents = {entry["artifact_id"]: entry["content"] for entry in found["outputs"]}
    for identifier, (_, expected) in workshop.expected.items():
        if given_up & {identifier, *workshop.inputs(identifier)}:
            continue
        shown = workshop.artifacts[identifier]["output"]
        difference = first(expected if shown else None, contents.get(identifier), identifier)
        if difference:
            yield difference


def first(expected, found, path):
    if isinstance(expected, dict) and isinstance(found, dict):
        for key in expected.keys() | found.keys():
            if key in IGNORED or (key == "context" and found.get(key) and "rule" in found[key]):
                continue
            if key not in expected or key not in found:
                side = "only expected" if key in expected else "only found"
                return (f"{path}.{key}", side, expected.get(key, found.get(key)))
            difference = first(expected[key], found[key], f"{path}.{key}")
            if difference:
                return difference
        return None
    if isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        pairs = (first(e, f, f"{path}[{i}]") for i, (e, f) in enumerate(zip(expected, found)))
        return next((pair for pair in pairs if pair), None)
    return None if expected == found and type(expected) == type(found) else (path, expected, found)
