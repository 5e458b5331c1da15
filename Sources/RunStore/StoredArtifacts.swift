// Records of stored artifacts as JSON, in columns and in archives.
internal import CanonicalJSON
internal import ComponentKit
internal import RunHistory

/// Records as canonical JSON (RFC 8785).
enum StoredArtifacts {
  static func json(_ artifact: ArtifactRecord) -> JSONValue {
    [
      "digest": .string(artifact.digest.description), "size": .integer(artifact.size),
      "head": .integer(artifact.headOffset), "items": .integer(artifact.itemCount),
      "schema": .string(artifact.schema.description),
    ]
  }

  /// Nil for anything that is no record.
  static func record(_ json: JSONValue) -> ArtifactRecord? {
    guard let object = json.objectValue,
      let digest = object["digest"]?.stringValue.flatMap(ContentDigest.init(parsing:)),
      let size = object["size"]?.integerValue, let head = object["head"]?.integerValue,
      let items = object["items"]?.integerValue, items >= 0, size >= 0, (0...size).contains(head),
      let schema = object["schema"]?.stringValue.flatMap({ SchemaReference(parsing: $0) })
    else { return nil }
    return ArtifactRecord(digest: digest, size: size, headOffset: head, itemCount: items, schema: schema)
  }

  static func json(_ prepared: PreparedRound) -> JSONValue {
    [
      "requests": json(prepared.requests), "round": .integer(prepared.round), "state": json(prepared.state),
    ]
  }

  static func prepared(_ json: JSONValue) -> PreparedRound? {
    guard let object = json.objectValue, let round = object["round"]?.integerValue, round > 0,
      let state = object["state"].flatMap(record), let requests = object["requests"].flatMap(record),
      requests.itemCount <= 1_000_000
    else { return nil }
    return PreparedRound(round: round, state: state, requests: requests)
  }

  static func json(_ records: [ArtifactRecord]) -> JSONValue { .array(records.map(json)) }

  static func records(_ json: JSONValue) -> [ArtifactRecord]? {
    guard let values = json.arrayValue else { return nil }
    let records = values.compactMap(record)
    return records.count == values.count ? records : nil
  }

  // MARK: - As texts of columns

  static func text(of prepared: PreparedRound) -> String { json(prepared).canonicalText }

  static func prepared(_ text: String) -> PreparedRound? {
    (try? JSONReader.read(text: text)).flatMap(prepared)
  }

  /// Nil where there are none.
  static func text(of records: [ArtifactRecord]) -> String? {
    records.isEmpty ? nil : json(records).canonicalText
  }

  static func records(_ text: String) -> [ArtifactRecord]? {
    (try? JSONReader.read(text: text)).flatMap(records)
  }
}

extension Transition {
  /// The blobs of everything that it refers to, apart from what was prepared.
  var results: [ArtifactRecord] { (artifact.map { [$0] } ?? []) + sidecars }
}
