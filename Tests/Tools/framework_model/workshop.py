# Puts a runbook together artifact by artifact, and beside each what it must give.
# Knows the models of the components; knows nothing of random cases or of how the program is run.
import json
import re
from pathlib import Path

from . import cells, classifiers, detectors, files, source_code

ESCAPED = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


class Workshop:
    def __init__(self, directory):
        self.directory = Path(directory)
        (self.directory / "rulesets").mkdir(parents=True, exist_ok=True)
        self.artifacts, self.expected, self.rulesets = {}, {}, {}
        self.about = {"name": "Random cases", "description": "Compared with a model"}

    def file(self, path, data):
        place = self.directory / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data if isinstance(data, bytes) else data.encode())

    def ruleset(self, name, body, nested=False):
        """Writes a ruleset of the provider 'local' and gives its URI."""
        middle = "data/1.0.0" if nested else "1.0.0"
        body = {"name": name, "version": "1.0.0", "description": "A random ruleset"} | body
        self.file(f"rulesets/{name}/{middle}/{name}.yaml", yaml(body))
        uri = f"local/{name}/1.0.0"
        self.rulesets[uri] = body
        return uri

    def files(self, **properties):
        made = files.content(self.directory, properties)
        return self.add({"source": {"type": "filesystem", "properties": properties}},
                        "standard_input", made)

    def database(self, **properties):
        made = cells.content(self.directory, properties)
        return self.add({"source": {"type": "sqlite", "properties": properties}},
                        "standard_input", made)

    def code(self, inputs, **properties):
        made = self.given(inputs) and source_code.content(
            self.directory, self.given(inputs), properties)
        return self.process("source_code_analyser", inputs, properties, "source_code", made)

    def detect(self, kind, inputs, properties):
        schema = self.expected[inputs[0]][0]
        rules = self.rulesets[properties["pattern_matching"]["ruleset"]]["rules"]
        made = self.given(inputs) and detectors.detect(
            kind, self.given(inputs), schema, rules, properties)
        return self.process(kind, inputs, properties, f"{kind}_indicator", made)

    def classify(self, kind, inputs, ruleset):
        made = self.given(inputs) and classifiers.classify(
            kind, self.given(inputs), self.rulesets[ruleset])
        return self.process(f"{kind}_classifier", inputs, {"ruleset": ruleset}, kind, made)

    def merge(self, inputs):
        """Items one after the other; what else is said of them is the first one's."""
        contents = self.given(inputs)
        made = contents and contents[0] | {"data": [i for c in contents for i in c["data"]]}
        merged = self.add({"inputs": inputs, "merge": "concatenate"},
                          self.expected[inputs[0]][0], made)
        self.artifacts[merged]["output"] = False
        return merged

    def process(self, kind, inputs, properties, schema, made):
        given = {"inputs": inputs if len(inputs) > 1 else inputs[0],
                 "process": {"type": kind, "properties": properties}}
        return self.add(given, schema, made)

    def inputs(self, identifier):
        given = self.artifacts[identifier].get("inputs", [])
        return [given] if isinstance(given, str) else given

    def given(self, inputs):
        """The contents of the inputs; nothing where one of them is missing."""
        contents = [self.expected[one][1] for one in inputs]
        return None if None in contents else contents

    def add(self, artifact, schema, made):
        identifier = f"a{len(self.artifacts):05d}"
        self.artifacts[identifier] = artifact | {"output": True}
        self.expected[identifier] = (schema, made)
        return identifier

    def write(self):
        self.file("runbook.yaml", yaml(self.about | {"artifacts": self.artifacts}))


def yaml(value):
    """JSON that YAML reads alike: nothing in it folds, and no pair of escapes makes a character."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    return ESCAPED.sub(lambda m: m[0] if m[0] == "\n" else f"\\u{ord(m[0]):04x}", text)
