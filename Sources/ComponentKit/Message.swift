// What flows between components: a head and a stream of items.
public import CanonicalJSON

/// Reads one artifact: the small head at once, the items one by one.
public protocol ArtifactReader: Sendable {
  var schema: SchemaReference { get }
  /// The id of the artifact.
  var artifact: String { get }
  /// The content without its item array.
  var head: JSONObject { get }
  /// How many items follow.
  var itemCount: Int { get }
  /// Hands over the items in order.
  ///
  /// - Throws: what `body` throws, or why the artifact can't be read.
  func forEachItem(_ body: (JSONValue) throws -> Void) throws
  /// Hands every item to a stage, on several threads where that pays, and its results to `body`, in order.
  ///
  /// - Parameters:
  ///   - context: Whose resources are used, and who says when to stop.
  ///   - makeStage: Makes what one thread does with items; it may keep memory from one item to the next.
  /// - Throws: what a stage or `body` throws, or why the artifact can't be read.
  func forEachResult<Output: Sendable>(
    _ context: any ComponentContext, makeStage: @escaping @Sendable () -> (JSONValue) throws -> Output,
    _ body: (Output) throws -> Void
  ) throws
}

extension ArtifactReader {
  /// One item after the other, on this thread.
  public func forEachResult<Output: Sendable>(
    _ context: any ComponentContext, makeStage: @escaping @Sendable () -> (JSONValue) throws -> Output,
    _ body: (Output) throws -> Void
  ) throws {
    let stage = makeStage()
    try forEachItem { try body(try stage($0)) }
  }
}

extension ArtifactReader {
  /// The whole content in memory, for formats that are small by nature.
  public func wholeContent(itemsProperty: String?) throws -> JSONObject {
    var content = head
    if let itemsProperty {
      var items: [JSONValue] = []
      try forEachItem { items.append($0) }
      content[itemsProperty] = .array(items)
    }
    return content
  }
}

/// Takes the items of one artifact while a component produces them.
public protocol ItemSink: AnyObject {
  /// Appends one item; it is checked against the schema of the output.
  ///
  /// - Throws: ``ComponentFailure`` when the item does not fit or can't be stored.
  func append(_ item: JSONValue) throws
  /// Checks and writes items ahead of their turn, on any thread.
  var encoder: ItemEncoder { get }
  /// Appends an item that ``encoder`` made.
  ///
  /// - Throws: as ``append(_:)-(JSONValue)`` does.
  func append(_ item: EncodedItem) throws
}
