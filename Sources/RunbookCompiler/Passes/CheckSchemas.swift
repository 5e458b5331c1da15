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
    reporting.focus = nil
  }

  /// Schemas that do not depend on the inputs.
  private mutating func assignOwnSchema(_ index: NodeIndex) {
    reporting.focus = self[index].scope
    switch self[index].production {
    case .extract(let use), .process(let use): self[index].schema = outputSchema(of: index, use)
    case .reuse(_, _, let place): self[index].schema = reuseSchema(of: self[index], at: place)
    case .constant(let value): checkDefault(value, self[index])
    case .merge, .pass, .input, .broken: break
    }
    if let written = self[index].outputSchema, let schema = nodes[index.value].schema {
      checkKnown(schema, at: written.span)
      // What nobody knows fits nowhere; that was just said.
      if options.catalog.schemas[schema] == nil { self[index].schema = nil }
    }
  }

  private mutating func outputSchema(of index: NodeIndex, _ use: Int) -> SchemaReference? {
    let written = self[index].outputSchema
    guard let written else { return uses[use].manifest?.outputs.first }
    guard let manifest = uses[use].manifest else { return readSchema(written) }
    guard let schema = readSchema(written) else { return nil }
    if manifest.outputs.contains(schema) { return schema }
    let known = manifest.outputs.map(\.description)
    let produced = "it produces \(known.joined(separator: ", "))"
    let nearest = closest(to: schema.description, among: known)
    report(
      Diagnostic(
        .unsupportedOutputSchema, "'\(manifest.type)' does not produce '\(schema)'", at: written.span,
        suggesting: nearest, otherwise: produced, notes: nearest == nil ? [] : [produced]))
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
        suggesting: nearest,
        notes: nearest == nil ? ["installed: \(known.joined(separator: ", "))"] : []))
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
    reporting.focus = self[index].scope
    switch self[index].production {
    case .process(let use): checkCombination(index, uses[use])
    case .pass, .merge: checkSameSchema(index)
    case .extract, .reuse, .constant, .input, .broken: break
    }
  }

  /// The set of the inputs' schemas must be one that the processor takes.
  private mutating func checkCombination(_ index: NodeIndex, _ use: ComponentUse) {
    guard let manifest = use.manifest else { return }
    var schemas: Set<SchemaReference> = []
    for operand in self[index].operands {
      guard let schema = operand.target.flatMap({ self[$0].schema }) else { return }
      schemas.insert(schema)
    }
    guard !schemas.isEmpty, !manifest.inputCombinations.contains(schemas) else { return }
    reportMismatch(index, use, manifest, found: schemas)
  }

  /// Pass-through and merge keep the schema of their inputs, which must be one.
  private mutating func checkSameSchema(_ index: NodeIndex) {
    guard let first = self[index].operands.first?.target.flatMap({ self[$0].schema }) else { return }
    self[index].schema = first
    guard self[index].operands.count > 1 || self[index].outputSchema != nil else { return }
    let node = self[index]
    if node.operands.contains(where: { operand in
      operand.target.flatMap { self[$0].schema }.map { $0 != first } ?? false
    }) {
      reportMerge(index, first: first)
    }
    if let written = node.outputSchema, let schema = readSchema(written), schema != first {
      report(
        Diagnostic(
          .unsupportedOutputSchema, "a pass-through keeps its input's schema", at: written.span,
          annotation: "the input is '\(first)'", labels: origins(of: node).labels),
        through: origins(of: node).mappings)
    }
  }

  /// What is mapped to a child's input has the schema that the input declares.
  private mutating func checkMapping(_ check: InputCheck) {
    reporting.focus = check.scope
    guard case .node(let target) = resolve(check.name, in: check.scope), let schema = self[target].schema,
      let expected = check.schema, schema != expected
    else { return }
    reportMapping(check, target, found: schema, expected)
  }
}
