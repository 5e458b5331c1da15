#!/usr/bin/env python3
"""An independent model of the detectors: what they must find, in plain Python and its `re`.

Reads one case a line from standard input: {kind, rules, texts, code, options} as JSON. Prints one line a case: the
findings without ids and times. It is written from the rules of docs/components.md, not from the program.
"""

import json
import re
import sys

FIELDS = {
    "personal_data": ["category"],
    "data_subject": ["subject_category"],
    "processing_purpose": ["purpose"],
    "service_integration": ["service_category", "purpose_category"],
    "data_collection": ["collection_type", "data_source"],
}
MARGINS = {"small": 50, "medium": 100, "large": 200, "full": None}
WINDOWS = {"small": 3, "medium": 15, "large": 50, "full": None}


def literal(pattern):
    return "(?<![a-zA-Z0-9])" + re.escape(pattern) + "(?![a-zA-Z0-9])"


def expressions(rule, with_values=True):
    pairs = [(pattern, literal(pattern)) for pattern in rule["patterns"]]
    if with_values:
        pairs += [(pattern, pattern) for pattern in rule["value_patterns"]]
    return [(pattern, re.compile(source, re.IGNORECASE)) for pattern, source in pairs]


def places(matches, threshold, limit):
    """The first match of each place."""
    chosen, end = [], None
    for match in matches:
        if end is None or match.start() - end > threshold:
            chosen.append(match)
        end = match.end() if end is None else max(end, match.end())
    return chosen[:limit]


def snippet(text, match, margin):
    if margin is None:
        return text.strip()
    start, end = max(0, match.start() - margin), min(len(text), match.end() + margin)
    return ("..." if start > 0 else "") + text[start:end].strip() + ("..." if end < len(text) else "")


def evidence(text, all_places, options):
    count, margin = options["maximum_evidence_count"], MARGINS[options["evidence_context_size"]]
    pieces = []
    for turn in range(count):
        for chosen in all_places:
            if turn < len(chosen) and len(pieces) < count:
                pieces.append(snippet(text, chosen[turn], margin))
    return pieces


def in_text(kind, rules, source, text, options):
    if not text.strip():
        return []
    groups = {}
    for index, rule in enumerate(rules):
        found = [(pattern, list(expression.finditer(text))) for pattern, expression in expressions(rule)]
        found = [pair for pair in found if pair[1]]
        if found:
            fields = tuple(rule[name] for name in FIELDS[kind])
            key = fields if kind == "data_subject" else index
            groups.setdefault(key, []).append((rule, found))
    findings = []
    for members in groups.values():
        found = [pair for _, pairs in members for pair in pairs]
        chosen = [
            places(matches, options["evidence_proximity_threshold"], options["maximum_evidence_count"])
            for _, matches in found
        ]
        finding = {name: members[0][0][name] for name in FIELDS[kind]}
        finding["matched_patterns"] = [{"pattern": p, "match_count": len(m)} for p, m in found]
        finding["evidence"] = evidence(text, chosen, options)
        finding["metadata"] = {"source": source, "context": {}}
        if kind == "data_subject":
            finding["confidence_score"] = min(100, sum(rule["confidence_weight"] for rule, _ in members))
        findings.append(finding)
    return findings


def in_code(kind, rules, source, text, options):
    if kind == "personal_data":
        return in_text(kind, rules, source, text, options)
    lines = text.splitlines()
    groups = {}
    for rule in rules:
        for number, line in enumerate(lines):
            if not line.strip():
                continue
            for pattern, expression in expressions(rule, with_values=kind != "data_subject"):
                if expression.search(line):
                    key = tuple(rule[name] for name in FIELDS[kind])
                    groups.setdefault(key, []).append((number, pattern, rule))
    findings = []
    for key, matches in groups.items():
        counts = {}
        for _, pattern, _ in matches:
            counts[pattern] = counts.get(pattern, 0) + 1
        first, window = matches[0][0], WINDOWS[options["source_code_context_window"]]
        low, high = 0, len(lines)
        if window is not None:
            low, high = max(0, first - window), min(len(lines), first + window + 1)
        shown = "\n".join("%4d  %s" % (number + 1, lines[number].rstrip()) for number in range(low, high))
        finding = dict(zip(FIELDS[kind], key))
        finding["matched_patterns"] = [{"pattern": p, "match_count": c} for p, c in counts.items()]
        finding["evidence"] = [shown]
        finding["metadata"] = {"source": source, "context": {}, "line_number": first + 1}
        if kind == "data_subject":
            finding["confidence_score"] = min(100, sum(rule["confidence_weight"] for _, _, rule in matches))
        findings.append(finding)
    return findings


def main():
    for line in sys.stdin:
        case = json.loads(line)
        search = in_code if case["code"] else in_text
        findings = []
        for number, text in enumerate(case["texts"]):
            findings += search(case["kind"], case["rules"], f"s{number}", text, case["options"])
        print(json.dumps(findings, ensure_ascii=True, sort_keys=True))


if __name__ == "__main__":
    main()
