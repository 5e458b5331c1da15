// Part of `check-schemas`: says where a schema that does not fit comes from, and what would fit.
internal import ComponentKit
internal import Diagnostics
internal import ExecutionPlan
internal import RunbookSyntax

/// Where the schemas of some inputs come from.
struct SchemaOrigins {
  /// The artifacts on the way, up to the one that makes it.
  var labels: [DiagnosticLabel] = []
  /// Mappings that lead out of the runbook, to a parent's artifact.
  var mappings: [ProvenanceStep] = []

  mutating func add(_ step: ProvenanceStep) {
    switch step.kind {
    case .inputMapping: mappings.append(step)
    case .output, .childRunbook: labels.append(DiagnosticLabel(step.message, at: step.span))
    }
  }
}

extension Compilation {
  // MARK: - Where schemas come from

  /// How many pass-through and merged artifacts are shown on the way to the one that makes a schema.
  private static let shownSteps = 6

  /// Where the schemas of a node's inputs come from.
  func origins(of node: Node) -> SchemaOrigins {
    var origins = SchemaOrigins()
    if isInlineSource(node) { return origins }
    for operand in node.operands { addOrigin(of: operand, of: node, to: &origins) }
    return origins
  }

  private func addOrigin(of operand: Operand, of node: Node, to origins: inout SchemaOrigins) {
    var (operand, scope) = (operand, node.scope)
    for _ in 0..<Self.shownSteps {
      for step in route(of: operand.name.text, in: scope) { origins.add(step) }
      guard let target = operand.target else { return }
      let source = self[target]
      let isPassing = if case .pass = source.production { true } else { false }
      let isMerging = if case .merge = source.production { true } else { false }
      guard isPassing || isMerging, let next = source.operands.first else {
        origins.labels.append(label(of: source))
        return
      }
      let does = isPassing ? "passes on" : "merges the schema of"
      origins.labels.append(
        DiagnosticLabel("'\(source.id.lastSegment)' \(does) '\(next.name.text)'", at: source.place))
      (operand, scope) = (next, source.scope)
    }
  }

  private func label(of node: Node) -> DiagnosticLabel {
    let schema = node.schema.map { "'\($0)'" } ?? "nothing that is known"
    let name = "'\(node.id.lastSegment)'"
    return switch node.production {
    case .input: DiagnosticLabel("the input \(name) is \(schema)", at: node.place)
    case .constant: DiagnosticLabel("the default of \(name) is \(schema)", at: node.place)
    default: DiagnosticLabel("\(name) makes \(schema)", at: node.outputSchema?.span ?? node.place)
    }
  }

  /// Whether a node takes the source that stands beside its processor.
  func isInlineSource(_ node: Node) -> Bool {
    node.operands.first?.target.map { !self[$0].isDeclared && self[$0].scope == node.scope } ?? false
      && node.operands.first?.name.text == node.operands.first?.target.map { self[$0].id.text }
  }

  /// A name and the schema of what it stands for.
  func description(of operand: Operand) -> String {
    guard let target = operand.target, let schema = self[target].schema else {
      return "'\(operand.name.text)' is unknown"
    }
    if operand.name.text == self[target].id.text, !self[target].isDeclared { return "this is '\(schema)'" }
    return "'\(operand.name.text)' is '\(schema)'"
  }

  // MARK: - Reports

  /// The inputs of a processor are no combination that it takes.
  mutating func reportMismatch(
    _ index: NodeIndex, _ use: ComponentUse, _ manifest: ComponentManifest, found: Set<SchemaReference>
  ) {
    countAdvice(in: self[index].scope)
    let node = self[index]
    guard let nearest = NearestCombination(to: found, among: manifest.inputCombinations) else { return }
    let origins = origins(of: node)
    let odd = node.operands.firstIndex { schema(of: $0).map(nearest.surplus.contains) ?? false }
    let primary = odd ?? 0
    guard node.operands.indices.contains(primary) else { return }
    let type = use.syntax.type?.span ?? use.syntax.keySpan
    let takes = manifest.inputCombinations.map(Self.list).joined(separator: ", or ")
    report(
      Diagnostic(
        .schemaMismatch, "'\(manifest.type)' does not take \(Self.list(found))",
        at: node.operands[primary].name.span, annotation: description(of: node.operands[primary]),
        labels: otherInputs(of: node, than: primary) + origins.labels
          + [DiagnosticLabel("takes \(takes)", at: type)],
        // What is nearest depends on the inputs that are not known as well.
        notes: node.operands.contains { schema(of: $0) == nil } ? [] : advice(nearest, index, manifest)),
      through: origins.mappings)
  }

  /// Merged artifacts have different schemas.
  mutating func reportMerge(_ index: NodeIndex, first: SchemaReference) {
    countAdvice(in: self[index].scope)
    let node = self[index]
    let origins = origins(of: node)
    let odd = node.operands.firstIndex { schema(of: $0).map { $0 != first } ?? false }
    guard let primary = odd, let found = schema(of: node.operands[primary]) else { return }
    var notes = ["merged artifacts have one schema; the first is '\(first)'"]
    notes += replacements(for: found, by: first, before: index)
    report(
      Diagnostic(
        .mergeMismatch, "merged artifacts have different schemas", at: node.operands[primary].name.span,
        annotation: description(of: node.operands[primary]),
        labels: otherInputs(of: node, than: primary) + origins.labels, notes: notes),
      through: origins.mappings)
  }

  /// What the inputs are that are not to blame, as far as it is known.
  private func otherInputs(of node: Node, than primary: Int) -> [DiagnosticLabel] {
    node.operands.indices.filter { $0 != primary && schema(of: node.operands[$0]) != nil }.map {
      DiagnosticLabel(description(of: node.operands[$0]), at: node.operands[$0].name.span)
    }
  }

  /// What is mapped to a child's input has another schema than the input declares.
  mutating func reportMapping(
    _ check: InputCheck, _ target: NodeIndex, found: SchemaReference, _ expected: SchemaReference
  ) {
    countAdvice(in: check.scope)
    var origins = SchemaOrigins()
    let name = ScalarSyntax(text: check.name, span: check.place, isPlain: true)
    let consumer = Node(
      id: self[target].id, scope: check.scope, place: check.place, production: .pass)
    addOrigin(of: Operand(name: name, target: target), of: consumer, to: &origins)
    report(
      Diagnostic(
        .childSchemaMismatch, "the child's input '\(check.input)' takes '\(expected)'", at: check.place,
        annotation: "'\(check.name)' is '\(found)'",
        labels: origins.labels + [DiagnosticLabel("the input is declared here", at: check.declaration)],
        notes: replacements(for: found, by: expected, in: check.scope, before: nil)),
      through: origins.mappings)
  }

  static func list(_ schemas: Set<SchemaReference>) -> String {
    schemas.sorted().map { "'\($0)'" }.joined(separator: " + ")
  }
}
