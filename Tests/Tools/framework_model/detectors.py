# The detectors: which rules make one finding, what a finding says, and the summary of each kind.
# Knows nothing of files, databases or runbooks: it takes the content of messages and gives the content of one.
from . import code_detection, text_detection

# The fields that tell findings of a kind apart, and those of a rule that fill them.
FIELDS = {
    "personal_data": {"category": "category"},
    "data_subject": {"subject_category": "subject_category"},
    "processing_purpose": {"purpose": "purpose"},
    "service_integration": {
        "service_category": "service_category", "purpose_category": "purpose_category"},
    "data_collection": {"collection_type": "collection_type", "data_source": "data_source"},
}
VALIDATED = ("personal_data", "data_subject", "processing_purpose")


def detect(kind, contents, schema, rules, properties):
    """`contents` are those of the inputs in their order, all of `schema`."""
    matching = properties.get("pattern_matching", {})
    settings = {
        "context": matching.get("evidence_context_size", "medium"),
        "evidence": matching.get("maximum_evidence_count", 3),
        "threshold": matching.get("evidence_proximity_threshold", 200),
        "lines": properties.get("source_code_context_window", "small"),
    }
    found = findings(kind, contents, schema, rules, settings)
    return {
        "findings": found,
        "summary": summary(kind, found),
        "analysis_metadata": metadata(kind, matching["ruleset"], settings, properties),
    }


def findings(kind, contents, schema, rules, settings):
    if schema == "standard_input":
        items = [(item["content"], item["metadata"]["source"])
                 for content in contents for item in content["data"]]
        return text_detection.findings(items, groups(kind, rules), kind, settings)
    files = [(file["raw_content"], file["file_path"])
             for content in contents for file in content["data"]]
    if kind == "personal_data":
        return text_detection.findings(files, groups(kind, rules), kind, settings)
    return code_detection.findings(files, rules, kind, lambda rule: fields(kind, rule), settings)


def fields(kind, rule):
    # Older rules of purposes have nothing but their names.
    return {name: rule.get(key, rule["name"]) for name, key in FIELDS[kind].items()}


def groups(kind, rules):
    """Rule by rule; data subjects category by category, each where a rule of it first matches."""
    if kind != "data_subject":
        return [(fields(kind, rule), [(place, rule)]) for place, rule in enumerate(rules)]
    categories = {}
    for place, rule in enumerate(rules):
        categories.setdefault(rule["subject_category"], []).append((place, rule))
    return [({"subject_category": name}, members) for name, members in categories.items()]


def summary(kind, found):
    if kind == "data_subject":
        names = sorted({finding["subject_category"] for finding in found})
        return {"total_indicators": len(found), "categories_identified": names}
    if kind == "personal_data":
        return {"total_findings": len(found)}
    field = next(iter(FIELDS[kind]))
    counts = {}
    for finding in found:
        counts[finding[field]] = counts.get(finding[field], 0) + 1
    rows = [{field: name, "findings_count": count} for name, count in counts.items()]
    if kind == "processing_purpose":
        rows.sort(key=lambda row: row["purpose"])
        return {"total_findings": len(found), "purposes_identified": len(rows), "purposes": rows}
    rows.sort(key=lambda row: row["findings_count"], reverse=True)
    return {"total_findings": len(found), "categories_identified": len(rows), "categories": rows}


def metadata(kind, ruleset, settings, properties):
    result = {"ruleset_used": ruleset, "llm_validation_enabled": False}
    if kind in VALIDATED:
        result["evidence_context_size"] = settings["context"]
        validation = properties.get("llm_validation", {})
        result["llm_validation_mode"] = validation.get("llm_validation_mode", "standard")
        result["analyser_version"] = "1.0.0"
    return result
