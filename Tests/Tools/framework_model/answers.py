# What the detectors must find in cases that come one a line.
# Usage: python3 -m framework_model.answers < LINES
# A line is {kind, code, rules, texts, options} as JSON; so is an answer: the findings, without ids and times.
import json
import sys

from . import detectors


def answer(case):
    schema = "source_code" if case["code"] else "standard_input"
    options = case["options"]
    settings = {
        "context": options["evidence_context_size"], "evidence": options["maximum_evidence_count"],
        "threshold": options["evidence_proximity_threshold"],
        "lines": options["source_code_context_window"]}
    items = [item(schema, f"s{number}", text) for number, text in enumerate(case["texts"])]
    found = detectors.findings(case["kind"], [{"data": items}], schema, case["rules"], settings)
    for finding in found:
        finding["evidence"] = [piece["content"] for piece in finding["evidence"]]
    return found


def item(schema, source, text):
    if schema == "source_code":
        return {"file_path": source, "raw_content": text}
    return {"content": text, "metadata": {"source": source}}


def main():
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line)), sort_keys=True))


if __name__ == "__main__":
    main()
