// The mistakes of `IndependentErrorTests`: at least one for every pass and every kind of reference.
import Diagnostics

extension PlantedError {
  static let all: [PlantedError] =
    inValues + inStructure + inReferences + inComponents + inSchemas + inChildren

  /// Syntax and values of fields.
  private static let inValues: [PlantedError] = [
    PlantedError(
      "open bracket", .yamlSyntax, "        label: a", "        label: [a", hides: ["property beyond bounds"]),
    PlantedError(
      "key twice", .duplicateKey, "        mode: fast\n    optional",
      "        mode: fast\n        mode: fast\n    optional"),
    PlantedError("key twice above", .duplicateKey, "    timeout: 9", "    timeout: 9\n    timeout: 9"),
    PlantedError(
      "alias without anchor", .yamlSyntax, "    description: passes on", "    description: *nowhere"),
    PlantedError("empty name", .emptyText, "name: Sample", "name: ' '"),
    PlantedError("negative timeout", .invalidValue, "  timeout: 100", "  timeout: -1"),
    PlantedError("neither true nor false", .invalidValue, "    optional: false", "    optional: perhaps"),
    PlantedError(
      "variable that is not set", .undefinedVariable, "        name: t", "        name: ${NOT_SET_ANYWHERE}"),
    PlantedError("mode that there is not", .invalidValue, "      mode: child", "      mode: sideways"),
    PlantedError("alias in a property", .yamlSyntax, "        name: t", "        name: *nowhere"),
    PlantedError(
      "alias among inputs", .yamlSyntax, "{inputs: [merged], output: true}",
      "{inputs: [merged, *nowhere], output: true}"),
  ]

  /// Fields and ways of making artifacts.
  private static let inStructure: [PlantedError] = [
    PlantedError("unknown field of the runbook", .unknownField, "config:", "zz_root: 1\nconfig:"),
    PlantedError(
      "unknown field of an artifact", .unknownField, "  classified:", "  classified:\n    zz_field: 1"),
    PlantedError("no description", .missingField, "description: Everything that can go wrong\n", ""),
    PlantedError(
      "made in two ways", .productionMethod, "  earlier:",
      "  earlier:\n    source: {type: filesystem, properties: {path: y}}", hides: ["process beside reuse"]),
    PlantedError(
      "process beside reuse", .conflictingFields, "    output_schema: standard_input",
      "    output_schema: standard_input\n    process: {type: test_mask}"),
    PlantedError(
      "made in no way", .productionMethod, "artifacts:", "artifacts:\n  nothing: {description: d}"),
    PlantedError("run of none", .missingField, "      from_run: latest\n", ""),
    PlantedError("unknown merge", .invalidValue, "    merge: concatenate", "    merge: shuffle"),
    PlantedError("id that is none", .invalidArtifactId, "  first:", "  1st:"),
    PlantedError(
      "text for a mapping", .wrongNodeKind, "    process: {type: test_upload}", "    process: test_upload",
      hides: ["forbidden flow"]),
    PlantedError(
      "misspelt process", .unknownField, "    process: {type: gdpr_personal_data_classifier}",
      "    proces: {type: gdpr_personal_data_classifier}", hides: ["schema that a processor does not take"]),
    PlantedError(
      "misspelt source", .unknownField, "    source: {type: test_runbook}", "    sorce: {type: test_runbook}"),
    PlantedError(
      "list for a name", .wrongNodeKind, "  looped:", "  looped:\n    name: [a]"),
  ]

  private static let inReferences: [PlantedError] = [
    PlantedError("unknown artifact", .unknownArtifact, "    inputs: relabelled", "    inputs: nobody"),
    PlantedError(
      "unknown artifact beside others", .unknownArtifact, "      - code", "      - code\n      - nowhere"),
    PlantedError("input twice", .duplicateReference, "    inputs: [looped]", "    inputs: [looped, looped]"),
    PlantedError("cycle", .cycle, "    inputs: [files]", "    inputs: [files, looper]"),
    PlantedError(
      "cycle of processors", .cycle, "  masked:\n    inputs: looper", "  masked:\n    inputs: [looper, used]"),
  ]

  private static let inComponents: [PlantedError] = [
    PlantedError(
      "misspelt component", .unknownComponent, "      type: personal_data", "      type: persnal_data",
      hides: ["schemas that a processor does not take together", "merge of unlike schemas"]),
    PlantedError(
      "unlike component", .unknownComponent, "    process: {type: test_join}", "    process: {type: zzzzzz}",
      hides: ["schemas that a processor does not take together"]),
    PlantedError(
      "unknown property", .unknownProperty, "        level: 3", "        level: 3\n        zz_property: 1"),
    PlantedError(
      "property beyond bounds", .propertyValue, "        label: a",
      "        label: abcdefghijklmnopqrstuvwxyz"),
    PlantedError("missing property", .missingProperty, "      properties: {path: x}", "      properties: {}"),
    PlantedError(
      "unknown ruleset", .unknownRuleset, "ruleset: local/personal_data_indicator/1.0.0",
      "ruleset: local/nothing/1.0.0"),
  ]

  private static let inSchemas: [PlantedError] = [
    PlantedError(
      "schema that a processor does not take", .schemaMismatch, "    inputs: findings", "    inputs: files"),
    PlantedError(
      "schemas that a processor does not take together", .schemaMismatch, "      - files", "      - findings"),
    PlantedError(
      "merge of unlike schemas", .mergeMismatch, "    inputs: [files, relabelled]",
      "    inputs: [files, findings]"),
    PlantedError(
      "unknown output schema", .unknownSchema, "    description: passes on",
      "    output_schema: no_such/1.0.0"),
    PlantedError(
      "unknown schema of what is reused", .unknownSchema, "    output_schema: standard_input",
      "    output_schema: no_such"),
    PlantedError(
      "schema that a connector does not make", .unsupportedOutputSchema, "    output_schema: source_code",
      "    output_schema: personal_data_indicator"),
    PlantedError(
      "input that is no runbook", .executeInput, "    inputs: [book]",
      "    inputs: [files]\n    sensitive: false"),
    PlantedError(
      "forbidden flow", .forbiddenFlow, "  sent:\n    inputs: files", "  sent:\n    inputs: [files, table]"),
  ]

  private static let inChildren: [PlantedError] = [
    PlantedError(
      "child that is not there", .childNotFound, "      path: child.yaml", "      path: nothing_like_it.yaml",
      hides: Self.ofChild),
    PlantedError(
      "input that the child has not", .unknownChildInput, "        data: masked",
      "        data: masked\n        zzzzzz: masked"),
    PlantedError(
      "output that the child has not", .unknownChildOutput, "      output: result", "      output: rezult",
      hides: ["cycle of processors"]),
    PlantedError(
      "input that is not mapped", .unmappedChildInput, "      input_mapping:\n        data: masked",
      "      input_mapping:\n        extra: masked", hides: ["cycle of processors"]),
    PlantedError(
      "both outputs", .conflictingFields, "      output: result",
      "      output: result\n      output_mapping: {result: other}", hides: ["cycle of processors"]),
    PlantedError(
      "output of nothing", .unknownArtifact, inChild: true, "    artifact: done", "    artifact: dome",
      hides: ["cycle of processors"]),
    PlantedError(
      "reference in the child", .unknownArtifact, inChild: true, "    inputs: [data]",
      "    inputs: [data, nobody]"),
    PlantedError(
      "property in the child", .propertyValue, inChild: true, "        mode: fast", "        mode: slow"),
    PlantedError(
      "schema of an input", .unknownSchema, inChild: true, "  data:\n    input_schema: standard_input",
      "  data:\n    input_schema: no_such"),
    PlantedError("bracket in the child", .yamlSyntax, inChild: true, "contact: c@example.org", "contact: [c"),
    PlantedError(
      "source in the child", .sourceInChild, inChild: true, "artifacts:",
      "artifacts:\n  more: {source: {type: filesystem, properties: {path: x}}}"),
    PlantedError(
      "child that includes itself", .childCycle, inChild: true, "artifacts:",
      "artifacts:\n  again: {inputs: data, child_runbook: {path: child.yaml, input_mapping: {data: data}, output: result}}"
    ),
    PlantedError(
      "misspelt inputs of the child", .unknownField, inChild: true, "inputs:\n  data", "inptus:\n  data",
      hides: [
        "schema of an input", "input that is not mapped", "source in the child",
        "cycle of processors",
      ]),
    PlantedError(
      "misspelt outputs of the child", .unknownField, inChild: true, "outputs:", "otuputs:",
      hides: ["output of nothing", "cycle of processors"]),
    PlantedError(
      "misspelt mapping", .unknownField, "      input_mapping:", "      input_maping:",
      hides: ["input that the child has not", "input that is not mapped", "cycle of processors"]),
    PlantedError(
      "misspelt output", .unknownField, "      output: result", "      outptu: result",
      hides: ["both outputs", "cycle of processors"]),
  ]

  private static let ofChild: Set<String> = [
    "input that the child has not", "output that the child has not", "input that is not mapped",
    "output of nothing",
    "reference in the child", "property in the child", "schema of an input", "bracket in the child",
    "source in the child",
    "child that includes itself", "cycle of processors", "misspelt inputs of the child",
    "misspelt outputs of the child",
  ]
}
