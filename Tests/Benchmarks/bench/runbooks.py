"""Generates runbooks. The same arguments always give the same bytes."""

import os

SOURCE = """  a{index}:
    name: Source {index}
    description: A generated artifact that reads files from a directory
    source:
      type: filesystem
      properties:
        path: ./data/part-{index}
        exclude_patterns: ['*.png', '*.gz']
        max_files: 500
"""
DETECTOR = """  a{index}:
    name: Personal data {index}
    inputs: [a{input}]
    process:
      type: personal_data
      properties:
        pattern_matching:
          evidence_context_size: small
          maximum_evidence_count: 3
"""
CLASSIFIER = """  a{index}:
    name: Classified {index}
    inputs: a{input}
    process:
      type: gdpr_personal_data_classifier
    output: true
"""
PASS = """  a{index}:
    name: Pass {index}
    description: Passes on what it is given
    inputs: a{input}
"""
MERGE = """  a{index}:
    name: All of {index}
    inputs: [{inputs}]
    merge: concatenate
"""
WORDS = (
    "the customer records of this system are read every month and passed on to the privacy team for review because "
    "retention rules apply to names addresses orders invoices and letters that are older than six years")
DESCRIPTION = """  a{index}:
    name: {name} {index}
    description: >-
{description}
    contact: "Privacy team <privacy@example.org>"
"""
#: A source, and what is made of it, one after the other.
DESCRIBED = [
    ("Source", """    source:
      type: filesystem
      properties:
        path: ./data/part-{index}
        include_patterns: ['*.txt', '*.md', '*.csv']
        exclude_patterns: ['*.png', '*.gz', 'node_modules/']
        max_files: 500
        errors: replace
"""),
    ("Personal data", """    inputs: [a{input}]
    process:
      type: personal_data
      properties:
        pattern_matching:
          evidence_context_size: small
          maximum_evidence_count: 3
"""),
    ("Subjects", """    inputs: a{input}
    process:
      type: data_subject
    output: true
"""),
    ("Classified", """    inputs: a{input}
    process:
      type: gdpr_personal_data_classifier
    output: true
"""),
]
#: Artifacts in one block of the mixed runbook.
BLOCK = 20


def mixed(path, count):
    """A runbook of `count` artifacts in blocks: a source, a chain, a detector, a fan, a merge, a classifier."""
    with open(path, "w", encoding="utf-8") as file:
        file.write("name: Generated\ndescription: Chains and fans\ncontact: nobody\nartifacts:\n")
        for first in range(0, count - BLOCK + 1, BLOCK):
            write_block(file, first)


def described(path, count):
    """A runbook of `count` artifacts as people write them: half a kilobyte each, with a description and a contact."""
    words = WORDS.split()
    with open(path, "w", encoding="utf-8") as file:
        file.write("name: Generated\ndescription: Described artifacts\ncontact: nobody\nartifacts:\n")
        for index in range(count):
            kind = index % len(DESCRIBED)
            lines = [" ".join(words[(index * 7 + line * 5 + word) % len(words)] for word in range(18))
                     for line in range(2 if kind < 2 else 3)]
            description = "\n".join(f"      {line}" for line in lines)
            head = DESCRIPTION.format(index=index, name=DESCRIBED[kind][0], description=description)
            file.write(head + DESCRIBED[kind][1].format(index=index, input=index - min(kind, 2)))


def write_block(file, first):
    file.write(SOURCE.format(index=first))
    for index in range(first + 1, first + 7):
        file.write(PASS.format(index=index, input=index - 1))
    file.write(DETECTOR.format(index=first + 7, input=first + 6))
    fan = range(first + 8, first + 18)
    for index in fan:
        file.write(PASS.format(index=index, input=first + 7))
    file.write(MERGE.format(index=first + 18, inputs=", ".join(f"a{index}" for index in fan)))
    file.write(CLASSIFIER.format(index=first + 19, input=first + 18))


def layered(path, layers, width, directory):
    """A source, then layers of pass-throughs; each passes on its neighbour in the layer before."""
    with open(path, "w", encoding="utf-8") as file:
        file.write("name: Layers\ndescription: Pass-throughs in layers\ncontact: nobody\nartifacts:\n")
        file.write(f"  start:\n    source: {{type: filesystem, properties: {{path: {directory}}}}}\n")
        for layer in range(layers):
            for column in range(width):
                above = f"p{layer - 1}_{(column + 1) % width}" if layer else "start"
                file.write(f"  p{layer}_{column}: {{inputs: {above}}}\n")


def detection(path, directory):
    """Files, personal data, classified: the demonstration's three steps."""
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"""name: Detection
description: Files, personal data, classified
contact: nobody
artifacts:
  files:
    source:
      type: filesystem
      properties: {{path: {directory}, max_files: 100000, errors: replace}}
  personal_data:
    inputs: files
    process: {{type: personal_data}}
  classified:
    inputs: personal_data
    process: {{type: gdpr_personal_data_classifier}}
    output: true
""")


HEAD = "name: Generated\ndescription: A generated runbook\ncontact: nobody\nartifacts:\n"
FIRST = "  a0:\n    source:\n      type: filesystem\n      properties: {path: .}\n"


def short(path, number):
    """A runbook of 21 lines: files, personal data, classified."""
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"""name: Runbook {number}
description: Finds personal data in one part of the documents
contact: nobody
framework: GDPR
artifacts:
  files:
    source:
      type: filesystem
      properties:
        path: ./data/part-{number}
        max_files: 500
  found:
    name: Personal data {number}
    inputs: files
    process:
      type: personal_data
  classified:
    inputs: found
    process:
      type: gdpr_personal_data_classifier
    output: true
""")


def chain(path, count):
    """Each artifact passes on the one before it; five lines an artifact."""
    with open(path, "w", encoding="utf-8") as file:
        file.write(HEAD + FIRST)
        for index in range(1, count):
            file.write(f"  a{index}:\n    name: Step {index}\n    description: Passes on\n    inputs: a{index - 1}\n")
            file.write(f"    output: {'true' if index == count - 1 else 'false'}\n")


def fan(path, count):
    """One source, everything else reads it, one artifact merges all of them."""
    with open(path, "w", encoding="utf-8") as file:
        file.write(HEAD + FIRST)
        for index in range(1, count - 1):
            file.write(f"  a{index}:\n    inputs: a0\n")
        names = ", ".join(f"a{index}" for index in range(1, count - 1))
        file.write(f"  all:\n    inputs: [{names}]\n    output: true\n")


def grid(path, count):
    """A square: each artifact merges the one before it and the one above it."""
    width = int(count ** 0.5)
    with open(path, "w", encoding="utf-8") as file:
        file.write(HEAD + FIRST)
        for index in range(1, count):
            inputs = [index - 1] if index % width else []
            if index >= width:
                inputs.append(index - width)
            names = ", ".join(f"a{number}" for number in inputs)
            file.write(f"  a{index}:\n    inputs: [{names}]\n    output: {'true' if index == count - 1 else 'false'}\n")


def children(path, count):
    """One child runbook, used `count` times; it is written beside the runbook."""
    directory, name = os.path.split(path)
    child = f"child-of-{name}"
    with open(os.path.join(directory, child), "w", encoding="utf-8") as file:
        file.write("name: Child\ndescription: Finds personal data\ncontact: nobody\n")
        file.write("inputs:\n  data: {input_schema: standard_input}\n")
        file.write("outputs:\n  result: {artifact: found}\n")
        file.write("artifacts:\n  found:\n    inputs: data\n    process: {type: personal_data}\n")
    with open(path, "w", encoding="utf-8") as file:
        file.write(HEAD + FIRST)
        for index in range(1, count + 1):
            file.write(f"  a{index}:\n    inputs: a0\n    child_runbook:\n      path: {child}\n")
            file.write("      input_mapping: {data: a0}\n      output: result\n    output: true\n")
