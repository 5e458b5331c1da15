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
}
