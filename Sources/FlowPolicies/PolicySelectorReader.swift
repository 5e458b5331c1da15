// Reads which artifacts a policy speaks of.
internal import ComponentKit
internal import Diagnostics
internal import RunbookSyntax

extension PolicyReader {
  /// `sensitive`, `output`, or a mapping of criteria.
  mutating func selector(_ value: ValueSyntax, _ name: String) -> PolicySelector? {
    switch value {
    case .scalar(let scalar): return word(scalar, name)
    case .sequence:
      wrongKind(name, "'sensitive', 'output' or a mapping", value)
      return nil
    case .mapping(_, let span): return criteria(value, name, span)
    }
  }

  private mutating func word(_ scalar: ScalarSyntax, _ name: String) -> PolicySelector? {
    var selector = PolicySelector(span: scalar.span)
    switch choice(scalar, name, among: ["sensitive", "output"]) {
    case "sensitive": selector.isSensitive = true
    case "output": selector.isOutput = true
    default:
      problems[problems.count - 1] = explained(problems[problems.count - 1], scalar)
      return nil
    }
    return selector
  }

  /// A bare name is most often meant as a component.
  private func explained(_ problem: Diagnostic, _ scalar: ScalarSyntax) -> Diagnostic {
    Diagnostic(
      problem.rule, problem.message, at: problem.span, annotation: problem.annotation,
      notes: ["to name a component write '{component: \(scalar.text)}'"], fixes: problem.fixes)
  }

  private mutating func criteria(
    _ value: ValueSyntax, _ name: String, _ span: SourceSpan
  ) -> PolicySelector? {
    let before = errorCount
    guard depth < Self.maximumDepth else {
      report(.limitExceeded, "choices nest more than \(Self.maximumDepth) deep", at: span)
      return nil
    }
    depth += 1
    defer { depth -= 1 }
    var selector = PolicySelector(span: span)
    let fields = fields(of: value, PolicySelectorField.self, name) ?? []
    for (field, _, value) in fields {
      let label = "'\(field.rawValue)'"
      switch field {
      case .sensitive: selector.isSensitive = truth(value, label)
      case .output: selector.isOutput = truth(value, label)
      case .component: selector.components = components(value, label)
      case .capability: selector.capabilities = capabilities(value)
      case .schema: selector.schemas = schemas(value)
      case .artifact: selector.artifacts = patterns(value, label)
      case .not: if let excluded = self.selector(value, label) { selector.exclusions.append(excluded) }
      }
    }
    guard errorCount == before else { return nil }
    if fields.isEmpty {
      report(
        .missingField, "\(name) chooses nothing", at: span,
        notes: ["give it one of: \(PolicySelectorField.allCases.map(\.rawValue).joined(separator: ", "))"])
      return nil
    }
    return selector
  }

  /// Components by `TYPE` or `KIND:TYPE`.
  mutating func components(_ value: ValueSyntax, _ name: String) -> [NamePattern] {
    let patterns = patterns(value, name)
    guard let catalog else { return patterns }
    let installed = [ComponentKind.connector, .processor].flatMap { kind in
      catalog.manifests(kind).flatMap { [$0.type, "\(kind.rawValue):\($0.type)"] }
    }
    checkInstalled(patterns, "component", among: installed + [PolicySubject.executeName])
    return patterns
  }

  /// Schemas by `NAME` or `NAME/VERSION`.
  private mutating func schemas(_ value: ValueSyntax) -> [NamePattern] {
    let patterns = patterns(value, "'schema'")
    guard let catalog else { return patterns }
    let installed = catalog.schemas.references.flatMap { [$0.name, $0.description] }
    checkInstalled(patterns, "schema", among: installed)
    return patterns
  }

  private mutating func capabilities(_ value: ValueSyntax) -> Set<Capability> {
    let known = Capability.allCases.map(\.rawValue)
    return Set(
      scalars(value, "'capability'").compactMap { scalar in
        choice(scalar, "'capability'", among: known).flatMap(Capability.init)
      })
  }

  private mutating func truth(_ value: ValueSyntax, _ name: String) -> Bool? {
    guard case .scalar(let scalar) = value else {
      wrongKind(name, "true or false", value)
      return nil
    }
    if let truth = scalar.booleanValue { return truth }
    report(
      .invalidValue, "\(name) takes true or false, found '\(scalar.text)'", at: scalar.span,
      annotation: "expected true or false")
    return nil
  }
}
