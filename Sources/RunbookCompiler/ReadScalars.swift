// Reads typed values from scalars, after substitution.
internal import CanonicalJSON
internal import ComponentKit
internal import Diagnostics
internal import RunbookSyntax
internal import YAMLReader

extension Compilation {
  /// A field that takes true or false.
  mutating func readBool(_ scalar: ScalarSyntax?, field: String) -> Bool {
    guard let scalar else { return false }
    if let value = scalar.asBoolean { return value }
    report(
      Diagnostic(
        .invalidValue, "'\(field)' takes true or false, found '\(scalar.text)'", at: scalar.span,
        suggesting: closest(to: scalar.text, among: ["true", "false"]), otherwise: "expected true or false"))
    return false
  }

  /// A field that takes a number above zero.
  mutating func readPositive(_ scalar: ScalarSyntax?, field: String) -> Double? {
    guard let scalar else { return nil }
    let value: Double? =
      switch scalar.substitutedPlain.resolved {
      case .integer(let number): Double(number)
      case .float(let number) where number.isFinite: number
      default: nil
      }
    guard let value, value > 0 else {
      let fix = unquoting(scalar)
      report(
        Diagnostic(
          .invalidValue,
          "'\(field)' takes a positive number, found \(isText(scalar) ? "the text " : "")"
            + "'\(scalar.text)'", at: scalar.span,
          annotation: "expected a number above 0", fixes: fix.map { [$0] } ?? []))
      return nil
    }
    return value
  }

  /// A field that takes a whole number of at least one.
  mutating func readCount(_ scalar: ScalarSyntax?, field: String, limit: Int) -> Int? {
    guard let scalar else { return nil }
    guard case .integer(let value) = scalar.substitutedPlain.resolved, (1...limit).contains(value) else {
      let fix = unquoting(scalar)
      report(
        Diagnostic(
          .invalidValue,
          "'\(field)' takes a whole number from 1 to \(limit), found \(isText(scalar) ? "the text " : "")"
            + "'\(scalar.text)'",
          at: scalar.span, annotation: "expected 1 to \(limit)", fixes: fix.map { [$0] } ?? []))
      return nil
    }
    return value
  }

  /// Whether a number was made a text, by quotes or by its tag.
  private func isText(_ scalar: ScalarSyntax) -> Bool { unquoting(scalar) != nil || scalar.tag == "!!str" }

  /// The fix for a number in quotes, which is a text; nil for anything else.
  private func unquoting(_ scalar: ScalarSyntax) -> FixIt? {
    guard !scalar.isPlain, scalar.tag == nil, case .written = scalar.origin else { return nil }
    var plain = scalar
    plain.isPlain = true
    switch plain.resolved {
    case .integer, .float:
      return FixIt("replace with \(scalar.text)", .safe, replacing: scalar.span, with: scalar.text)
    default: return nil
    }
  }

  /// A field that takes `name` or `name/1.2.3`.
  mutating func readSchema(_ scalar: ScalarSyntax) -> SchemaReference? {
    guard let schema = SchemaReference(parsing: scalar.text) else {
      let form = "'name' or 'name/1.2.3'"
      let nearest = closest(to: scalar.text, among: options.catalog.schemas.references.map(\.description))
      report(
        Diagnostic(
          .malformedSchemaReference, "'\(scalar.text)' is not a schema reference", at: scalar.span,
          suggesting: nearest, otherwise: "expected \(form)",
          notes: nearest == nil ? [] : ["a reference is written \(form)"]))
      return nil
    }
    return schema
  }
}

extension ScalarSyntax {
  /// As a field reads it that takes true or false; nil when it is neither. Quoted ones count as well, as in
  /// Python: no other reading is possible there.
  var asBoolean: Bool? {
    // Nearly all are spelt so, and there may be several in each of many artifacts.
    if tag == nil, text == "true" || text == "false" { return text == "true" }
    var plain = self
    plain.isPlain = true
    return plain.booleanValue
  }

  /// This scalar, read as if plain where its whole text was one substitution: `"${PORT}"` may be a number.
  var substitutedPlain: ScalarSyntax {
    guard case .substituted(isWhole: true) = origin else { return self }
    var plain = self
    plain.isPlain = true
    return plain
  }

  /// The value as JSON, by the YAML 1.2 core schema; what is only in part a substitution is text.
  var json: JSONValue {
    if case .substituted(isWhole: false) = origin { return .string(text) }
    return switch resolved {
    case .null: .null
    case .bool(let value): .bool(value)
    case .integer(let value): .integer(value)
    case .bigInteger(let digits): .bigInteger(digits)
    case .float(let value): value.isFinite ? .number(value) : .string(text)
    case .string(let value): .string(value)
    }
  }
}

extension ValueSyntax {
  /// The part that a schema violation's path leads to, or the nearest part on the way that is there.
  func part(at path: [SchemaPathElement]) -> ValueSyntax {
    guard let first = path.first else { return self }
    let rest = Array(path.dropFirst())
    switch (self, first) {
    case (.mapping(let entries, _), .key(let key)):
      return entries.first { $0.key.text == key }?.value.part(at: rest) ?? self
    case (.sequence(let elements, _), .index(let index)) where elements.indices.contains(index):
      return elements[index].part(at: rest)
    default: return self
    }
  }

  /// The key that a path ends with.
  func key(at path: [SchemaPathElement]) -> ScalarSyntax? {
    guard case .key(let name)? = path.last,
      case .mapping(let entries, _) = part(at: Array(path.dropLast()))
    else { return nil }
    return entries.first { $0.key.text == name }?.key
  }
}
