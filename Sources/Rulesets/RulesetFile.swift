// Reads one ruleset file: YAML to a JSON value, faults to diagnostics at their places.
internal import CanonicalJSON
internal import ComponentKit
internal import Diagnostics
internal import RulesetModel
internal import YAMLReader

/// A ruleset file that was read.
struct RulesetFile {
  let value: JSONValue
  /// What is odd about it and does no harm.
  let remarks: [String]
  /// What was read otherwise than people may expect.
  let warnings: [Diagnostic]

  /// Why a file is no ruleset of the kind asked for.
  struct Invalid: Error { let diagnostics: [Diagnostic] }

  init(
    _ name: String, _ bytes: [UInt8], kind: RulesetKind, checkPattern: PatternCheck?,
    sources: inout SourceCollection
  ) throws(Invalid) {
    let source = sources.add(SourceText(name: name, bytes: bytes))
    var reading = try RulesetReading(bytes, source: source)
    let written = reading.completed(as: kind)
    let issues = kind.issues(in: written, checkPattern: checkPattern)
    let errors = issues.filter(\.isError)
    guard errors.isEmpty else {
      throw Invalid(diagnostics: errors.map { Self.diagnostic($0, in: reading.root) })
    }
    // Examples change nothing about what is found, so they change no plan.
    value = RuleExamples.removed(from: written)
    remarks = issues.map(\.message)
    warnings = reading.warnings
  }

  /// A fault is an error, what is odd a remark.
  static func diagnostic(_ issue: RulesetIssue, in root: YAMLNode) -> Diagnostic {
    let suggestion = issue.unknownName.flatMap { closest(to: $0.written, among: $0.known) }
    return Diagnostic(
      issue.isError ? .invalidRuleset : .rulesetRemark, issue.message,
      at: issue.isAboutKey ? root.keySpan(at: issue.path[...]) : root.span(at: issue.path[...]),
      suggesting: suggestion)
  }
}

extension YAMLNode {
  /// The span of what a path leads to, as far as it leads; for a mapping that of its first key.
  func span(at path: ArraySlice<SchemaPathElement>) -> SourceSpan {
    guard let element = path.first else {
      var entries = entries
      return entries.next()?.key.span ?? span
    }
    return child(element)?.span(at: path.dropFirst()) ?? span
  }

  /// The span of the key that a path ends with.
  func keySpan(at path: ArraySlice<SchemaPathElement>) -> SourceSpan {
    var node = self
    for element in path.dropLast() {
      guard let next = node.child(element) else { return span(at: path) }
      node = next
    }
    guard case .key(let name)? = path.last, let entry = node.entries.first(where: { $0.key.text == name })
    else { return span(at: path) }
    return entry.key.span
  }

  private func child(_ element: SchemaPathElement) -> YAMLNode? {
    switch element {
    case .key(let key): entries.first { $0.key.text == key }?.value
    case .index(let index): elements.dropFirst(index).first { _ in true }
    }
  }
}
