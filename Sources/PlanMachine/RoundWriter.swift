// Stores what a processor prepares and finalises. Sends nothing.
internal import CanonicalJSON
internal import ComponentKit
internal import RunHistory

/// The state and the requests of one round on their way to the store.
final class RoundWriter: PreparationSink {
  /// More requests than anybody would wait for; a processor that asks for ever must not fill the disk.
  static let maximumRequests = 100_000

  private let state: any ArtifactWriter
  private let requests: any ArtifactWriter
  private let context: any ComponentContext
  private var ids: Set<String> = []

  init(_ store: any ArtifactStore, context: any ComponentContext) throws(StoreError) {
    state = try store.makeWriter(schema: PreparedRound.stateSchema)
    requests = try store.makeWriter(schema: PreparedRound.requestsSchema)
    self.context = context
  }

  func append(_ item: JSONValue) throws {
    try context.checkCancellation()
    try state.append(item)
  }

  func ask(_ request: ServiceRequest) throws {
    try context.checkCancellation()
    guard !request.id.isEmpty, !request.kind.isEmpty, ids.insert(request.id).inserted else {
      throw ComponentFailure("a request needs a kind and an id of its own, found '\(request.id)'")
    }
    guard ids.count <= Self.maximumRequests else {
      throw ComponentFailure("more than \(Self.maximumRequests) requests for one artifact")
    }
    try requests.append(StoredRequest(request).json)
  }

  func finish(head: JSONObject, round: Int) throws -> PreparedRound {
    PreparedRound(
      round: round, state: try state.finish(head: head),
      requests: try requests.finish(head: ["requests": .integer(ids.count)]))
  }
}

/// A request as it is stored.
struct StoredRequest {
  let id: String
  let kind: String
  let content: JSONObject

  init(_ request: ServiceRequest) { (id, kind, content) = (request.id, request.kind, request.content) }

  /// Nil for an item that is none.
  init?(_ json: JSONValue) {
    guard let object = json.objectValue, let id = object["id"]?.stringValue,
      let kind = object["kind"]?.stringValue, let content = object["content"]?.objectValue
    else { return nil }
    (self.id, self.kind, self.content) = (id, kind, content)
  }

  var json: JSONValue {
    .object(["content": .object(content), "id": .string(id), "kind": .string(kind)])
  }
}

/// Where a finalised artifact, what stands beside it, or the next round goes.
final class FinalisedWriter: FinalisedOutput {
  private let items: CheckedSink
  private let store: any ArtifactStore
  private let schemas: SchemaCatalog
  private let context: any ComponentContext
  private(set) var sidecars: [ArtifactRecord] = []
  private var next: RoundWriter?

  init(
    _ items: CheckedSink, store: any ArtifactStore, schemas: SchemaCatalog, context: any ComponentContext
  ) {
    self.items = items
    self.store = store
    self.schemas = schemas
    self.context = context
  }

  func append(_ item: JSONValue) throws { try items.append(item) }

  func writeSidecar(_ schema: SchemaReference, items: [JSONValue], head: JSONObject) throws {
    guard let format = schemas[schema] else {
      throw ComponentFailure("the schema '\(schema)' is not installed")
    }
    guard !sidecars.contains(where: { $0.schema.name == schema.name }) else {
      throw ComponentFailure("there is a sidecar '\(schema.name)' already")
    }
    let sink = CheckedSink(format, writer: try store.makeWriter(schema: schema), context: context)
    for item in items { try sink.append(item) }
    sidecars.append(try sink.finish(head: head))
  }

  func nextRound() throws -> any PreparationSink {
    if let next { return next }
    let writer = try RoundWriter(store, context: context)
    next = writer
    return writer
  }

  /// Makes the artifact durable.
  func finish(head: JSONObject) throws -> ArtifactRecord { try items.finish(head: head) }

  /// Makes the next round durable.
  func finishRound(head: JSONObject, round: Int) throws -> PreparedRound {
    guard let next else { throw ComponentFailure("another round was asked for without a request") }
    return try next.finish(head: head, round: round)
  }
}
