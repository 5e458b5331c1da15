// Checks a value against a compiled schema.
public import CanonicalJSON

extension JSONSchema {
  /// Every way in which `value` violates this schema; empty when it fits.
  public func violations(of value: JSONValue) -> [SchemaViolation] {
    var check = SchemaCheck()
    check.visit(value, root)
    return check.violations
  }

  /// The schema of one property, if it has one of its own.
  public func subschema(ofProperty name: String) -> JSONSchemaView? {
    root.properties.first { $0.name == name }.map { JSONSchemaView(node: $0.node) }
  }

  /// Why the array property `name` can't have so many elements; its elements are checked apart.
  public func violations(ofCount count: Int, in name: String) -> [SchemaViolation] {
    guard let node = root.properties.first(where: { $0.name == name })?.node else { return [] }
    var check = SchemaCheck()
    check.checkCount(count, node, under: name)
    return check.violations
  }

  /// The schema of one item of the array property `name`.
  public func subschema(ofItemsOf name: String) -> JSONSchemaView? {
    root.properties.first { $0.name == name }?.node.items.map(JSONSchemaView.init)
  }

  /// The object with every absent property that has a default set to it, at every depth.
  public func fillingDefaults(in object: JSONObject) -> JSONObject {
    object.merging(defaultsOf: root.fillable)
  }
}

extension JSONObject {
  /// The object with absent properties set to their defaults; both lists are in canonical order.
  func merging(defaultsOf properties: [(name: String, node: JSONSchema.Node)]) -> JSONObject {
    guard !properties.isEmpty else { return self }
    var result: [Member] = []
    result.reserveCapacity(members.count + properties.count)
    var next = 0
    for member in members {
      while next < properties.count, JSONObject.isOrdered(properties[next].name, before: member.key) {
        if let value = properties[next].node.filledDefault {
          result.append(Member(key: properties[next].name, value: value))
        }
        next += 1
      }
      guard next < properties.count, properties[next].name == member.key else {
        result.append(member)
        continue
      }
      if case .object(let inner) = member.value {
        let filled = inner.merging(defaultsOf: properties[next].node.fillable)
        result.append(Member(key: member.key, value: .object(filled)))
      } else {
        result.append(member)
      }
      next += 1
    }
    for property in properties[next...] {
      if let value = property.node.filledDefault { result.append(Member(key: property.name, value: value)) }
    }
    return JSONObject(members: result)
  }
}

/// A part of a schema, to check parts of a value as they stream by.
public struct JSONSchemaView: Sendable {
  let node: JSONSchema.Node

  /// Every way in which `value` violates this part.
  public func violations(of value: JSONValue) -> [SchemaViolation] {
    var check = SchemaCheck()
    check.visit(value, node)
    return check.violations
  }
}

/// One walk over a value.
private struct SchemaCheck {
  /// What was found, each with the way to it from the end: the steps are added on the way back, as most values fit.
  private var found: [(reason: SchemaViolation.Reason, steps: [SchemaPathElement])] = []

  var violations: [SchemaViolation] {
    found.map { SchemaViolation(reason: $0.reason, path: $0.steps.reversed()) }
  }

  private mutating func violate(_ reason: SchemaViolation.Reason) { found.append((reason, [])) }

  /// Adds a step to everything that was found since there were `count`.
  private mutating func prefix(_ step: @autoclosure () -> SchemaPathElement, since count: Int) {
    for index in count..<found.count { found[index].steps.append(step()) }
  }

  mutating func visit(_ value: JSONValue, _ node: JSONSchema.Node) {
    guard node.types.isEmpty || node.types.contains(where: { matches(value, $0) }) else {
      violate(.type(expected: node.types.map(\.rawValue), found: value.typeName))
      return
    }
    checkChoice(value, node)
    switch value {
    case .integer, .bigInteger, .double: checkNumber(value.doubleValue ?? 0, node)
    case .string(let text): checkString(text, node)
    case .array(let elements): checkArray(elements, node)
    case .object(let object): checkObject(object, node)
    case .null, .bool: break
    }
    if !node.anyOf.isEmpty, !node.anyOf.contains(where: { fits(value, $0) }) { violate(.noAlternative) }
  }

  private func matches(_ value: JSONValue, _ type: JSONSchema.TypeName) -> Bool {
    switch (type, value) {
    case (.null, .null), (.boolean, .bool), (.string, .string), (.array, .array), (.object, .object),
      (.integer, .integer), (.integer, .bigInteger), (.number, .integer), (.number, .bigInteger),
      (.number, .double):
      true
    default: false
    }
  }

  private func fits(_ value: JSONValue, _ node: JSONSchema.Node) -> Bool {
    var check = SchemaCheck()
    check.visit(value, node)
    return check.found.isEmpty
  }

  private mutating func checkChoice(_ value: JSONValue, _ node: JSONSchema.Node) {
    if let constant = node.constant, constant != value { violate(.enumeration(allowed: [constant])) }
    if let allowed = node.enumeration, !allowed.contains(value) { violate(.enumeration(allowed: allowed)) }
  }

  private mutating func checkNumber(_ value: Double, _ node: JSONSchema.Node) {
    if let bound = node.minimum, value < bound { violate(.bound("at least \(plain(bound))")) }
    if let bound = node.maximum, value > bound { violate(.bound("at most \(plain(bound))")) }
    if let bound = node.exclusiveMinimum, value <= bound { violate(.bound("more than \(plain(bound))")) }
    if let bound = node.exclusiveMaximum, value >= bound { violate(.bound("less than \(plain(bound))")) }
  }

  private func plain(_ number: Double) -> String { JSONValue.number(number).canonicalText }

  private func count(_ number: Int, _ unit: String) -> String { "\(number) \(unit)\(number == 1 ? "" : "s")" }

  private mutating func checkString(_ text: String, _ node: JSONSchema.Node) {
    guard node.minimumLength != nil || node.maximumLength != nil else { return }
    let length = text.unicodeScalars.count
    if let bound = node.minimumLength, length < bound {
      violate(.bound("at least \(count(bound, "character"))"))
    }
    if let bound = node.maximumLength, length > bound {
      violate(.bound("at most \(count(bound, "character"))"))
    }
  }

  mutating func checkCount(_ elementCount: Int, _ node: JSONSchema.Node, under name: String) {
    let count = found.count
    checkCount(elementCount, node)
    prefix(.key(name), since: count)
  }

  private mutating func checkCount(_ elementCount: Int, _ node: JSONSchema.Node) {
    if let bound = node.minimumItems, elementCount < bound {
      violate(.bound("at least \(count(bound, "element"))"))
    }
    if let bound = node.maximumItems, elementCount > bound {
      violate(.bound("at most \(count(bound, "element"))"))
    }
  }

  private mutating func checkArray(_ elements: [JSONValue], _ node: JSONSchema.Node) {
    checkCount(elements.count, node)
    guard let items = node.items else { return }
    for (index, element) in elements.enumerated() {
      let count = found.count
      visit(element, items)
      prefix(.index(index), since: count)
    }
  }

  private mutating func checkObject(_ object: JSONObject, _ node: JSONSchema.Node) {
    for name in node.required where !object.contains(name) { violate(.missing(property: name)) }
    let members = object.members
    for index in members.indices {
      let count = found.count
      if let place = node.properties.firstIndex(where: { $0.name == members[index].key }) {
        visit(members[index].value, node.properties[place].node)
      } else {
        checkAdditional(members[index], node)
      }
      prefix(.key(members[index].key), since: count)
    }
  }

  private mutating func checkAdditional(_ member: JSONObject.Member, _ node: JSONSchema.Node) {
    switch node.additional {
    case .allowed: break
    case .refused: violate(.unknown(property: member.key, known: node.properties.map(\.name)))
    case .checked(let additional): visit(member.value, additional)
    }
  }
}
