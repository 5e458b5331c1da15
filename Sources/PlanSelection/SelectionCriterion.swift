// What `method:value` asks of an artifact.
internal import ComponentKit
internal import Diagnostics
internal import ExecutionPlan

/// One criterion of a selection.
enum SelectionCriterion: Sendable, Hashable {
  /// The component's type as runbooks write it.
  case type(NameWildcards)
  /// `[connector:|processor:]TYPE[/VERSION]`.
  case component(ComponentKind?, type: NameWildcards, version: NameWildcards?)
  /// `NAME[/VERSION]`.
  case schema(NameWildcards, version: NameWildcards?)
  case operation(String)
  /// `NAME`, `NAME/VERSION` or `PROVIDER/NAME/VERSION`.
  case ruleset(NameWildcards)
  case variable(NameWildcards)
  /// Everything that a child runbook brought, its own children included.
  case child(String)
  case flag(Instruction.Flags.RawValue, Bool)
  case state(String)

  /// Why a text is no criterion.
  struct Malformed: Error {
    let message: String
    var isAboutMethod = false
    var suggestion: String?
    var notes: [String] = []
  }

  /// The methods, in the order of the documentation.
  static let methods =
    ["type", "component", "schema", "op", "ruleset", "variable", "child"] + flags.map(\.name) + ["state"]

  /// The operations of plans, and `input`: what a parent hands to a child runbook that is looked at by itself.
  static let operations = [
    "extract", "process", "merge", "pass", "reuse", "constant", "execute", "input",
  ]

  private static let flags: [(name: String, flag: Instruction.Flags)] = [
    ("output", .output), ("optional", .optional), ("sensitive", .sensitive), ("tainted", .tainted),
  ]

  init(method: String, value: String) throws(Malformed) {
    let flag = Self.flags.first { $0.name == method }?.flag
    guard flag != nil || Self.methods.contains(method) else { throw Self.unknownMethod(method) }
    guard !value.isEmpty else { throw Malformed(message: "expected a value after '\(method):'") }
    if let flag {
      self = .flag(flag.rawValue, try Self.truth(value))
      return
    }
    switch method {
    case "type": self = .type(NameWildcards(value))
    case "component": self = try Self.component(value)
    case "schema":
      let (name, version) = Self.versioned(value)
      self = .schema(name, version: version)
    case "op":
      guard Self.operations.contains(value) else {
        throw Self.unknown("there is no operation '\(value)'", value, Self.operations)
      }
      self = .operation(value)
    case "ruleset":
      self = .ruleset(NameWildcards(value))
    case "variable": self = .variable(NameWildcards(value))
    case "child": self = .child(value)
    default: self = .state(value)
    }
  }

  private static func component(_ value: String) throws(Malformed) -> SelectionCriterion {
    let parts = value.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let (type, version) = versioned(parts.last ?? "")
    guard parts.count == 2 else { return .component(nil, type: type, version: version) }
    let kinds = ComponentKind.allCases.map(\.rawValue)
    guard let kind = ComponentKind(rawValue: String(parts[0])) else {
      var fault = unknown("there is no kind of component '\(parts[0])'", String(parts[0]), kinds)
      fault.suggestion = fault.suggestion.map { "\($0):\(parts[1])" }
      throw fault
    }
    return .component(kind, type: type, version: version)
  }

  private static func versioned(_ value: some StringProtocol) -> (NameWildcards, NameWildcards?) {
    guard let slash = value.utf8.firstIndex(of: UInt8(ascii: "/")) else { return (NameWildcards(value), nil) }
    return (
      NameWildcards(value[..<slash]), NameWildcards(value[value.utf8.index(after: slash)...])
    )
  }

  private static func truth(_ value: String) throws(Malformed) -> Bool {
    guard value == "true" || value == "false" else {
      throw Malformed(message: "expected 'true' or 'false', found '\(value)'")
    }
    return value == "true"
  }

  private static func unknownMethod(_ method: String) -> Malformed {
    var fault = unknown("there is no method '\(method)'", method, methods)
    fault.isAboutMethod = true
    return fault
  }

  static func unknown(_ message: String, _ name: String, _ known: [String]) -> Malformed {
    let nearest = closest(to: name, among: known)
    return Malformed(
      message: message, suggestion: nearest,
      notes: nearest == nil ? ["there are: \(known.joined(separator: ", "))"] : [])
  }
}

extension SelectionCriterion {
  /// Whether it holds of an artifact; states are not looked at here.
  func holds(of artifact: SelectableArtifact) -> Bool {
    switch self {
    case .type(let type): artifact.component.map { type.matches($0.type) } ?? false
    case .component(let kind, let type, let version):
      artifact.component.map { component in
        (kind.map { $0 == component.kind } ?? true) && type.matches(component.type)
          && (version.map { version in component.version.map { version.matches($0) } ?? false } ?? true)
      } ?? false
    case .schema(let name, let version):
      artifact.schema.map { schema in
        name.matches(schema.name) && (version?.matches(schema.version) ?? true)
      } ?? false
    case .operation(let name): artifact.operation == name
    case .ruleset(let name):
      artifact.rulesets.contains { uri in Self.namesOfRuleset(uri, name).contains { name.matches($0) } }
    case .variable(let name): artifact.variables.contains { name.matches($0) }
    case .child(let child):
      artifact.id.utf8.count > child.utf8.count + 1 && artifact.id.utf8.starts(with: "\(child)/".utf8)
    case .flag(let flag, let isSet): (artifact.flags.rawValue & flag != 0) == isSet
    case .state: false
    }
  }

  /// What of an artifact the criterion is compared with, for suggestions.
  func values(of artifact: SelectableArtifact) -> [String] {
    switch self {
    case .type: artifact.component.map { [$0.type] } ?? []
    case .component(let kind, _, let version):
      artifact.component.map { component in
        [
          (kind.map { "\($0.rawValue):" } ?? "") + component.type
            + (version == nil ? "" : component.version.map { "/\($0)" } ?? "")
        ]
      } ?? []
    case .schema(_, let version):
      artifact.schema.map { [version == nil ? $0.name : $0.description] } ?? []
    case .ruleset(let name):
      artifact.rulesets.flatMap { Self.namesOfRuleset($0, name).map { String($0) } }
    case .variable: artifact.variables
    case .operation, .child, .flag, .state: []
    }
  }

  /// What of `provider/name/version` a pattern is compared with: the name where it has no slash, else
  /// `name/version` and all of it.
  private static func namesOfRuleset(_ uri: String, _ pattern: NameWildcards) -> [Substring] {
    let segments = uri.split(separator: "/", omittingEmptySubsequences: false)
    guard segments.count == 3 else { return [uri[...]] }
    let isNameOnly = !pattern.text.utf8.contains(UInt8(ascii: "/"))
    return isNameOnly ? [segments[1]] : [uri[segments[1].startIndex...], uri[...]]
  }
}
