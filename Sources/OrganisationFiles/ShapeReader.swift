// Reads YAML values by a table of fields: what fits becomes JSON, what does not is reported. Knows no field.
internal import CanonicalJSON
internal import Diagnostics
internal import RunbookSyntax
internal import YAMLReader

/// One walk over a file.
struct ShapeReader {
  private(set) var sink: DiagnosticSink

  init(_ sink: DiagnosticSink) { self.sink = sink }

  /// The value as JSON; nil, and a report, where it does not fit.
  ///
  /// - Parameter name: What the value is called in messages: `'controller'`.
  mutating func read(_ value: ValueSyntax, _ shape: FieldShape, _ name: String) -> JSONValue? {
    switch shape {
    case .text: return text(value, name).map { .string($0) }
    case .country: return country(value, name)
    case .date: return date(value, name)
    case .flag: return flag(value, name)
    case .texts: return texts(value, name)
    case .list(let element): return list(value, element, name)
    case .mapping(let owner, let rows): return mapping(value, rows, owner, name)
    case .names(let shape): return names(value, shape, name)
    case .orNone(let shape):
      if case .scalar(let scalar) = value, scalar.text == "none" { return "none" }
      return read(value, shape, name)
    }
  }

  mutating func report(_ diagnostic: Diagnostic) { sink.report(diagnostic) }

  private mutating func wrongKind(_ name: String, _ expected: FieldShape, _ found: ValueSyntax) {
    let kind =
      switch found {
      case .scalar: "a scalar"
      case .sequence: "a list"
      case .mapping: "a mapping"
      }
    sink.report(
      Diagnostic(.wrongNodeKind, "\(name) takes \(expected.words), not \(kind)", at: found.span))
  }

  // MARK: - Scalars

  private mutating func text(_ value: ValueSyntax, _ name: String, _ shape: FieldShape = .text) -> String? {
    guard case .scalar(let scalar) = value else {
      wrongKind(name, shape, value)
      return nil
    }
    guard scalar.resolved != .null, scalar.text.contains(where: { !$0.isWhitespace }) else {
      sink.report(
        Diagnostic(
          .invalidValue, "\(name) says nothing", at: scalar.span, annotation: "expected \(shape.words)",
          notes: ["leave the field out where it is not known"]))
      return nil
    }
    return scalar.text
  }

  private mutating func country(_ value: ValueSyntax, _ name: String) -> JSONValue? {
    guard let text = text(value, name, .country) else { return nil }
    let isCode = text.utf8.count == 2 && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    if isCode { return .string(text) }
    invalid(value, "\(name) takes two capital letters (ISO 3166-1), found '\(text)'", "expected such as 'DE'")
    return nil
  }

  private mutating func date(_ value: ValueSyntax, _ name: String) -> JSONValue? {
    guard let text = text(value, name, .date) else { return nil }
    if CalendarDate(text) != nil { return .string(text) }
    invalid(
      value, "\(name) takes a date, found '\(text)'", "expected YYYY-MM-DD, a day that exists")
    return nil
  }

  private mutating func flag(_ value: ValueSyntax, _ name: String) -> JSONValue? {
    guard let text = text(value, name, .flag) else { return nil }
    switch text {
    case "true": return true
    case "false": return false
    default:
      invalid(value, "\(name) takes true or false, found '\(text)'", "expected true or false")
      return nil
    }
  }

  private mutating func invalid(_ value: ValueSyntax, _ message: String, _ annotation: String) {
    sink.report(Diagnostic(.invalidValue, message, at: value.span, annotation: annotation))
  }

  // MARK: - Collections

  private mutating func texts(_ value: ValueSyntax, _ name: String) -> JSONValue? {
    if case .sequence = value { return list(value, .text, name) }
    return text(value, name, .texts).map { [.string($0)] }
  }

  private mutating func list(_ value: ValueSyntax, _ element: FieldShape, _ name: String) -> JSONValue? {
    guard case .sequence(let elements, _) = value else {
      wrongKind(name, .list(element), value)
      return nil
    }
    var values: [JSONValue] = []
    for value in elements {
      if let read = read(value, element, "an element of \(name)") { values.append(read) }
    }
    return .array(values)
  }

  private mutating func names(_ value: ValueSyntax, _ shape: FieldShape, _ name: String) -> JSONValue? {
    guard case .mapping(let entries, _) = value else {
      wrongKind(name, .names(shape), value)
      return nil
    }
    var object = JSONObject()
    for entry in entries {
      object[entry.key.text] = read(entry.value, shape, "'\(entry.key.text)'")
    }
    return .object(object)
  }

  private mutating func mapping(
    _ value: ValueSyntax, _ rows: [FieldRow], _ owner: String, _ name: String
  ) -> JSONValue? {
    guard case .mapping(let entries, let span) = value else {
      wrongKind(name, .mapping(owner: owner, rows), value)
      return nil
    }
    var object = JSONObject()
    var hasUnknown = false
    for entry in entries where !entry.key.text.utf8.starts(with: "x-".utf8) {
      guard let row = rows.first(where: { $0.name == entry.key.text }) else {
        unknown(entry.key, rows, owner, present: entries.map(\.key.text))
        hasUnknown = true
        continue
      }
      if let read = read(entry.value, row.shape, "'\(row.name)'") { object[row.name] = read }
    }
    // A misspelt field may have been the one.
    for row in rows
    where row.isRequired && !hasUnknown && !entries.contains(where: { $0.key.text == row.name }) {
      sink.report(Diagnostic(.missingField, "\(owner) needs the field '\(row.name)'", at: span))
    }
    return .object(object)
  }

  private mutating func unknown(_ key: ScalarSyntax, _ rows: [FieldRow], _ owner: String, present: [String]) {
    let names = rows.map(\.name)
    let near = closest(to: key.text, among: names.filter { !present.contains($0) })
    sink.report(
      Diagnostic(
        .unknownField, "'\(key.text)' is not a field of \(owner)", at: key.span, suggesting: near,
        notes: near == nil ? ["known fields: \(names.joined(separator: ", "))"] : []))
  }
}
