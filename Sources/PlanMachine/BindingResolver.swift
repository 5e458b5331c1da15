// Fills in the properties that come from the environment when the plan runs.
internal import CanonicalJSON
internal import EnvironmentFiles
internal import ExecutionPlan

/// Resolves late bindings. Values of secrets never leave it but inside the properties.
struct BindingResolver: Sendable {
  let environment: Environment

  /// Why a binding has no value; it never shows the value of a secret.
  enum Fault: Error, Hashable {
    case unset(variable: String, property: String, message: String?)
    case unfit(property: String, variables: [String], reason: String)
  }

  /// Properties with everything filled in, and the texts that must not be shown.
  struct Resolved {
    var properties: JSONObject
    var secrets: [String]
  }

  /// The properties of a call.
  func resolve(_ call: ComponentCall) throws(Fault) -> Resolved {
    var resolved = Resolved(properties: call.properties, secrets: [])
    let overridden = Set(call.bindings.filter { $0.isOverride && isSet($0) }.map(\.pointer))
    for binding in call.bindings {
      // What is overridden anyway need not have a value of its own.
      if !binding.isOverride, overridden.contains(binding.pointer) { continue }
      guard let (text, value) = try resolve(binding) else { continue }
      if binding.isSecret { resolved.secrets.append(text) }
      PropertyPointer(binding.pointer)?.set(value, in: &resolved.properties)
    }
    return resolved
  }

  /// Nil for an override whose variable is unset: the plan's own value holds.
  private func resolve(_ binding: LateBinding) throws(Fault) -> (String, JSONValue)? {
    guard let template = SubstitutionTemplate(binding.template) else {
      throw .unfit(property: binding.pointer, variables: [], reason: "malformed substitution")
    }
    let names = template.variables.map(\.name)
    if binding.isOverride, !isSet(binding) { return nil }
    let text: String
    do {
      text = try template.resolve { environment[$0] }
    } catch {
      throw .unset(variable: error.variable.name, property: binding.pointer, message: error.message)
    }
    guard let value = Self.convert(text, to: binding.type) else {
      let found = binding.isSecret ? "" : ", found '\(text)'"
      throw .unfit(
        property: binding.pointer, variables: names, reason: "expected \(binding.type.words)\(found)")
    }
    return (text, value)
  }

  /// Whether every variable of a binding is set.
  private func isSet(_ binding: LateBinding) -> Bool {
    SubstitutionTemplate(binding.template)?.variables.allSatisfy { environment[$0.name] != nil } ?? false
  }

  static func convert(_ text: String, to type: LateBinding.ValueType) -> JSONValue? {
    switch type {
    case .string: return .string(text)
    case .integer: return Int(text).map { .integer($0) }
    case .number:
      guard let number = Double(text), number.isFinite else { return nil }
      return .number(number)
    case .boolean:
      switch text.lowercased() {
      case "true", "yes", "on", "1": return true
      case "false", "no", "off", "0": return false
      default: return nil
      }
    }
  }
}

extension LateBinding.ValueType {
  fileprivate var words: String {
    switch self {
    case .string: "a text"
    case .integer: "a whole number"
    case .number: "a number"
    case .boolean: "true or false"
    }
  }
}

extension BindingResolver.Fault {
  /// One line for people: which artifact, which property, which variable.
  func description(artifact: ArtifactID) -> String {
    switch self {
    case .unset(let variable, let property, let message):
      "\(variable), for '\(property.dropFirst())' of '\(artifact)'\(message.map { ": \($0)" } ?? "")"
    case .unfit(let property, let variables, let reason):
      "\(variables.joined(separator: ", ")), for '\(property.dropFirst())' of '\(artifact)': \(reason)"
    }
  }
}
