// What stood behind `${NAME}` where something is wrong with a value, without giving away what is secret.
internal import Diagnostics
internal import EnvironmentFiles
internal import ExecutionPlan

/// One variable of a value that was filled in.
struct SubstitutedVariable: Sendable {
  let name: String
  /// `${…}` as written.
  let written: String
  let value: String
  let origin: Origin

  enum Origin: Sendable {
    /// The text after `:-`.
    case fallback(isEmpty: Bool)
    case environment
    case file(String, line: Int)
  }
}

extension Compilation {
  /// What takes the place of a secret.
  static let redacted = SourceText.redacted
  /// How many characters of a value are shown.
  private static let shownCharacters = 60

  /// Adds what the variables of the value stand for, and hides what is secret.
  ///
  /// The text of the runbook is not where such a value comes from, so that no edit of it is offered.
  ///
  /// - Parameter secrets: Those of ``knownSecrets``.
  func explainValues(_ diagnostic: inout Diagnostic, hiding secrets: KnownSecrets) {
    if reporting.substitutions.isEmpty, reporting.literalSecrets.isEmpty { return }
    if let variables = diagnostic.span.flatMap({ reporting.substitutions[$0] }) {
      let span = diagnostic.span
      diagnostic.fixes.removeAll { fix in fix.edits.contains { $0.span == span } }
      for variable in variables where diagnostic.rule != .undefinedVariable {
        let note = description(of: variable)
        if !diagnostic.notes.contains(note) { diagnostic.notes.append(note) }
      }
      redact(&diagnostic, variables.filter { reporting.secretVariables.contains($0.name) }.map(\.value))
    }
    // At its own place a secret is hidden however short it is: values are quoted there.
    if let secret = diagnostic.span.flatMap({ reporting.literalSecrets[$0] }) {
      redact(&diagnostic, secret.texts.map { "'\($0)'" })
    }
    if !secrets.isEmpty { redact(&diagnostic, secrets.candidates(in: diagnostic)) }
  }

  /// Values of secret variables that stand in the text somewhere, and secrets that are written there.
  var knownSecrets: KnownSecrets {
    let values = reporting.substitutions.values.joined().filter {
      reporting.secretVariables.contains($0.name)
    }
    return KnownSecrets(values.map(\.value) + reporting.literalSecrets.values.flatMap(\.texts))
  }

  private func description(of variable: SubstitutedVariable) -> String {
    let isSecret = reporting.secretVariables.contains(variable.name)
    let written = isSecret ? "${\(variable.name)}" : variable.written
    let value = isSecret ? Self.redacted : "'\(shortened(variable.value))'"
    switch variable.origin {
    case .fallback(let isEmpty):
      return "'\(written)' is \(value) (its default: '\(variable.name)' is \(isEmpty ? "empty" : "not set"))"
    case .environment: return "'\(written)' is \(value) (from the environment)"
    case .file(let path, let line): return "'\(written)' is \(value) (from \(path):\(line))"
    }
  }

  private func shortened(_ value: String) -> String {
    let scalars = value.unicodeScalars
    guard scalars.count > Self.shownCharacters else { return value }
    return String(String.UnicodeScalarView(scalars.prefix(Self.shownCharacters))) + "…"
  }

  private func redact(_ diagnostic: inout Diagnostic, _ values: [String]) {
    for value in values where !value.isEmpty {
      diagnostic.message = diagnostic.message.replacing(value)
      diagnostic.annotation = diagnostic.annotation?.replacing(value)
      diagnostic.notes = diagnostic.notes.map { $0.replacing(value) }
      diagnostic.labels = diagnostic.labels.map { DiagnosticLabel($0.message.replacing(value), at: $0.span) }
      diagnostic.flow = diagnostic.flow.map { DiagnosticLabel($0.message.replacing(value), at: $0.span) }
      diagnostic.provenance.steps = diagnostic.provenance.steps.map {
        ProvenanceStep($0.kind, $0.message.replacing(value), at: $0.span)
      }
      diagnostic.fixes.removeAll { fix in
        fix.message.utf8.contains(value) || fix.edits.contains { $0.replacement.utf8.contains(value) }
      }
    }
  }

  // MARK: - While substituting

  /// Notes what a value was made of.
  mutating func note(_ template: SubstitutionTemplate, at span: SourceSpan, isSecret: Bool) {
    if isSecret { reporting.secretVariables.formUnion(template.variables.map(\.name)) }
    let variables = template.variables.compactMap { variable -> SubstitutedVariable? in
      guard let value = try? SubstitutionTemplate.resolve(variable, options.environment[variable.name]) else {
        return nil
      }
      return SubstitutedVariable(
        name: variable.name, written: Self.written(variable), value: value, origin: origin(of: variable))
    }
    if !variables.isEmpty { reporting.substitutions[span] = variables }
  }

  private static func written(_ variable: SubstitutionTemplate.Variable) -> String {
    switch variable.fallback {
    case .none: "${\(variable.name)}"
    case .value(let value): "${\(variable.name):-\(value)}"
    // The message is what is shown when the variable is not set.
    case .failure: "${\(variable.name):?…}"
    }
  }

  private func origin(of variable: SubstitutionTemplate.Variable) -> SubstitutedVariable.Origin {
    let value = options.environment[variable.name]
    if case .value = variable.fallback, value?.isEmpty ?? true {
      return .fallback(isEmpty: value != nil)
    }
    switch options.environment.origin(of: variable.name) {
    case .file(let path, let line)?: return .file(path, line: line)
    case .process?, nil: return .environment
    }
  }
}

extension String {
  /// The text with every occurrence of a secret, byte by byte, hidden.
  fileprivate func replacing(_ secret: String) -> String {
    let (text, needle) = (Array(utf8), Array(secret.utf8))
    guard text.count >= needle.count else { return self }
    var result: [UInt8] = []
    var position = 0
    while position < text.count {
      if text[position...].starts(with: needle) {
        result += Array(Compilation.redacted.utf8)
        position += needle.count
      } else {
        result.append(text[position])
        position += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension String.UTF8View {
  /// Whether a text stands in this one, byte by byte.
  fileprivate func contains(_ text: String) -> Bool {
    var rest = self[...]
    while rest.count >= text.utf8.count {
      if rest.starts(with: text.utf8) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
