// Reads the columns and values of SQL's INSERT statements. Knows no dialect's types.

/// `INSERT INTO t (a, b) VALUES (1, 'x'), …`: which column each value is in. A statement without names has those of the
/// `CREATE TABLE t (a int, b text)` before it, as in the dumps of MySQL and SQLite.
struct InsertStatements: Sendable {
  private var names = StatementCells()
  private var values = StatementCells()

  /// How far behind its beginning a statement's bracket is looked for, in bytes.
  private static let longestBeginning = 300
  private static let valuesWord = Array("values".utf8)

  /// Nil if the text has no such statement.
  init?(_ text: Span<UInt8>, _ statements: TableStatements) {
    if statements.inserts.isEmpty { return nil }
    let tables = readDefinitions(text, statements.definitions)
    var position = 0
    var number = statements.definitions.count
    for beginning in statements.inserts where beginning >= position {
      number += 1
      let limit = Self.longestBeginning
      guard let open = TableStatements.next(0x28, in: text, from: beginning, limit: limit) else { continue }
      if let keyword = Self.keyword(in: text, beginning..<open) {
        let name = TableStatements.name(in: text, beginning..<keyword)
        guard let base = tables[name] else { continue }
        position = readTuples(text, from: open, base: base)
      } else {
        let base = number * StatementCells.columnsPerStatement
        let end = names.add(text, from: open, base: base)
        guard let keyword = TableStatements.find(Self.valuesWord, in: text, from: end, limit: 40) else {
          continue
        }
        position = readTuples(text, from: keyword + Self.valuesWord.count, base: base)
      }
    }
    if values.isEmpty { return nil }
    names.sort()
  }

  func named(at position: Int) -> Int? { names.column(at: position) }

  func column(of position: Int) -> Int? { values.column(at: position) }

  /// `VALUES` in front of a bracket, which is that of the first values then.
  private static func keyword(in text: Span<UInt8>, _ range: Range<Int>) -> Int? {
    let last = range.count - valuesWord.count
    return last > 0 ? TableStatements.find(valuesWord, in: text, from: range.lowerBound, limit: last) : nil
  }

  /// The numbers of the first columns of tables, by their names.
  private mutating func readDefinitions(_ text: Span<UInt8>, _ beginnings: [Int]) -> [[UInt8]: Int] {
    var tables: [[UInt8]: Int] = [:]
    for (number, beginning) in beginnings.enumerated() {
      let limit = Self.longestBeginning
      guard let open = TableStatements.next(0x28, in: text, from: beginning, limit: limit) else { continue }
      let base = number * StatementCells.columnsPerStatement
      tables[TableStatements.name(in: text, beginning..<open)] = base
      _ = names.add(text, from: open, base: base)
    }
    return tables
  }

  /// The cells of some columns, in order.
  func values(of columns: Set<Int>, in text: Span<UInt8>) -> [Range<Int>] {
    values.ranges(of: columns, end: text.count)
  }

  /// Reads `(…), (…)`; gives where the statement ends.
  private mutating func readTuples(_ text: Span<UInt8>, from start: Int, base: Int) -> Int {
    var position = start
    while let open = TableStatements.next(0x28, in: text, from: position, limit: 64) {
      position = values.add(text, from: open, base: base)
      var after = position
      while after < text.count, text[after] == 0x20 || text[after] == 0x0A || text[after] == 0x0D {
        after += 1
      }
      guard after < text.count, text[after] == UInt8(ascii: ",") else { break }
      position = after + 1
    }
    return position
  }
}
