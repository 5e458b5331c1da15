// Reads the keywords of one schema object, each with the type that it must have.
internal import CanonicalJSON

/// The keywords at one place of a schema.
struct SchemaKeywords {
  let object: JSONObject
  let pointer: String

  init(_ value: JSONValue, pointer: String) throws(JSONSchemaError) {
    guard let object = value.objectValue else {
      throw JSONSchemaError(message: "a schema is an object", pointer: pointer)
    }
    for key in object.keys where !JSONSchema.supportedKeywords.contains(key) && !key.hasPrefix("x-") {
      throw JSONSchemaError(message: "unknown keyword '\(key)'", pointer: pointer)
    }
    self.object = object
    self.pointer = pointer
  }

  private func malformed(_ keyword: String) -> JSONSchemaError {
    JSONSchemaError(message: "malformed '\(keyword)'", pointer: pointer)
  }

  func types() throws(JSONSchemaError) -> [JSONSchema.TypeName] {
    let names: [JSONValue]
    switch object["type"] {
    case nil: return []
    case .string(let name)?: names = [.string(name)]
    case .array(let elements)?: names = elements
    default: throw malformed("type")
    }
    var types: [JSONSchema.TypeName] = []
    for name in names {
      guard let type = name.stringValue.flatMap(JSONSchema.TypeName.init) else { throw malformed("type") }
      types.append(type)
    }
    return types
  }

  func array(_ keyword: String) throws(JSONSchemaError) -> [JSONValue]? {
    guard let value = object[keyword] else { return nil }
    guard let elements = value.arrayValue else { throw malformed(keyword) }
    return elements
  }

  func strings(_ keyword: String) throws(JSONSchemaError) -> [String] {
    var texts: [String] = []
    for element in try array(keyword) ?? [] {
      guard let text = element.stringValue else { throw malformed(keyword) }
      texts.append(text)
    }
    return texts
  }

  func number(_ keyword: String) throws(JSONSchemaError) -> Double? {
    guard let value = object[keyword] else { return nil }
    guard let number = value.doubleValue else { throw malformed(keyword) }
    return number
  }

  func count(_ keyword: String) throws(JSONSchemaError) -> Int? {
    guard let value = object[keyword] else { return nil }
    guard let number = value.integerValue, number >= 0 else { throw malformed(keyword) }
    return number
  }

  func subschema(_ keyword: String) throws(JSONSchemaError) -> JSONSchema.Node? {
    guard let value = object[keyword] else { return nil }
    return try node(value, "\(pointer)/\(keyword)")
  }

  func subschemas(_ keyword: String) throws(JSONSchemaError) -> [JSONSchema.Node] {
    var nodes: [JSONSchema.Node] = []
    for (index, value) in (try array(keyword) ?? []).enumerated() {
      nodes.append(try node(value, "\(pointer)/\(keyword)/\(index)"))
    }
    return nodes
  }

  func properties() throws(JSONSchemaError) -> [(name: String, node: JSONSchema.Node)] {
    guard let value = object["properties"] else { return [] }
    guard let members = value.objectValue else { throw malformed("properties") }
    var result: [(name: String, node: JSONSchema.Node)] = []
    for member in members.members {
      result.append((member.key, try node(member.value, "\(pointer)/properties/\(member.key)")))
    }
    return result
  }

  func additional() throws(JSONSchemaError) -> JSONSchema.Additional {
    switch object["additionalProperties"] {
    case nil, .bool(true)?: .allowed
    case .bool(false)?: .refused
    case let value?: .checked(try node(value, "\(pointer)/additionalProperties"))
    }
  }

  private func node(_ value: JSONValue, _ pointer: String) throws(JSONSchemaError) -> JSONSchema.Node {
    try JSONSchema.Node(SchemaKeywords(value, pointer: pointer))
  }
}
