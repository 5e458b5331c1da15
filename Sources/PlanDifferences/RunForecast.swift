// What the machine says of a plan before it runs: what is reused, what runs, how long that took. Reads its
// JSON.
package import CanonicalJSON

/// What is expected of one artifact.
package struct ForecastEntry: Sendable, Hashable {
  /// What would happen: `reuse`, `run`, `skip`.
  package let verdict: String
  /// Why, as a code, and in words.
  package let reason: String
  package let detail: String?
  /// The run that it is taken from.
  package let run: String?
  /// As last measured for that key.
  package let seconds: Double?
  package let cost: Double?
  /// All that the machine said of it.
  let row: JSONObject
}

/// The machine's forecast for a plan and a store.
package struct RunForecast: Sendable, Hashable {
  package static let format = "wct-forecast"
  package static let version = 1

  package let entries: [String: ForecastEntry]

  package init(entries: [String: ForecastEntry]) { self.entries = entries }

  /// Reads what `wct-exec forecast --json` writes; nil when it is something else.
  package init?(_ value: JSONValue) {
    guard let object = value.objectValue, object["format"]?.stringValue == Self.format,
      object["version"]?.integerValue == Self.version, let rows = object["instructions"]?.arrayValue
    else { return nil }
    var entries: [String: ForecastEntry] = [:]
    entries.reserveCapacity(rows.count)
    for row in rows {
      guard let fields = row.objectValue, let id = fields["id"]?.stringValue,
        let verdict = fields["verdict"]?.stringValue
      else { return nil }
      entries[id] = ForecastEntry(
        verdict: verdict, reason: fields["reason"]?.stringValue ?? "",
        detail: fields["detail"]?.stringValue, run: fields["from"]?.stringValue,
        seconds: fields["seconds"]?.doubleValue, cost: fields["cost"]?.doubleValue, row: fields)
    }
    self.entries = entries
  }

  package subscript(_ artifact: String) -> ForecastEntry? { entries[artifact] }
}
