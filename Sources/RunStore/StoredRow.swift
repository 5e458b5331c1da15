// Reads columns without trusting them: a damaged database must not stop the program.
internal import ComponentKit
// GRDB speaks of bytes as Foundation's Data, and brings it along.
internal import FoundationEssentials
internal import GRDB
internal import PlanMachine

/// One row whose values are checked as they are read. Columns that are wrong throw ``StoreError``.
struct StoredRow {
  private let row: Row
  private let path: String

  init(_ row: Row, path: String) {
    self.row = row
    self.path = path
  }

  private func value(_ column: String) -> DatabaseValue {
    row.hasColumn(column) ? row[column] : .null
  }

  private func fault(_ column: String) -> StoreError {
    .damaged("\(path): the column '\(column)' holds something unexpected")
  }

  func integer(_ column: String) throws(StoreError) -> Int? {
    switch value(column).storage {
    case .null: return nil
    case .int64(let number): return Int(number)
    default: throw fault(column)
    }
  }

  func number(_ column: String) throws(StoreError) -> Double? {
    switch value(column).storage {
    case .null: return nil
    case .int64(let number): return Double(number)
    case .double(let number): return number
    default: throw fault(column)
    }
  }

  func text(_ column: String) throws(StoreError) -> String? {
    switch value(column).storage {
    case .null: return nil
    case .string(let text): return text
    default: throw fault(column)
    }
  }

  func digest(_ column: String) throws(StoreError) -> ContentDigest? {
    switch value(column).storage {
    case .null: return nil
    case .blob(let data):
      guard let digest = ContentDigest(bytes: Array(data)) else { throw fault(column) }
      return digest
    default: throw fault(column)
    }
  }

  /// The value of a column that is never null.
  func required<Value>(_ column: String, _ value: Value?) throws(StoreError) -> Value {
    guard let value else { throw fault(column) }
    return value
  }
}
