// Opens an SQLite database for reading and runs queries. The only file that knows the C library.
internal import GRDBSQLite
internal import Glibc

/// Why SQLite could not do something: its result code and its words.
struct SQLiteError: Error, CustomStringConvertible {
  let code: Int32
  let message: String

  var description: String { message }
  /// The code without what extends it.
  var primaryCode: Int32 { code & 0xFF }
}

/// A connection that never writes. One thread uses it.
@safe final class SQLiteDatabase {
  private let connection: OpaquePointer

  /// - Parameter isImmutable: promises that nobody writes meanwhile, so that no lock and no helper file is needed.
  init(_ path: String, isImmutable: Bool) throws(SQLiteError) {
    var opened: OpaquePointer?
    let uri = Self.uri(path) + (isImmutable ? "?immutable=1" : "?mode=ro")
    // Safe: the string outlives the call, and the result is checked.
    let code = unsafe sqlite3_open_v2(
      uri, &opened, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK, let connection = unsafe opened else {
      let error = unsafe Self.error(code, opened)
      _ = unsafe sqlite3_close_v2(opened)
      throw error
    }
    unsafe self.connection = connection
    _ = unsafe sqlite3_extended_result_codes(connection, 1)
    _ = unsafe sqlite3_busy_timeout(connection, Self.patience)
    unsafe Self.acceptCollations(of: connection)
  }

  /// Lets tables be read whose order only their own program knows. Nothing is looked up by that order here: rows are
  /// read one after another.
  private static func acceptCollations(of connection: OpaquePointer) {
    // Safe: the functions capture nothing, and the bytes are compared within the lengths that SQLite gives.
    _ = unsafe sqlite3_collation_needed(connection, nil) { _, connection, _, name in
      _ = unsafe sqlite3_create_collation_v2(
        connection, name, SQLITE_UTF8, nil,
        { _, count, bytes, otherCount, otherBytes in
          guard let bytes = unsafe bytes, let otherBytes = unsafe otherBytes else {
            return count - otherCount
          }
          let order = unsafe memcmp(bytes, otherBytes, Int(min(count, otherCount)))
          return order == 0 ? count - otherCount : order
        }, nil)
    }
  }

  /// Milliseconds that another program may hold a lock.
  private static let patience: Int32 = 2000

  deinit { _ = unsafe sqlite3_close_v2(connection) }

  /// The path as a URI: everything but letters, digits and `/-._~` in hexadecimal (RFC 3986).
  private static func uri(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var uri = Array("file:".utf8)
    for byte in path.utf8 {
      let isPlain = (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || "/-._~".utf8.contains(byte)
      uri += isPlain ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    return String(decoding: uri, as: UTF8.self)
  }

  fileprivate static func error(_ code: Int32, _ connection: OpaquePointer?) -> SQLiteError {
    // Safe: SQLite's texts are terminated, and copied at once.
    let own = unsafe connection.flatMap { unsafe sqlite3_errmsg($0) }
    let general = unsafe sqlite3_errstr(code)
    let text = unsafe (own ?? general).map { unsafe String(cString: $0) }
    return SQLiteError(code: code, message: text ?? "error \(code)")
  }

  /// The code of an error that says that a value is larger than allowed.
  static let tooBig = SQLITE_TOOBIG
  /// The code of an error that says that a query can't be understood, as with functions that are not there.
  static let general = SQLITE_ERROR

  /// A name as SQL writes it.
  static func quoted(_ name: String) -> String { "\"\(name.replacing("\"", with: "\"\""))\"" }

  /// Lets no value of more bytes be loaded.
  func limitValues(to limit: Int) {
    _ = unsafe sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, Int32(clamping: limit))
  }

  /// Whether texts are stored in UTF-8.
  var isUTF8: Bool {
    guard let query = try? prepare("PRAGMA encoding"), (try? query.step()) == true,
      let name = query.text(0)
    else { return false }
    return name == Array("UTF-8".utf8)
  }

  /// The first bytes of a text or blob and the size of all of it, read without loading it; nil where that can't be.
  func beginning(
    of column: String, inRow row: Int64, of table: String, limit: Int
  ) -> (bytes: [UInt8], size: Int)? {
    var opened: OpaquePointer?
    // Safe: the strings outlive the call, and the result is checked.
    let code = unsafe sqlite3_blob_open(connection, "main", table, column, row, 0, &opened)
    defer { _ = unsafe sqlite3_blob_close(opened) }
    guard code == SQLITE_OK, let blob = unsafe opened else { return nil }
    let size = Int(unsafe sqlite3_blob_bytes(blob))
    let count = min(size, limit)
    var isRead = false
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      // Safe: the buffer has room for `count` bytes, and the blob has as many.
      isRead = unsafe sqlite3_blob_read(blob, buffer.baseAddress, Int32(count), 0) == SQLITE_OK
      filled = isRead ? count : 0
    }
    return isRead ? (bytes, size) : nil
  }

  func execute(_ sql: String) throws(SQLiteError) {
    let code = unsafe sqlite3_exec(connection, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw unsafe Self.error(code, connection) }
  }

  func prepare(_ sql: String) throws(SQLiteError) -> SQLiteStatement {
    var prepared: OpaquePointer?
    // Safe: the string outlives the call, and the result is checked.
    let code = unsafe sqlite3_prepare_v2(connection, sql, -1, &prepared, nil)
    guard code == SQLITE_OK, let statement = unsafe prepared else {
      throw unsafe Self.error(code, connection)
    }
    return unsafe SQLiteStatement(statement, connection)
  }
}

/// A query and the row that it has reached.
@safe struct SQLiteStatement: ~Copyable {
  private let statement: OpaquePointer
  private let connection: OpaquePointer

  fileprivate init(_ statement: OpaquePointer, _ connection: OpaquePointer) {
    unsafe self.statement = statement
    unsafe self.connection = connection
  }

  deinit { _ = unsafe sqlite3_finalize(statement) }

  /// Moves to the next row; false after the last.
  func step() throws(SQLiteError) -> Bool {
    switch unsafe sqlite3_step(statement) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw unsafe SQLiteDatabase.error(code, connection)
    }
  }

  var columnNames: [String] {
    var names: [String] = []
    for column in 0..<(unsafe sqlite3_column_count(statement)) {
      // Safe: the name is terminated, and copied at once.
      names.append(unsafe sqlite3_column_name(statement, column).map { unsafe String(cString: $0) } ?? "")
    }
    return names
  }

  /// The value of a column of the present row, its bytes added to a buffer.
  ///
  /// - Parameter limit: larger texts and blobs, in bytes, are not copied.
  func cell(_ column: Int, limit: Int, into buffer: inout [UInt8]) -> SQLiteCell {
    let index = Int32(column)
    switch unsafe sqlite3_column_type(statement, index) {
    case SQLITE_INTEGER: return .integer(unsafe sqlite3_column_int64(statement, index))
    case SQLITE_FLOAT: return .real(unsafe sqlite3_column_double(statement, index))
    case SQLITE_TEXT:
      let start = unsafe UnsafeRawPointer(sqlite3_column_text(statement, index))
      return unsafe copy(start, index, limit, into: &buffer).map { .text($0) } ?? tooLarge(index)
    case SQLITE_BLOB:
      let start = unsafe sqlite3_column_blob(statement, index)
      return unsafe copy(start, index, limit, into: &buffer).map { .blob($0) } ?? tooLarge(index)
    default: return .null
    }
  }

  /// The text in a column of the present row; nil if something else is there.
  func text(_ column: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    guard case .text = cell(column, limit: .max, into: &bytes) else { return nil }
    return bytes
  }

  /// The integer in a column of the present row; nil if something else is there.
  func integer(_ column: Int) -> Int64? {
    var none: [UInt8] = []
    guard case .integer(let number) = cell(column, limit: 0, into: &none) else { return nil }
    return number
  }

  private func tooLarge(_ index: Int32) -> SQLiteCell {
    .tooLarge(Int(unsafe sqlite3_column_bytes(statement, index)))
  }

  /// Nil above the limit. The number of bytes is asked for after the pointer, as the manual demands.
  private func copy(
    _ start: UnsafeRawPointer?, _ index: Int32, _ limit: Int, into buffer: inout [UInt8]
  ) -> Range<Int>? {
    let count = Int(unsafe sqlite3_column_bytes(statement, index))
    guard count <= limit else { return nil }
    let first = buffer.count
    if let start = unsafe start, count > 0 {
      // Safe: SQLite keeps so many bytes until the next step.
      unsafe buffer.append(contentsOf: UnsafeRawBufferPointer(start: start, count: count))
    }
    return first..<buffer.count
  }
}
