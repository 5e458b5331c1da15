# The findings of a detector in source code, line by line: one a file and group, placed at its first match.
# Knows nothing of running text.
from . import patterns
from .passages import numbered


def findings(files, rules, kind, key, settings):
    """`files` are (text, path); `key` gives a rule's group; `settings` the window of lines."""
    result = []
    for text, path in files:
        if not text.strip():
            continue
        result += in_file(text.splitlines(), path, rules, kind, key, settings)
    return result


def in_file(lines, path, rules, kind, key, settings):
    groups = {}
    for rule in rules:
        for index, line in enumerate(lines):
            for pattern in matching(rule, kind, line):
                group = groups.setdefault(tuple(key(rule).items()), new_group(rule, index, key))
                group["counts"][pattern] = group["counts"].get(pattern, 0) + 1
                group["weight"] += int(float(rule.get("confidence_weight", 0)))
    return [finding(group, lines, path, kind, settings) for group in groups.values()]


def new_group(rule, index, key):
    return {"fields": key(rule), "line": index, "counts": {}, "weight": 0}


def matching(rule, kind, line):
    if not line.strip():
        return
    for pattern in rule.get("patterns", []):
        if patterns.literal(pattern).search(line):
            yield pattern
    for pattern in [] if kind == "data_subject" else rule.get("value_patterns", []):
        if patterns.value(pattern).search(line):
            yield pattern


def finding(group, lines, path, kind, settings):
    result = dict(group["fields"])
    result["evidence"] = [{"content": numbered(lines, group["line"], settings["lines"])}]
    result["matched_patterns"] = [
        {"pattern": pattern, "match_count": count} for pattern, count in group["counts"].items()]
    result["metadata"] = {"source": path, "context": {}, "line_number": group["line"] + 1}
    if kind == "data_subject":
        result["confidence_score"] = min(100, group["weight"])
    return result
