// Reads the fields of one JSON object of a plan file, strictly: unknown fields and wrong types are refused.
internal import CanonicalJSON

/// One object of a plan file, and which of its fields have been read.
struct PlanFields {
  private let object: JSONObject
  let pointer: String
  private var unread: Set<String>

  init(_ value: JSONValue, at pointer: String) throws(PlanError) {
    guard let object = value.objectValue else {
      throw PlanError(.structure, "expected an object, found \(value.typeName)", at: pointer)
    }
    self.object = object
    self.pointer = pointer
    unread = Set(object.keys)
  }

  /// Fails when a field is left that nothing asked for.
  func finish() throws(PlanError) {
    if let field = unread.min() {
      throw PlanError(.structure, "unknown field '\(field)'", at: pointer)
    }
  }

  mutating func optional(_ name: String) -> JSONValue? {
    unread.remove(name)
    return object[name]
  }

  mutating func value(_ name: String) throws(PlanError) -> JSONValue {
    guard let value = optional(name) else {
      throw PlanError(.structure, "the field '\(name)' is missing", at: pointer)
    }
    return value
  }

  private func wrong(_ name: String, _ expected: String, _ found: JSONValue) -> PlanError {
    PlanError(.structure, "expected \(expected), found \(found.typeName)", at: "\(pointer)/\(name)")
  }

  mutating func optionalString(_ name: String) throws(PlanError) -> String? {
    guard let value = optional(name) else { return nil }
    guard let text = value.stringValue else { throw wrong(name, "string", value) }
    return text
  }

  mutating func string(_ name: String) throws(PlanError) -> String {
    let value = try value(name)
    guard let text = value.stringValue else { throw wrong(name, "string", value) }
    return text
  }

  mutating func integer(_ name: String) throws(PlanError) -> Int {
    let value = try value(name)
    guard let number = value.integerValue else { throw wrong(name, "integer", value) }
    return number
  }

  mutating func optionalPositive(_ name: String) throws(PlanError) -> Double? {
    guard let value = optional(name) else { return nil }
    guard let number = value.doubleValue, number > 0 else {
      throw wrong(name, "a positive number", value)
    }
    return number
  }

  /// A truth value that is written only when it is true.
  mutating func flag(_ name: String) throws(PlanError) -> Bool {
    switch optional(name) {
    case nil: return false
    case .bool(let value)?: return value
    case let value?: throw wrong(name, "boolean", value)
    }
  }

  mutating func bool(_ name: String) throws(PlanError) -> Bool {
    let value = try value(name)
    guard let truth = value.boolValue else { throw wrong(name, "boolean", value) }
    return truth
  }

  mutating func object(_ name: String) throws(PlanError) -> JSONObject {
    let value = try value(name)
    guard let members = value.objectValue else { throw wrong(name, "object", value) }
    return members
  }

  /// The elements of an array; an absent one is empty.
  mutating func array(_ name: String) throws(PlanError) -> [JSONValue] {
    guard let value = optional(name) else { return [] }
    guard let elements = value.arrayValue else { throw wrong(name, "array", value) }
    return elements
  }
}
