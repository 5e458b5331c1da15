// Pass: finds the node that every reference names, through children in both directions.
internal import Diagnostics
internal import ExecutionPlan
internal import RunbookSyntax

/// What a name leads to.
enum Resolution {
  case node(NodeIndex)
  /// An optional input without a value.
  case absent(SourceSpan)
  case unknown
  case childWithoutOutput([String])
  /// Something that was reported already.
  case broken
}

extension Compilation {
  mutating func resolveReferences() {
    for index in nodes.indices { resolveOperands(of: NodeIndex(value: index)) }
    for check in inputChecks { resolveMapping(check) }
    for mention in mentions { checkExists(mention.name, in: mention.scope) }
    reporting.focus = nil
    applyExposures()
  }

  /// Follows a name through aliases; the chain ends because every alias leads to another runbook's own names.
  func resolve(_ name: String, in scope: ScopeIndex) -> Resolution {
    var (name, scope) = (name, scope)
    for step in 0...scopes.count * 2 {
      switch self[scope].names[name]?.binding {
      // The mapping or output that leads to a name which is not there is reported itself.
      case nil: return step == 0 ? .unknown : .broken
      case .node(let index)?: return .node(index)
      case .alias(let other, let next)?: (scope, name) = (other, next)
      case .absent(let span)?: return .absent(span)
      case .childWithoutOutput(let outputs)?: return .childWithoutOutput(outputs)
      case .broken?: return .broken
      }
    }
    return .broken
  }

  private mutating func resolveOperands(of index: NodeIndex) {
    let scope = self[index].scope
    reporting.focus = scope
    var absent: [(place: Int, declaration: SourceSpan)] = []
    for place in self[index].operands.indices where self[index].operands[place].target == nil {
      switch resolve(self[index].operands[place].name.text, in: scope) {
      case .node(let target): self[index].operands[place].target = target
      case .absent(let declaration): absent.append((place, declaration))
      case .unknown: reportUnknownArtifact(self[index].operands[place].name, in: scope)
      case .childWithoutOutput(let outputs):
        reportChildWithoutOutput(self[index].operands[place].name, outputs)
      case .broken: break
      }
    }
    if let last = absent.last { dropOperands(of: index, at: absent.map(\.place), last.declaration) }
  }

  /// Takes away the operands that have no value.
  private mutating func dropOperands(
    of index: NodeIndex, at places: [Int], _ lastDeclaration: SourceSpan
  ) {
    var dropped: ScalarSyntax?
    for place in places.reversed() {
      let operand = self[index].operands.remove(at: place)
      dropped = dropped ?? operand.name
    }
    if self[index].operands.isEmpty, let dropped {
      reportNothingLeft(self[index], dropped, lastDeclaration)
      self[index].production = .broken
    }
    if case .merge = self[index].production, self[index].operands.count == 1 {
      self[index].production = .pass
    }
  }

  private mutating func reportNothingLeft(
    _ node: Node, _ name: ScalarSyntax, _ declaration: SourceSpan
  ) {
    report(
      Diagnostic(
        .unmappedChildInput, "the artifact '\(node.id.lastSegment)' has no input left", at: name.span,
        annotation: "this input is optional, and nothing is mapped to it",
        labels: [DiagnosticLabel("declared here", at: declaration)],
        notes: ["map something to it, or give it a default"]))
  }

  mutating func reportChildWithoutOutput(_ name: ScalarSyntax, _ outputs: [String]) {
    report(
      Diagnostic(
        .unknownArtifact, "'\(name.text)' is a child runbook with an 'output_mapping'", at: name.span,
        annotation: "not an artifact",
        notes: ["the artifacts that it brings: \(outputs.joined(separator: ", "))"]))
  }

  private mutating func resolveMapping(_ check: InputCheck) {
    checkExists(ScalarSyntax(text: check.name, span: check.place, isPlain: true), in: check.scope)
    if let mark = check.sensitive, case .node(let target) = resolve(check.name, in: check.scope) {
      nodes[target.value].flags.insert(.sensitive)
      sensitiveMarks[target] = sensitiveMarks[target] ?? mark
    }
  }

  private mutating func checkExists(_ name: ScalarSyntax, in scope: ScopeIndex) {
    reporting.focus = scope
    switch resolve(name.text, in: scope) {
    case .unknown: reportUnknownArtifact(name, in: scope)
    case .childWithoutOutput(let outputs): reportChildWithoutOutput(name, outputs)
    case .node, .absent, .broken: break
    }
  }

  /// Gives exposed artifacts their outer names, labels and flags; the outermost wins.
  private mutating func applyExposures() {
    for exposure in exposures {
      guard case .node(let index) = resolve(exposure.name, in: exposure.scope) else { continue }
      aliases[exposure.alias] = index
      if let mark = exposure.sensitive { sensitiveMarks[index] = sensitiveMarks[index] ?? mark }
      if exposure.flags.contains(.output) { outputMarks[index] = exposure.artifact }
      var node = self[index]
      node.label.name = exposure.label.name ?? node.label.name
      node.label.description = exposure.label.description ?? node.label.description
      node.label.contact = exposure.label.contact ?? node.label.contact
      node.flags.subtract([.optional])
      node.flags.formUnion(exposure.flags)
      self[index] = node
    }
  }
}
