// Changes of a key as people read them.
internal import CanonicalJSON
internal import ExecutionPlan

extension KeyChange {
  private static let longest = 60

  /// What changed, with before and after where they may be shown; `source` says which parts of a source did.
  package func text(source: SourceComparison? = nil) -> String {
    switch reason {
    case .operationChanged, .componentChanged, .schemaChanged: arrow
    case .propertyChanged: "\(property): \(arrow)"
    case .rulesetChanged: rulesetText
    case .valueChanged:
      before == nil && after == nil ? "the value of '\(property)' changed" : "'\(property)': \(arrow)"
    case .inputsRewired: "reads \(names(after)) instead of \(names(before))"
    case .inputChanged: "'\(name ?? "")' changed"
    case .sourceChanged: source.map(\.text).flatMap { $0.isEmpty ? nil : $0 } ?? "its content changed"
    default: reason.sentence
    }
  }

  private var property: String {
    guard let name, let keys = PropertyPointer(name)?.keys else { return name ?? "" }
    return keys.joined(separator: ".")
  }

  private var rulesetText: String {
    if before == nil { return "'\(name ?? "")' is new" }
    return after == nil ? "'\(name ?? "")' is gone" : "the rules of '\(name ?? "")' changed"
  }

  private var arrow: String { "\(Self.shown(before)) → \(Self.shown(after))" }

  private static func shown(_ value: JSONValue?) -> String {
    guard let value else { return "(none)" }
    let text = value.stringValue ?? value.objectValue?["template"]?.stringValue ?? value.canonicalText
    guard text.unicodeScalars.count > longest else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(longest))) + "…"
  }

  private func names(_ value: JSONValue?) -> String {
    let names = (value?.arrayValue ?? []).compactMap(\.stringValue)
    return names.isEmpty ? "nothing" : names.map { "'\($0)'" }.joined(separator: ", ")
  }
}
