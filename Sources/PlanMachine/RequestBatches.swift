// Puts requests into batches. Sends nothing and records nothing.
internal import CanonicalJSON
internal import ComponentKit
internal import ExecutionPlan
internal import RunHistory

/// A request that is in no batch that could answer it.
struct OpenRequest: Sendable {
  let place: RequestPlace
  let kind: String
  let key: String
  /// Bytes of its content as JSON.
  let size: Int
}

/// The requests of one round as the store has them, without what they ask.
struct RequestListing {
  /// By number.
  private(set) var requests: [OpenRequest] = []
  /// The processor's own names, by number.
  private(set) var ids: [String] = []

  /// Reads the requests of an artifact.
  ///
  /// - Throws: ``StoreError`` where they can't be read.
  init(
    _ prepared: PreparedRound, of instruction: InstructionIndex, artifact: ArtifactID, run: RunID,
    in store: any ArtifactStore
  ) throws {
    var number = 0
    try store.reader(of: prepared.requests, artifact: artifact).forEachItem { item in
      guard let request = StoredRequest(item) else {
        throw StoreError(.damaged, "a stored request of '\(artifact)' is not in order")
      }
      let place = RequestPlace(instruction, round: prepared.round, number: number)
      let content = JSONWriter.bytes(of: .object(request.content))
      requests.append(
        OpenRequest(
          place: place, kind: request.kind, key: Self.key(place, request.kind, content, run),
          size: content.count))
      ids.append(request.id)
      number += 1
    }
  }

  /// The same for the same request of the same run, whatever happened in between; another for any other.
  private static func key(
    _ place: RequestPlace, _ kind: String, _ content: [UInt8], _ run: RunID
  ) -> String {
    let identity: JSONValue = [
      .string(run.text), .integer(place.instruction.value), .integer(place.round), .integer(place.number),
      .string(kind), .string(ContentDigest(of: content).description),
    ]
    return String(ContentDigest(of: JSONWriter.bytes(of: identity)).hexadecimal.prefix(32))
  }
}

/// Requests that go out together.
struct RequestBatches {
  /// Splits requests of one kind into batches, in their order.
  static func split(_ requests: [OpenRequest], count: Int, bytes: Int) -> [[OpenRequest]] {
    var batches: [[OpenRequest]] = []
    var (current, size): ([OpenRequest], Int) = ([], 0)
    for request in requests {
      if !current.isEmpty, current.count >= max(1, count) || size + request.size > bytes {
        batches.append(current)
        (current, size) = ([], 0)
      }
      current.append(request)
      size += request.size
    }
    return current.isEmpty ? batches : batches + [current]
  }

  /// The id of a batch: of these requests, the so many-th time. Nobody else's batch has it.
  static func id(_ requests: [OpenRequest], tries: [Int], run: RunID) -> String {
    let identity: JSONValue = [
      .string(run.text), .array(requests.map { .string($0.key) }), .array(tries.map { .integer($0) }),
    ]
    return String(ContentDigest(of: JSONWriter.bytes(of: identity)).hexadecimal.prefix(32))
  }
}
