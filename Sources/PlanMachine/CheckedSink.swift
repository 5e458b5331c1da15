// Where a component's items go: each is checked, then written.
internal import CanonicalJSON
internal import ComponentKit
internal import RunHistory

/// Checks an artifact against its wire format while it streams by.
///
/// The first fault sticks: a component that swallows it fails all the same.
final class CheckedSink: ItemSink {
  private let format: WireFormat
  private let itemSchema: JSONSchemaView?
  private let writer: any ArtifactWriter
  private let context: any ComponentContext
  private var itemCount = 0
  private var meaning: MeaningHasher?
  private var fault: (any Error)?

  init(_ format: WireFormat, writer: any ArtifactWriter, context: any ComponentContext) {
    self.format = format
    itemSchema = format.itemsProperty.flatMap { format.schema.subschema(ofItemsOf: $0) }
    self.writer = writer
    self.context = context
    meaning = MeaningHasher(format)
  }

  func append(_ item: JSONValue) throws {
    if let fault { throw fault }
    do {
      try context.checkCancellation()
      try format.check(item: item, at: itemCount, itemSchema)
      try writer.append(item)
      meaning?.add(item: item)
      itemCount += 1
    } catch {
      fault = error
      throw error
    }
  }

  /// What fits is written as JSON; what does not is left to ``append(_:)``, which knows its place.
  var encoder: ItemEncoder {
    let (itemSchema, fields) = (itemSchema, format.volatileFields)
    guard format.itemsProperty != nil else { return ItemEncoder { .value($0) } }
    return ItemEncoder { item in
      guard itemSchema?.violations(of: item).first == nil else { return .value(item) }
      let lasting = fields.areInItems ? MeaningHasher.line(fields.removed(fromItem: item)) : nil
      return .lines(MeaningHasher.line(item), count: 1, lasting: lasting)
    }
  }

  func append(_ item: EncodedItem) throws {
    if let fault { throw fault }
    do {
      switch item {
      case .value(let value): return try append(value)
      case .lines(let bytes, let count, let lasting):
        try context.checkCancellation()
        try writer.append(encoded: bytes, count: count)
        meaning?.add(lines: lasting ?? bytes)
        itemCount += count
      }
    } catch {
      fault = error
      throw error
    }
  }

  /// Checks and writes the head, and makes the artifact durable.
  func finish(head: JSONObject) throws -> ArtifactRecord {
    if let fault { throw fault }
    try format.check(head: head)
    try format.check(itemCount: itemCount)
    var record = try writer.finish(head: head)
    record.meaning = meaning?.finalised(head: head)
    return record
  }
}

extension WireFormat {
  /// Checks one item of the streamed array.
  func check(item: JSONValue, at index: Int, _ itemSchema: JSONSchemaView?) throws(ComponentFailure) {
    guard let itemsProperty else {
      throw ComponentFailure(
        "the schema '\(reference)' has no items, but one was written", kind: .resultUnfit)
    }
    guard let violation = itemSchema?.violations(of: item).first else { return }
    throw ComponentFailure(
      "the result does not fit '\(reference)': \(violation.message)"
        + " at '/\(itemsProperty)/\(index)\(violation.pointer)'", kind: .resultUnfit)
  }

  /// Checks the number of items against the bounds of the streamed array.
  func check(itemCount: Int) throws(ComponentFailure) {
    guard let itemsProperty,
      let violation = schema.violations(ofCount: itemCount, in: itemsProperty).first
    else { return }
    throw ComponentFailure(
      "the result does not fit '\(reference)': \(violation.message) at '\(violation.pointer)', "
        + "found \(itemCount)", kind: .resultUnfit)
  }

  /// Checks the content without its items.
  func check(head: JSONObject) throws(ComponentFailure) {
    var content = head
    if let itemsProperty {
      guard head[itemsProperty] == nil else {
        throw ComponentFailure(
          "the head of the result holds '\(itemsProperty)', which is written item by item", kind: .resultUnfit
        )
      }
      content[itemsProperty] = []
    }
    let streamed = itemsProperty.map { SchemaPathElement.key($0) }
    let violations = schema.violations(of: .object(content))
    guard let violation = violations.first(where: { streamed == nil || $0.path.first != streamed }) else {
      return
    }
    throw ComponentFailure(
      "the result does not fit '\(reference)': \(violation.message) at '\(violation.pointer)'",
      kind: .resultUnfit)
  }
}
