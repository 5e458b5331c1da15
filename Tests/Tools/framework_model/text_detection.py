# The findings of a detector in running text: one an item and group, with evidence taken in turn.
# Knows nothing of source code that is read line by line.
from . import patterns
from .passages import snippet


def findings(items, groups, kind, settings):
    """`items` are (text, source); `groups` are (fields, [(place in the ruleset, rule)])."""
    result = []
    for text, source in items:
        if text.strip():
            found = [in_group(text, source, *group, kind, settings) for group in groups]
            found = sorted((pair for pair in found if pair), key=lambda pair: pair[0])
            result += [finding for _, finding in found]
    return result


def in_group(text, source, fields, rules, kind, settings):
    """The finding with the place of the first rule that matched, or nothing."""
    matched = [(place, rule, matches(rule, text, settings)) for place, rule in rules]
    matched = [(place, rule, found) for place, rule, found in matched if found]
    if not matched:
        return None
    every = [match for _, _, found in matched for match in found]
    finding = dict(fields)
    finding["evidence"] = evidence(text, [places for _, _, places in every], settings)
    finding["matched_patterns"] = [
        {"pattern": pattern, "match_count": count} for pattern, count, _ in every]
    finding["metadata"] = {"source": source, "context": {}}
    if kind == "data_subject":
        finding["confidence_score"] = min(100, sum(int(float(r["confidence_weight"])) for _, r, _ in matched))
    return matched[0][0], finding


def matches(rule, text, settings):
    """Every pattern of the rule that matches, with its count and the places to show."""
    result = []
    for pattern, expression in compiled(rule):
        spans = patterns.spans(expression, text)
        if spans:
            shown = patterns.places(spans, settings["threshold"], settings["evidence"])
            result.append((pattern, len(spans), shown))
    return result


def compiled(rule):
    for pattern in rule.get("patterns", []):
        yield pattern, patterns.literal(pattern)
    for pattern in rule.get("value_patterns", []):
        yield pattern, patterns.value(pattern)


def evidence(text, representatives, settings):
    """The first place of every pattern, then the second of every pattern, up to the limit."""
    taken = []
    for turn in range(settings["evidence"]):
        for spans in representatives:
            if turn < len(spans) and len(taken) < settings["evidence"]:
                taken.append({"content": snippet(text, *spans[turn], settings["context"])})
    return taken
