# The classifiers: what a ruleset's table says of a finding, and the summary of each kind.
# Knows nothing of how findings came about.
from . import patterns

# indicator field -> field of the classified finding, its map in a rule, the field that the map gives
KINDS = {
    "gdpr_personal_data": ({"indicator_type": "category"}, "category", "indicator_categories",
                           "privacy_category", "privacy_category"),
    "gdpr_data_subject": ({}, "subject_category", "indicator_categories",
                          "data_subject_category", "data_subject_category"),
    "gdpr_processing_purpose": ({"processing_purpose": "purpose"}, "purpose", "indicator_purposes",
                                "purpose_category", "purpose_category"),
    "gdpr_service_integration": (
        {"service_category": "service_category", "service_integration_purpose": "purpose_category"},
        "service_category", "indicator_service_categories",
        "purpose_category", "gdpr_purpose_category"),
    "gdpr_data_collection": (
        {"collection_type": "collection_type", "data_source": "data_source"},
        "collection_type", "indicator_collection_types",
        "purpose_category", "gdpr_purpose_category"),
}


def classify(kind, contents, ruleset):
    table = mapping(kind, ruleset)
    modifiers = ruleset.get("risk_modifiers") or {}
    found = [classified(kind, finding, table, modifiers)
             for content in contents for finding in content["findings"]]
    metadata = {"ruleset_used": f"local/{ruleset['name']}/{ruleset['version']}",
                "llm_validation_enabled": False}
    if kind == "gdpr_data_subject":
        metadata["validation_summary"] = {"method_used": "regex"}
    return {"findings": found, "summary": summary(kind, found), "analysis_metadata": metadata}


def mapping(kind, ruleset):
    """The rule of each indicator; a later rule takes the place of an earlier one."""
    names = KINDS[kind][2]
    return {name: rule for rule in ruleset["rules"] for name in rule[names]}


def classified(kind, finding, table, modifiers):
    carried, key, _, field, result_field = KINDS[kind]
    rule = table.get(finding[key], {})
    result = {name: finding[source] for name, source in carried.items()}
    result[result_field] = rule.get(field, "unclassified")
    result["article_references"] = rule.get("article_references", [])
    result.update(particulars(kind, finding, rule, modifiers))
    if result[result_field] == "context_dependent":
        result["require_review"] = True
    result["evidence"] = finding["evidence"]
    result["matched_patterns"] = finding["matched_patterns"]
    result["metadata"] = {"source": finding["metadata"]["source"],
                          "context": finding["metadata"]["context"]}
    return result


def particulars(kind, finding, rule, modifiers):
    if kind == "gdpr_personal_data":
        return {"special_category": rule.get("special_category", False)}
    bases = {"typical_lawful_bases": rule.get("typical_lawful_bases", [])}
    if kind == "gdpr_data_subject":
        return bases | {"risk_modifiers": risks(finding, modifiers),
                        "confidence_score": finding["confidence_score"]}
    return bases | {"sensitive_purpose": rule.get("sensitive_purpose", False),
                    "dpia_recommendation": rule.get("dpia_recommendation", "not_required")}


def risks(finding, modifiers):
    """The names of the modifiers that any of the evidence texts shows, in order, each once."""
    texts = [item["content"] for item in finding["evidence"]]
    every = (modifiers.get("risk_increasing") or []) + (modifiers.get("risk_decreasing") or [])
    return sorted({modifier["modifier"] for modifier in every
                   if any(shows(modifier, text) for text in texts)})


def shows(modifier, text):
    if not text.strip():
        return False
    return (any(patterns.literal(p).search(text) for p in modifier.get("patterns", []))
            or any(patterns.value(p).search(text) for p in modifier.get("value_patterns", [])))


def summary(kind, found):
    result = {"total_findings": len(found),
              "requires_review_count": sum(f.get("require_review") is True for f in found)}
    field = KINDS[kind][4]
    if kind == "gdpr_personal_data":
        result["special_category_count"] = sum(f["special_category"] for f in found)
        return result
    if kind == "gdpr_data_subject":
        result["categories_identified"] = sorted({f[field] for f in found})
        result["high_risk_count"] = sum(bool(f["risk_modifiers"]) for f in found)
        return result
    counts = "purpose_categories" if kind == "gdpr_processing_purpose" else "gdpr_purpose_categories"
    result[counts] = {}
    for finding in found:
        result[counts][finding[field]] = result[counts].get(finding[field], 0) + 1
    result["sensitive_purposes_count"] = sum(f["sensitive_purpose"] for f in found)
    result["dpia_required_count"] = sum(f["dpia_recommendation"] == "required" for f in found)
    return result
