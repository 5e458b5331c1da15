// Reads a component's properties from syntax into JSON, with the component's schema as guide.
internal import CanonicalJSON
internal import Diagnostics
internal import ExecutionPlan
internal import RunbookSyntax

/// One walk over a property mapping.
struct PropertyReader {
  /// What is filled in when the plan runs; those properties are left out of the JSON.
  var bindings: [LateBinding] { late.map(\.binding) }
  /// Secrets written as text, also as the default of a variable.
  private(set) var literalSecrets: [LiteralSecret] = []
  /// `yes`, `no`, `on` and `off` where the schema wants a boolean.
  private(set) var ambiguousBooleans: [Diagnostic] = []
  /// Whole numbers beyond 64 bits where the schema wants an integer.
  private(set) var oversizedIntegers: [SourceSpan] = []
  private var late: [Late] = []

  /// A property that is bound later.
  private struct Late {
    let scalar: ScalarSyntax
    let type: LateBinding.ValueType
    let isSecret: Bool
    /// The keys and indexes that lead to it, the last one first: they are added on the way back, as few properties need them.
    var path: [String] = []

    var binding: LateBinding {
      LateBinding(
        pointer: PropertyPointer(keys: path.reversed()).text, template: scalar.text, type: type,
        isSecret: isSecret)
    }
  }

  /// The JSON of a value; nil for one that is bound later.
  mutating func read(_ value: ValueSyntax, guide: PropertyGuide?) -> JSONValue? {
    switch value {
    case .scalar(let scalar): return read(scalar, guide: guide)
    case .sequence(let elements, _):
      let inner = guide?.items
      var values: [JSONValue] = []
      values.reserveCapacity(elements.count)
      for index in elements.indices {
        let before = late.count
        // What is bound later keeps its place in the list, since its index is its name.
        values.append(read(elements[index], guide: inner) ?? .null)
        for place in before..<late.count { late[place].path.append(String(index)) }
      }
      return .array(values)
    case .mapping(let entries, _):
      var members: [JSONObject.Member] = []
      members.reserveCapacity(entries.count)
      // By index: a copy of an entry costs more than a look at it.
      for index in entries.indices {
        let before = late.count
        if let value = read(entries[index].value, guide: guide?.property(entries[index].key.text)) {
          members.append(JSONObject.Member(key: entries[index].key.text, value: value))
        }
        for place in before..<late.count { late[place].path.append(entries[index].key.text) }
      }
      return .object(JSONObject(members: members))
    }
  }

  private mutating func read(_ scalar: ScalarSyntax, guide: PropertyGuide?) -> JSONValue? {
    let type = guide?.type
    let isSecret = guide?.isSecret == true
    if case .late = scalar.origin {
      let defaults = isSecret ? defaults(in: scalar.text) : []
      if !defaults.isEmpty { literalSecrets.append(LiteralSecret(span: scalar.span, texts: defaults)) }
      late.append(Late(scalar: scalar, type: type ?? .string, isSecret: isSecret))
      return nil
    }
    if isSecret, !scalar.text.isEmpty {
      literalSecrets.append(LiteralSecret(span: scalar.span, texts: [scalar.text]))
    }
    let value = convert(scalar, to: type)
    if type == .integer, case .bigInteger = value { oversizedIntegers.append(scalar.span) }
    return value
  }

  /// The values that a template holds for variables that are not set.
  private func defaults(in template: String) -> [String] {
    (SubstitutionTemplate(template)?.variables ?? []).compactMap { variable in
      if case .value(let text) = variable.fallback, !text.isEmpty { text } else { nil }
    }
  }

  /// A substituted value takes the type that the schema asks for; a written one keeps its own.
  private mutating func convert(_ scalar: ScalarSyntax, to type: LateBinding.ValueType?) -> JSONValue {
    let isSubstituted = if case .substituted(isWhole: true) = scalar.origin { true } else { false }
    if type == .boolean, scalar.isPlain || isSubstituted,
      let value = yamlOneBoolean(scalar.text)
    {
      if !isSubstituted { ambiguousBooleans.append(ambiguous(scalar, value)) }
      return .bool(value)
    }
    guard isSubstituted else { return scalar.json }
    return type == .string ? .string(scalar.text) : scalar.substitutedPlain.json
  }

  private func yamlOneBoolean(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "yes", "on": true
    case "no", "off": false
    default: nil
    }
  }

  private func ambiguous(_ scalar: ScalarSyntax, _ value: Bool) -> Diagnostic {
    Diagnostic(
      .ambiguousScalar, "'\(scalar.text)' is read as \(value)", at: scalar.span,
      annotation: "write \(value)",
      fixes: [
        FixIt("replace with \(value)", .safe, replacing: scalar.span, with: value ? "true" : "false")
      ])
  }
}
