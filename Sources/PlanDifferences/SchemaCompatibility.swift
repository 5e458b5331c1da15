// Whether what reads one wire format can read another. Knows formats and JSON Schemas, no plans.
internal import CanonicalJSON
package import ComponentKit

/// The relation of a newer wire format to an older one, for whoever reads the older.
package struct SchemaCompatibility: Sendable, Hashable {
  package enum Verdict: String, Sendable, CaseIterable { case same, compatible, breaking }

  package let verdict: Verdict
  /// Why, in words; empty when they are the same.
  package let reasons: [String]

  /// Compares two references.
  ///
  /// The same name and version is the same format: that is the rule by which inputs are checked. Another name
  /// or another major version breaks readers. Another minor or patch version is compatible when every content
  /// of the newer format fits what the older one promises; where the catalogue lacks one of the two, when the
  /// version did not go down (Semantic Versioning 2.0.0).
  package init(of new: SchemaReference, forReadersOf old: SchemaReference, catalog: ComponentCatalog) {
    guard new != old else {
      self.init(.same, [])
      return
    }
    let change = "\(old) became \(new)"
    guard new.name == old.name else {
      self.init(.breaking, ["another schema: \(change)"])
      return
    }
    let (left, right) = (Self.parts(old), Self.parts(new))
    guard left.first == right.first else {
      self.init(.breaking, ["another major version: \(change)"])
      return
    }
    if let a = catalog.schemas[old]?.schema.source, let b = catalog.schemas[new]?.schema.source {
      var promise = SchemaPromise()
      promise.check(old: a, new: b, at: "", depth: 0)
      let found = promise.broken
      self.init(found.isEmpty ? .compatible : .breaking, [change] + found)
    } else if right.lexicographicallyPrecedes(left) {
      self.init(.breaking, ["an older version: \(change)"])
    } else {
      self.init(.compatible, [change])
    }
  }

  private init(_ verdict: Verdict, _ reasons: [String]) {
    self.verdict = verdict
    self.reasons = reasons
  }

  private static func parts(_ reference: SchemaReference) -> [Int] {
    reference.version.split(separator: ".").map { Int($0) ?? 0 }
  }
}

/// Checks that whatever fits a newer JSON Schema keeps what an older one promised its readers.
///
/// Looked at are `type`, `enum`, `const`, `required`, `properties` and `items`; bounds are not, since a
/// reader that depends on them is rare. What can't be decided counts as broken.
private struct SchemaPromise {
  private(set) var broken: [String] = []
  private static let maximumDepth = 32

  mutating func check(old: JSONValue, new: JSONValue, at pointer: String, depth: Int) {
    guard broken.count < 10, depth < Self.maximumDepth, let old = old.objectValue, let new = new.objectValue
    else { return }
    let place = pointer.isEmpty ? "the content" : "'\(pointer)'"
    let (types, newTypes) = (Self.types(old), Self.types(new))
    if !types.isEmpty, newTypes.isEmpty || !newTypes.allSatisfy({ Self.fits($0, types) }) {
      broken.append("\(place) may have another type")
    }
    let (values, newValues) = (Self.values(old), Self.values(new))
    if let values, newValues.map({ !Set($0).isSubset(of: Set(values)) }) ?? true {
      broken.append("\(place) may have other values")
    }
    checkProperties(old, new, pointer, depth)
    if let items = old["items"], let newItems = new["items"] {
      check(old: items, new: newItems, at: "\(pointer)/items", depth: depth + 1)
    }
  }

  private mutating func checkProperties(
    _ old: JSONObject, _ new: JSONObject, _ pointer: String, _ depth: Int
  ) {
    let (required, newRequired) = (Self.required(old), Self.required(new))
    let (members, newMembers) = (old["properties"]?.objectValue, new["properties"]?.objectValue)
    for name in required.subtracting(newRequired).sorted() {
      broken.append("'\(pointer)/\(name)' may be missing")
    }
    for member in members?.members ?? [] {
      let place = "\(pointer)/\(member.key)"
      if let other = newMembers?[member.key] {
        check(old: member.value, new: other, at: place, depth: depth + 1)
      } else if newRequired.contains(member.key) || required.contains(member.key) {
        broken.append("'\(place)' is not described any more")
      }
    }
  }

  private static func types(_ schema: JSONObject) -> Set<String> {
    if let name = schema["type"]?.stringValue { return [name] }
    return Set((schema["type"]?.arrayValue ?? []).compactMap(\.stringValue))
  }

  private static func fits(_ type: String, _ types: Set<String>) -> Bool {
    types.contains(type) || (type == "integer" && types.contains("number"))
  }

  private static func values(_ schema: JSONObject) -> [JSONValue]? {
    schema["enum"]?.arrayValue ?? schema["const"].map { [$0] }
  }

  private static func required(_ schema: JSONObject) -> Set<String> {
    Set((schema["required"]?.arrayValue ?? []).compactMap(\.stringValue))
  }
}
