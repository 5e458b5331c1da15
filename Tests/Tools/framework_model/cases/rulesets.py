# Random rulesets of every kind, within their vocabularies.
# Knows nothing of texts.
from . import words

DETECTION = {
    "personal_data": {"category": "categories"},
    "data_subject": {"subject_category": "subject_categories"},
    "processing_purpose": {"purpose": "purpose_slugs"},
    "service_integration": {
        "service_category": "service_categories", "purpose_category": "purpose_categories"},
    "data_collection": {
        "collection_type": "collection_type_categories", "data_source": "data_source_categories"},
}
NAMES = ["alpha", "Beta", "gamma_x", "delta", "context_dependent", "ε", "Zeta eta"]
CLASSIFICATION = {
    "gdpr_personal_data": ("indicator_categories", "privacy_category", "privacy_categories"),
    "gdpr_data_subject": ("indicator_categories", "data_subject_category", "data_subject_categories"),
    "gdpr_processing_purpose": ("indicator_purposes", "purpose_category", "purpose_categories"),
    "gdpr_service_integration": (
        "indicator_service_categories", "purpose_category", "purpose_categories"),
    "gdpr_data_collection": ("indicator_collection_types", "purpose_category", "purpose_categories"),
}


def detection(random, kind, literals, expressions):
    """A ruleset whose rules share these words and expressions among them."""
    fields = DETECTION[kind]
    rules = []
    for number in range(random.randrange(1, 6)):
        rule = {"name": f"rule {number}" if kind != "processing_purpose" else NAMES[number],
                "description": "random"}
        rule |= {field: random.choice(NAMES[:4]) for field in fields}
        rule |= patterns(random, literals, expressions)
        if kind == "data_subject":
            rule["indicator_type"] = random.choice(["primary", "secondary", "contextual"])
            rule["confidence_weight"] = random.choice([1, 5, 15, 30, 45, 50])
        rules.append(rule)
    body = {vocabulary: NAMES for vocabulary in fields.values()} | {"rules": rules}
    if kind == "processing_purpose" and random.random() < 0.3:
        body = {"rules": [older(rule) for rule in rules]}
    return loosened(random, body | extras(kind))


def older(rule):
    """Purposes had no names of their own: the name of a rule is its purpose."""
    return {key: value for key, value in rule.items() if key != "purpose"}


def loosened(random, body):
    """What pydantic takes for a number, and fields that it does not look at."""
    for rule in body["rules"]:
        if "confidence_weight" in rule and random.random() < 0.3:
            weight = rule["confidence_weight"]
            rule["confidence_weight"] = random.choice([float(weight), str(weight), f" {weight} "])
        if random.random() < 0.2:
            rule |= {"risk_level": "medium", "compliance": [{"regulation": "GDPR", "relevance": "x"}]}
    return body


def extras(kind):
    if kind == "processing_purpose":
        return {"purposes": NAMES}
    if kind == "data_subject":
        return {"risk_increasing_modifiers": ["minor"], "risk_decreasing_modifiers": []}
    return {}


def patterns(random, literals, expressions):
    made = {}
    if random.random() < 0.8 or not expressions:
        made["patterns"] = random.sample(literals, min(len(literals), random.randrange(1, 5)))
    if expressions and (not made or random.random() < 0.5):
        made["value_patterns"] = random.sample(
            expressions, min(len(expressions), random.randrange(1, 4)))
    return made


def classification(random, kind):
    indicators, field, vocabulary = CLASSIFICATION[kind]
    categories = ["one", "two", "context_dependent", "three"]
    sensitive = random.sample(categories, 2)
    rules = [rule(random, kind, number, indicators, field, categories, sensitive)
             for number in range(random.randrange(1, 5))]
    body = {vocabulary: categories, indicators: NAMES, "rules": rules}
    if field == "purpose_category":
        body["sensitive_categories"] = sensitive
    if kind == "gdpr_data_subject":
        body["default_article_references"] = ["Article 4(1)"]
        body["risk_modifiers"] = modifiers(random)
    return body


def rule(random, kind, number, indicators, field, categories, sensitive):
    category = random.choice(categories)
    made = {"name": f"class {number}", "description": "random", field: category,
            indicators: random.sample(NAMES, random.randrange(1, 4)),
            "article_references": random.sample(["Article 6", "Article 9", "Recital 75"], 2)}
    if kind == "gdpr_personal_data":
        return made | {"special_category": random.random() < 0.5}
    made["typical_lawful_bases"] = random.sample(["consent", "contract"], random.randrange(1, 3))
    if field == "purpose_category":
        made["sensitive_purpose"] = category in sensitive
        made["dpia_recommendation"] = random.choice(["required", "recommended", "not_required"])
    return made


def modifiers(random):
    return {side: [{"modifier": name, "article_references": ["Article 8"],
                    "patterns": [words.word(random) for _ in range(2)],
                    "value_patterns": random.sample([r"under.*years", r"\d{3}", r"k\s?i", r"^\s"], 2)}
                   for name in names]
            for side, names in (("risk_increasing", ["minor", "adult"]), ("risk_decreasing", ["abroad"]))}
