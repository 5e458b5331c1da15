// What a runbook asks of the SQLite connector, read from its checked properties.
internal import CanonicalJSON
internal import ComponentKit

/// The properties of an `sqlite` source.
struct SQLiteProperties: Sendable {
  let path: String
  /// Of each table; nil for all.
  let maximumRowCount: Int?

  init(_ properties: JSONObject) throws(ComponentFailure) {
    path = properties["database_path"]?.stringValue ?? ""
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw ComponentFailure(
        "the sqlite connector needs a path", hint: "set the property 'database_path'",
        kind: .propertyUnfit)
    }
    switch properties["max_rows_per_table"] {
    case .string("all")?: maximumRowCount = nil
    case let value?: maximumRowCount = max(1, value.integerValue ?? 10)
    case nil: maximumRowCount = 10
    }
  }
}
