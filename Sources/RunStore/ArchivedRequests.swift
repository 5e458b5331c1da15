// What a run asked of services as lines of its archive, and back.
internal import CanonicalJSON
internal import ExecutionPlan
internal import RunHistory

/// A ledger as canonical JSON (RFC 8785), a line each: the batches by age, then the requests in the order of the plan.
enum ArchivedRequests {
  private static let lastTime = 253_402_300_799_999_999

  static func changes(_ ledger: RequestLedger) -> [RequestChange] {
    ledger.orderedBatches.map { .batch($0) }
      + ledger.requests.keys.sorted().compactMap { place in
        ledger.requests[place].map { .request(place, $0) }
      }
  }

  static func bytes(of changes: [RequestChange]) -> [UInt8] {
    changes.flatMap { JSONWriter.bytes(of: .object(json($0))) + [0x0A] }
  }

  private static func json(_ change: RequestChange) -> JSONObject {
    switch change {
    case .batch(let batch):
      var line: JSONObject = [
        "batch": .string(batch.id), "kind": .string(batch.kind), "dispatcher": .string(batch.dispatcher),
        "created_at": .integer(batch.createdAt.microseconds),
        "changed_at": .integer(batch.changedAt.microseconds), "status": .string(batch.status.rawValue),
      ]
      line["job"] = batch.job.map { .string($0) }
      line["estimate"] = batch.estimate.map { .number($0) }
      line["cost"] = batch.cost.map { .number($0) }
      line["reason"] = batch.reason.map { .string($0) }
      line["warnings"] = batch.warnings.isEmpty ? nil : .array(batch.warnings.map { .string($0) })
      return line
    case .request(let place, let record):
      var line: JSONObject = [
        "instruction": .integer(place.instruction.value), "round": .integer(place.round),
        "number": .integer(place.number), "key": .string(record.key), "in_batch": .string(record.batch),
        "tries": .integer(record.tries), "cost": .number(record.cost),
      ]
      line["answer"] = record.answer
      return line
    }
  }

  /// - Throws: ``ArchiveError`` for lines that are not just as ``bytes(of:)`` writes them.
  static func read(_ bytes: [UInt8], instructionCount: Int) throws(ArchiveError) -> [RequestChange] {
    if bytes.isEmpty { return [] }
    var ledger = RequestLedger()
    for line in bytes.split(separator: 0x0A) {
      guard let object = try? JSONReader.read(Array(line)).objectValue,
        let change = batch(object) ?? request(object, instructionCount)
      else { throw ArchiveError("what it says of requests is not in order") }
      ledger.apply(change)
    }
    let changes = changes(ledger)
    let isWhole = ledger.requests.values.allSatisfy { ledger.batches[$0.batch] != nil }
    guard isWhole, Self.bytes(of: changes) == bytes, areStorable(changes) else {
      throw ArchiveError("what it says of requests is not in order")
    }
    return changes
  }

  private static func batch(_ line: JSONObject) -> RequestChange? {
    guard let id = line["batch"]?.stringValue, let kind = line["kind"]?.stringValue,
      let dispatcher = line["dispatcher"]?.stringValue, let created = time(line["created_at"]),
      let changed = time(line["changed_at"]),
      let status = line["status"]?.stringValue.flatMap(BatchStatus.init)
    else { return nil }
    var batch = BatchRecord(
      id: id, kind: kind, dispatcher: dispatcher, createdAt: created, estimate: line["estimate"]?.doubleValue)
    batch.changedAt = changed
    batch.status = status
    batch.job = line["job"]?.stringValue
    batch.cost = line["cost"]?.doubleValue
    batch.reason = line["reason"]?.stringValue
    batch.warnings = line["warnings"]?.arrayValue?.compactMap(\.stringValue) ?? []
    return .batch(batch)
  }

  private static func request(_ line: JSONObject, _ instructionCount: Int) -> RequestChange? {
    guard let instruction = line["instruction"]?.integerValue, (0..<instructionCount).contains(instruction),
      let round = line["round"]?.integerValue, round > 0, let number = line["number"]?.integerValue,
      number >= 0, let key = line["key"]?.stringValue, let batch = line["in_batch"]?.stringValue,
      let tries = line["tries"]?.integerValue, let cost = line["cost"]?.doubleValue
    else { return nil }
    return .request(
      RequestPlace(InstructionIndex(instruction), round: round, number: number),
      RequestRecord(key: key, batch: batch, tries: tries, answer: line["answer"], cost: cost))
  }

  private static func time(_ value: JSONValue?) -> Timestamp? {
    guard let time = value?.integerValue, (0...lastTime).contains(time) else { return nil }
    return Timestamp(microseconds: time)
  }

  /// Whether the texts would be stored as they are.
  private static func areStorable(_ changes: [RequestChange]) -> Bool {
    changes.allSatisfy { change in
      guard case .batch(let batch) = change else { return true }
      let texts = [batch.id, batch.kind, batch.dispatcher, batch.job ?? "", batch.reason ?? ""]
      return texts.allSatisfy { StoredTexts.clean($0) == $0 }
        && StoredTexts.split(StoredTexts.join(batch.warnings)) == batch.warnings
    }
  }
}
