// Reads columns without trusting them: a damaged database must not stop the program.
internal import ComponentKit
// GRDB speaks of bytes as Foundation's Data, and brings it along.
internal import FoundationEssentials
internal import GRDB
internal import PlanMachine

/// What the rows of one query have in common: looking it up for each of a hundred thousand takes most of the time.
final class RowMemory {
  private var columns: [String: Int] = [:]
  private var references: [String: SchemaReference] = [:]

  /// The place of a column in the rows of the query; nil if they have none of that name.
  fileprivate func index(of column: String, in row: Row) -> Int? {
    if columns.isEmpty {
      columns = Dictionary(zip(row.columnNames, 0...), uniquingKeysWith: { first, _ in first })
    }
    return columns[column]
  }

  fileprivate func reference(_ text: String) -> SchemaReference? {
    if let known = references[text] { return known }
    let reference = SchemaReference(parsing: text)
    references[text] = reference
    return reference
  }
}

/// One row whose values are checked as they are read. Columns that are wrong throw ``StoreError``.
struct StoredRow {
  private let row: Row
  private let path: String
  private let memory: RowMemory?

  /// - Parameter memory: Of the query that the row comes from; nil where there are few.
  init(_ row: Row, path: String, _ memory: RowMemory? = nil) {
    self.row = row
    self.path = path
    self.memory = memory
  }

  private func value(_ column: String) -> DatabaseValue {
    guard let memory else { return row.hasColumn(column) ? row[column] : .null }
    return memory.index(of: column, in: row).map { row[$0] } ?? .null
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

  func reference(_ column: String) throws(StoreError) -> SchemaReference? {
    guard let text = try text(column) else { return nil }
    return memory == nil ? SchemaReference(parsing: text) : memory?.reference(text)
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
