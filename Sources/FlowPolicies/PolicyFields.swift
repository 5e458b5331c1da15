// What the parts of the policy reader share: fields of a mapping, and values of the kind that a field takes.
internal import ComponentKit
internal import Diagnostics
internal import RunbookSyntax
internal import YAMLReader

/// The fields of one kind of mapping in a policy.
protocol PolicyField: RawRepresentable<String>, CaseIterable {
  /// What the mapping is called in messages: "a rule".
  static var owner: String { get }
}

enum PolicyTopField: String, PolicyField {
  case forbid
  case allowComponents = "allow_components"
  case forbidComponents = "forbid_components"
  static let owner = "a policy"
}

enum PolicyRuleField: String, PolicyField {
  case name, flow, use, because, severity, except
  static let owner = "a rule of a policy"
}

enum PolicyFlowField: String, PolicyField {
  case from, to
  static let owner = "'flow'"
}

enum PolicySelectorField: String, PolicyField {
  case sensitive, output, component, capability, schema, artifact, not
  static let owner = "a choice of artifacts"
}

enum PolicyExceptionField: String, PolicyField {
  case from, to, use, because, until
  static let owner = "an exception"
}

/// One walk over a policy's text.
struct PolicyReader {
  var problems: [Diagnostic] = []
  /// What is installed, to tell misspelt names; nil: nobody knows.
  let catalog: ComponentCatalog?
  /// How many choices the present one lies in.
  var depth = 0
  static let maximumDepth = 16

  init(catalog: ComponentCatalog?) { self.catalog = catalog }

  var errorCount: Int { problems.count { $0.severity == .error } }
  var hasErrors: Bool { errorCount > 0 }

  mutating func report(
    _ rule: Rule, _ message: String, at span: SourceSpan, annotation: String? = nil, notes: [String] = []
  ) {
    problems.append(Diagnostic(rule, message, at: span, annotation: annotation, notes: notes))
  }

  /// The known fields of a mapping in the order written; others are reported, unless they begin with `x-`.
  mutating func fields<Field: PolicyField>(
    of value: ValueSyntax, _ type: Field.Type, _ name: String, expected: String = "a mapping"
  ) -> [(field: Field, key: ScalarSyntax, value: ValueSyntax)]? {
    guard case .mapping(let entries, _) = value else {
      wrongKind(name, expected, value)
      return nil
    }
    var fields: [(field: Field, key: ScalarSyntax, value: ValueSyntax)] = []
    for entry in entries where !entry.key.text.utf8.starts(with: "x-".utf8) {
      if let field = Field(rawValue: entry.key.text) {
        fields.append((field, entry.key, entry.value))
      } else {
        unknown(entry.key, type, present: entries.map(\.key.text))
      }
    }
    return fields
  }

  private mutating func unknown<Field: PolicyField>(
    _ key: ScalarSyntax, _ type: Field.Type, present: [String]
  ) {
    let names = type.allCases.map(\.rawValue)
    let near = closest(to: key.text, among: names.filter { !present.contains($0) })
    problems.append(
      Diagnostic(
        .unknownField, "'\(key.text)' is not a field of \(type.owner)", at: key.span, suggesting: near,
        notes: near == nil ? ["known fields: \(names.joined(separator: ", "))"] : []))
  }

  mutating func wrongKind(_ name: String, _ expected: String, _ found: ValueSyntax) {
    let kind =
      switch found {
      case .scalar: "a scalar"
      case .sequence: "a list"
      case .mapping: "a mapping"
      }
    report(.wrongNodeKind, "\(name) takes \(expected), not \(kind)", at: found.span)
  }

  /// The elements of a list.
  mutating func elements(_ value: ValueSyntax, _ name: String) -> [ValueSyntax] {
    if case .sequence(let elements, _) = value { return elements }
    wrongKind(name, "a list", value)
    return []
  }

  /// A text that says something.
  mutating func text(_ value: ValueSyntax, _ name: String) -> String? {
    guard case .scalar(let scalar) = value else {
      wrongKind(name, "a text", value)
      return nil
    }
    guard scalar.resolved != .null, scalar.text.contains(where: { !$0.isWhitespace }) else {
      report(.invalidValue, "\(name) says nothing", at: scalar.span, annotation: "expected a text")
      return nil
    }
    return scalar.text
  }

  /// One scalar, or a list of them; at least one.
  mutating func scalars(_ value: ValueSyntax, _ name: String) -> [ScalarSyntax] {
    switch value {
    case .scalar(let scalar): return [scalar]
    case .mapping:
      wrongKind(name, "a name or a list of names", value)
      return []
    case .sequence(let elements, let span):
      if elements.isEmpty { report(.invalidValue, "\(name) names nothing", at: span) }
      return elements.compactMap { element in
        guard case .scalar(let scalar) = element else {
          wrongKind("an element of \(name)", "a name", element)
          return nil
        }
        return scalar
      }
    }
  }

  /// Names that may hold wildcards.
  mutating func patterns(_ value: ValueSyntax, _ name: String) -> [NamePattern] {
    scalars(value, name).compactMap { scalar in
      guard !scalar.text.isEmpty, scalar.resolved != .null else {
        report(.invalidValue, "\(name) takes a name, found an empty text", at: scalar.span)
        return nil
      }
      return NamePattern(scalar.text, at: scalar.span)
    }
  }

  /// Names that nothing installed has are errors: a rule that speaks of nothing by a typing error protects nothing.
  mutating func checkInstalled(_ patterns: [NamePattern], _ kind: String, among known: [String]) {
    for pattern in patterns where !pattern.hasWildcard && !known.contains(pattern.text) {
      problems.append(
        Diagnostic(
          .unknownPolicyName, "no \(kind) '\(pattern.text)' is installed", at: pattern.span,
          suggesting: closest(to: pattern.text, among: known), otherwise: "the rule speaks of nothing",
          notes: ["for one that is installed elsewhere write '\(pattern.text)*'"]))
    }
  }

  /// A name out of a fixed list.
  mutating func choice(_ scalar: ScalarSyntax, _ name: String, among known: [String]) -> String? {
    if known.contains(scalar.text) { return scalar.text }
    problems.append(
      Diagnostic(
        .invalidValue, "\(name) takes \(Self.list(known)), found '\(scalar.text)'", at: scalar.span,
        suggesting: closest(to: scalar.text, among: known), otherwise: "expected \(Self.list(known))"))
    return nil
  }

  private static func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return "\(names.dropLast().joined(separator: ", ")) or \(last)"
  }
}
