// Pass: gives every artifact its schema, and checks that each consumer takes what its inputs are.
internal import CanonicalJSON
internal import ComponentKit
internal import Diagnostics
internal import ExecutionPlan
internal import RunbookSyntax

extension Compilation {
  mutating func checkSchemas() {
    for index in nodes.indices { assignOwnSchema(NodeIndex(value: index)) }
    for index in order { checkInputs(of: index) }
    for check in inputChecks { checkMapping(check) }
    for check in defaultChecks { checkDefault(check) }
    for exposure in exposures where exposure.outputSchema != nil { checkExposure(exposure) }
    reporting.focus = nil
  }

  /// Schemas that do not depend on the inputs.
  private mutating func assignOwnSchema(_ index: NodeIndex) {
    reporting.focus = self[index].scope
    switch self[index].production {
    case .extract(let use), .process(let use): self[index].schema = outputSchema(of: index, use)
    case .reuse(let reuse): self[index].schema = reuseSchema(of: index, reuse)
    case .execute: self[index].schema = self[index].outputSchema.map { readKnownSchema($0) } ?? .runResult
    case .broken: _ = self[index].outputSchema.flatMap { readKnownSchema($0) }
    case .constant, .merge, .pass, .input: break
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

  /// A schema that is well formed and installed; nil, and reported, when it is not.
  mutating func readKnownSchema(_ written: ScalarSyntax) -> SchemaReference? {
    guard let schema = readSchema(written) else { return nil }
    checkKnown(schema, at: written.span)
    return options.catalog.schemas[schema] == nil ? nil : schema
  }

  mutating func checkKnown(_ schema: SchemaReference, at span: SourceSpan) {
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
  private mutating func checkDefault(_ check: DefaultCheck) {
    guard let format = options.catalog.schemas[check.schema] else { return }
    for violation in format.schema.violations(of: Self.content(check.value, format)) {
      report(
        Diagnostic(
          .defaultDoesNotFit, "the default does not fit '\(check.schema)': \(violation.message)",
          at: check.value.part(at: violation.path).span, annotation: violation.message,
          labels: [DiagnosticLabel("the default of this input", at: check.input)]))
    }
  }

  /// A default as content of a schema, which says what type a substituted value takes.
  static func content(_ value: ValueSyntax, _ format: WireFormat) -> JSONValue {
    var reader = PropertyReader()
    return reader.read(value, guide: format.schema.source.objectValue.map { PropertyGuide($0) }) ?? .null
  }

  /// What an artifact takes over from a child has the schema that the artifact says.
  private mutating func checkExposure(_ exposure: Exposure) {
    reporting.focus = exposure.scope
    guard let written = exposure.outputSchema, let expected = readKnownSchema(written),
      case .node(let target) = resolve(exposure.name, in: exposure.scope), let schema = self[target].schema,
      schema != expected
    else { return }
    report(
      Diagnostic(
        .unsupportedOutputSchema, "the child's output is '\(schema)', not '\(expected)'", at: written.span,
        labels: [DiagnosticLabel("'\(self[target].id)' makes '\(schema)'", at: self[target].place)]))
  }

  private mutating func checkInputs(of index: NodeIndex) {
    reporting.focus = self[index].scope
    switch self[index].production {
    case .process(let use): checkCombination(index, use)
    case .pass, .merge: checkSameSchema(index)
    case .execute(_, let place): checkExecuted(self[index], at: place)
    case .extract, .reuse, .constant, .input, .broken: break
    }
  }

  /// The set of the inputs' schemas must be one that the processor takes; where some are not known, there must be one
  /// that holds the others.
  private mutating func checkCombination(_ index: NodeIndex, _ use: Int) {
    guard let interface = uses[use].interface else { return }
    var schemas: Set<SchemaReference> = []
    var isPartial = false
    for place in self[index].operands.indices {
      guard let schema = schema(of: self[index].operands[place]) else {
        isPartial = true
        continue
      }
      // Most processors read one artifact, of one of few schemas.
      if self[index].operands.count == 1, interface.soleInputs.contains(schema) { return }
      schemas.insert(schema)
    }
    let manifest = interface.manifest
    guard !schemas.isEmpty, !manifest.inputCombinations.contains(schemas) else { return }
    if isPartial, manifest.inputCombinations.contains(where: { $0.isSuperset(of: schemas) }) { return }
    reportMismatch(index, uses[use], manifest, found: schemas)
  }

  /// What a reference leads to is; nil when that is not known.
  func schema(of operand: Operand) -> SchemaReference? { operand.target.flatMap { self[$0].schema } }

  /// What the first of a node's inputs is that is known.
  private func knownSchema(of index: NodeIndex) -> SchemaReference? {
    for place in self[index].operands.indices {
      if let schema = schema(of: self[index].operands[place]) { return schema }
    }
    return nil
  }

  /// Pass-through and merge keep the schema of their inputs, which must be one.
  private mutating func checkSameSchema(_ index: NodeIndex) {
    guard let first = knownSchema(of: index) else {
      _ = self[index].outputSchema.flatMap { readKnownSchema($0) }
      return
    }
    self[index].schema = first
    guard self[index].operands.count > 1 || self[index].outputSchema != nil else { return }
    let node = self[index]
    if node.operands.contains(where: { operand in
      operand.target.flatMap { self[$0].schema }.map { $0 != first } ?? false
    }) {
      reportMerge(index, first: first)
    }
    if let written = node.outputSchema, let schema = readKnownSchema(written), schema != first {
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
    guard !cyclicMappings.contains(check.place),
      case .node(let target) = resolve(check.name, in: check.scope), let schema = self[target].schema,
      let expected = check.schema, schema != expected
    else { return }
    reportMapping(check, target, found: schema, expected)
  }
}
