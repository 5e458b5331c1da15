// Takes the text out of a DOCX file. Knows WordprocessingML (ECMA-376 part 1, 17).

/// `word/document.xml` of an Office Open XML package.
struct WordDocument {
  static let body = "word/document.xml"

  /// Parts beside the body that hold text.
  private static let others = [
    "word/header", "word/footer", "word/footnotes", "word/endnotes", "word/comments",
  ]

  /// The paragraphs that hold something, then the tables row by row, cells joined by tabs.
  ///
  /// - Parameter withParts: Also headers, footers, notes, comments and properties, each a part of its own.
  static func text(
    _ parts: PackageParts, withParts: Bool, _ budget: inout ExtractionBudget
  ) throws(Unextractable) -> DocumentText {
    var document = DocumentText()
    guard try read(parts, Self.body, as: nil, &document, &budget) else {
      throw Unextractable("it has no \(Self.body)")
    }
    guard withParts else { return document }
    for name in others.flatMap({ parts.names(prefix: $0, suffix: ".xml") }) {
      do {
        _ = try read(parts, name, as: name, &document, &budget)
      } catch {
        document.omissions.append(error.reason)
      }
    }
    if let properties = parts.properties("docProps/core.xml", &budget) { document.parts.append(properties) }
    return document
  }

  /// False where there is no such part.
  private static func read(
    _ parts: PackageParts, _ part: String, as name: String?, _ document: inout DocumentText,
    _ budget: inout ExtractionBudget
  ) throws(Unextractable) -> Bool {
    let visitor = WordVisitor(textLimit: budget.textAllowance)
    guard try parts.walk(part, &budget, visitor) else { return false }
    budget.spendText(visitor.text.utf8.count)
    if name == nil || !visitor.isBlank { document.parts.append(DocumentPart(name: name, text: visitor.text)) }
    if visitor.rowsLeftOut > 0 {
      document.omissions.append("\(visitor.rowsLeftOut) rows of tables in '\(part)' were not seen: too large")
    }
    return true
  }
}

/// Gathers paragraphs and tables.
private final class WordVisitor: XMLVisitor {
  private struct Table {
    var lines: [String] = []
    var previousRow: [String] = []
    var row: [String] = []
    var cell: [String] = []
    var span = 1
    var continuesAbove = false
  }

  private var paragraphs: [String] = []
  private var tableLines: [String] = []
  private var openParagraphs: [String] = []
  private var openTables: [Table] = []
  private var elements: [String] = []
  /// Within an alternative that repeats what stands before it.
  private var fallbackDepth = 0
  /// Cells that are repeated make more text than there is in the file.
  private var textLeft: Int
  private(set) var rowsLeftOut = 0

  init(textLimit: Int) { textLeft = textLimit }

  var text: String { (paragraphs + tableLines).joined(separator: "\n") }
  var isBlank: Bool { (paragraphs + tableLines).allSatisfy { $0.allSatisfy(\.isWhitespace) } }

  func begin(_ name: String, _ attributes: [String: String]) {
    let parent = elements.last
    elements.append(name)
    if name == "Fallback" { fallbackDepth += 1 }
    guard fallbackDepth == 0 else { return }
    switch name {
    case "p": openParagraphs.append("")
    case "tbl": openTables.append(Table())
    case "tab" where parent == "r": append("\t")
    case "cr" where parent == "r": append("\n")
    case "br" where parent == "r" && (attributes["type"] ?? "textWrapping") == "textWrapping": append("\n")
    case "noBreakHyphen": append("-")
    case "comment": if let author = attributes["author"] { paragraphs.append("\(author):") }
    default: changeCell(name, attributes["val"])
    }
  }

  private func changeCell(_ name: String, _ value: String?) {
    guard !openTables.isEmpty else { return }
    switch name {
    // A row has at most 63 columns in Word; what claims more is not believed.
    case "gridSpan": openTables[openTables.count - 1].span = min(max(1, value.flatMap { Int($0) } ?? 1), 64)
    case "vMerge": openTables[openTables.count - 1].continuesAbove = value != "restart"
    default: break
    }
  }

  func end(_ name: String) {
    elements.removeLast()
    if name == "Fallback" { fallbackDepth -= 1 }
    guard fallbackDepth == 0 else { return }
    switch name {
    case "p": endParagraph()
    case "tc": if !openTables.isEmpty { endCell(&openTables[openTables.count - 1]) }
    case "tr": if !openTables.isEmpty { endRow(&openTables[openTables.count - 1]) }
    case "tbl": if let table = openTables.popLast() { tableLines += table.lines }
    default: break
    }
  }

  private func endParagraph() {
    guard let paragraph = openParagraphs.popLast() else { return }
    if openTables.isEmpty {
      if !paragraph.isEmpty { paragraphs.append(paragraph) }
    } else {
      openTables[openTables.count - 1].cell.append(paragraph)
    }
  }

  /// A cell that spans columns counts once for each, one that goes on from above repeats what stands there.
  private func endCell(_ table: inout Table) {
    var text = table.cell.joined(separator: "\n")
    if table.continuesAbove, table.row.count < table.previousRow.count {
      text = table.previousRow[table.row.count]
    }
    table.row += Array(repeating: text, count: table.span)
    (table.cell, table.span, table.continuesAbove) = ([], 1, false)
  }

  private func endRow(_ table: inout Table) {
    let size = table.row.reduce(table.row.count) { $0 + $1.utf8.count }
    if size <= textLeft {
      textLeft -= size
      table.lines.append(table.row.joined(separator: "\t"))
    } else {
      rowsLeftOut += 1
    }
    (table.previousRow, table.row) = (table.row, [])
  }

  func text(_ text: String) { if elements.last == "t", fallbackDepth == 0 { append(text) } }

  private func append(_ text: String) {
    if !openParagraphs.isEmpty { openParagraphs[openParagraphs.count - 1] += text }
  }
}
