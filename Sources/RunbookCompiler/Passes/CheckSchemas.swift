// Pass: gives every artifact its schema, and checks that each consumer takes what its inputs are.
internal import ComponentKit
internal import Diagnostics
internal import ExecutionPlan
internal import RunbookSyntax

extension Compilation {
  mutating func checkSchemas() {
    for index in nodes.indices { assignOwnSchema(NodeIndex(value: index)) }
    for index in order { checkInputs(of: index) }
    for check in inputChecks { checkMapping(check) }
  }

  /// Schemas that do not depend on the inputs.
  private mutating func assignOwnSchema(_ index: NodeIndex) {
    switch nodes[index.value].production {
    case .extract(let use), .process(let use):
      let isWritten = nodes[index.value].outputSchema != nil
      nodes[index.value].schema =
        isWritten ? outputSchema(of: self[index], uses[use]) : uses[use].interface?.manifest.outputs.first
    case .reuse(_, _, let place): nodes[index.value].schema = reuseSchema(of: self[index], at: place)
    case .constant(let value): checkDefault(value, self[index])
    case .merge, .pass, .input, .broken: break
    }
    if let written = nodes[index.value].outputSchema, let schema = nodes[index.value].schema {
      checkKnown(schema, at: written.span)
    }
  }

  private mutating func outputSchema(of node: Node, _ use: ComponentUse) -> SchemaReference? {
    guard let manifest = use.manifest else { return node.outputSchema.flatMap { readSchema($0) } }
    guard let written = node.outputSchema else { return manifest.outputs.first }
    guard let schema = readSchema(written) else { return nil }
    if manifest.outputs.contains(schema) { return schema }
    let known = manifest.outputs.map(\.description)
    let nearest = closest(to: schema.description, among: known)
    report(
      Diagnostic(
        .unsupportedOutputSchema, "'\(manifest.type)' does not produce '\(schema)'", at: written.span,
        annotation: "it produces \(known.joined(separator: ", "))",
        fixes: nearest.map { [FixIt("replace with '\($0)'", replacing: written.span, with: $0)] } ?? []))
    return nil
  }

  private mutating func reuseSchema(of node: Node, at place: SourceSpan) -> SchemaReference? {
    guard let written = node.outputSchema else {
      report(
        Diagnostic(
          .reuseWithoutSchema, "the schema of the reused artifact '\(node.id)' is not known", at: place,
          notes: ["add 'output_schema: NAME/VERSION' to the artifact"]))
      return nil
    }
    return readSchema(written)
  }

  /// A schema that is well formed and installed; nil, and reported, when it is not.
  mutating func readKnownSchema(_ written: ScalarSyntax) -> SchemaReference? {
    guard let schema = readSchema(written) else { return nil }
    checkKnown(schema, at: written.span)
    return options.catalog.schemas[schema] == nil ? nil : schema
  }

  private mutating func checkKnown(_ schema: SchemaReference, at span: SourceSpan) {
    guard options.catalog.schemas[schema] == nil else { return }
    let known = options.catalog.schemas.references.map(\.description)
    let nearest = closest(to: schema.description, among: known)
    report(
      Diagnostic(
        .unknownSchema, "there is no schema '\(schema)'", at: span,
        annotation: nearest.map { "did you mean '\($0)'?" },
        notes: nearest == nil ? ["installed: \(known.joined(separator: ", "))"] : [],
        fixes: nearest.map { [FixIt("replace with '\($0)'", replacing: span, with: $0)] } ?? []))
  }

  /// A default must be content of the input's schema.
  private mutating func checkDefault(_ value: ValueSyntax, _ node: Node) {
    guard let schema = node.schema, let format = options.catalog.schemas[schema] else { return }
    for violation in format.schema.violations(of: value.json) {
      report(
        Diagnostic(
          .defaultDoesNotFit, "the default does not fit '\(schema)': \(violation.message)",
          at: value.part(at: violation.path).span, annotation: violation.message,
          labels: [DiagnosticLabel("the default of this input", at: node.place)]))
    }
  }

  private mutating func checkInputs(of index: NodeIndex) {
    switch nodes[index.value].production {
    case .process(let use):
      if !isTakenAlone(index.value, use) { checkCombination(self[index], uses[use]) }
    case .pass, .merge:
      if !isPassedOn(index.value) { checkSameSchema(index) }
    case .extract, .reuse, .constant, .input, .broken: break
    }
  }

  /// The usual case of a processor: one input, of a schema that it takes by itself.
  private func isTakenAlone(_ index: Int, _ use: Int) -> Bool {
    guard nodes[index].operands.count == 1, let target = nodes[index].operands[0].target,
      let schema = nodes[target.value].schema, let interface = uses[use].interface
    else { return false }
    return interface.manifest.inputCombinations.contains { $0.count == 1 && $0.first == schema }
  }

  /// The usual case of a pass-through: one input, and nothing said of its schema.
  private mutating func isPassedOn(_ index: Int) -> Bool {
    guard nodes[index].operands.count == 1, nodes[index].outputSchema == nil else { return false }
    nodes[index].schema = nodes[index].operands[0].target.flatMap { nodes[$0.value].schema }
    return true
  }

  /// The set of the inputs' schemas must be one that the processor takes.
  private mutating func checkCombination(_ node: Node, _ use: ComponentUse) {
    guard let manifest = use.manifest else { return }
    var schemas: Set<SchemaReference> = []
    for operand in node.operands {
      guard let schema = operand.target.flatMap({ self[$0].schema }) else { return }
      schemas.insert(schema)
    }
    guard !node.operands.isEmpty, !manifest.inputCombinations.contains(schemas) else { return }
    let type = use.syntax.type?.span ?? use.syntax.keySpan
    report(
      Diagnostic(
        .schemaMismatch, "'\(manifest.type)' does not take \(list(schemas))", at: node.operands[0].name.span,
        annotation: producerText(node.operands[0]),
        labels: node.operands.dropFirst().map { DiagnosticLabel(producerText($0), at: $0.name.span) }
          + producerLabels(node.operands) + [DiagnosticLabel("takes \(combinations(of: manifest))", at: type)]
      ))
  }

  private func list(_ schemas: Set<SchemaReference>) -> String {
    schemas.sorted().map { "'\($0)'" }.joined(separator: " with ")
  }

  private func combinations(of manifest: ComponentManifest) -> String {
    manifest.inputCombinations.map { list($0) }.joined(separator: ", or ")
  }

  private func producerText(_ operand: Operand) -> String {
    guard let target = operand.target, let schema = self[target].schema else { return "unknown" }
    return "'\(operand.name.text)' is '\(schema)'"
  }

  private func producerLabels(_ operands: [Operand]) -> [DiagnosticLabel] {
    operands.compactMap { operand in
      guard let target = operand.target, let schema = self[target].schema else { return nil }
      return DiagnosticLabel("'\(self[target].id)' makes '\(schema)'", at: self[target].place)
    }
  }

  /// Pass-through and merge keep the schema of their inputs, which must be one.
  private mutating func checkSameSchema(_ index: NodeIndex) {
    let node = self[index]
    let schemas = node.operands.map { operand in operand.target.flatMap { self[$0].schema } }
    guard let first = schemas.first ?? nil else { return }
    nodes[index.value].schema = first
    if schemas.contains(where: { $0 != nil && $0 != first }) {
      report(
        Diagnostic(
          .mergeMismatch, "merged artifacts have different schemas", at: node.operands[0].name.span,
          annotation: producerText(node.operands[0]),
          labels: node.operands.dropFirst().map { DiagnosticLabel(producerText($0), at: $0.name.span) }
            + producerLabels(node.operands)))
    }
    if let written = node.outputSchema, let schema = readSchema(written), schema != first {
      report(
        Diagnostic(
          .unsupportedOutputSchema, "a pass-through keeps its input's schema", at: written.span,
          annotation: "the input is '\(first)'", labels: producerLabels(node.operands)))
    }
  }

  /// What is mapped to a child's input has the schema that the input declares.
  private mutating func checkMapping(_ check: InputCheck) {
    guard case .node(let target) = resolve(check.name, in: check.scope), let schema = self[target].schema,
      let expected = check.schema, schema != expected
    else { return }
    report(
      Diagnostic(
        .childSchemaMismatch, "the child's input '\(check.input)' takes '\(expected)'", at: check.place,
        annotation: "'\(check.name)' is '\(schema)'",
        labels: [
          DiagnosticLabel("'\(self[target].id)' makes '\(schema)'", at: self[target].place),
          DiagnosticLabel("the input is declared here", at: check.declaration),
        ]))
  }
}
