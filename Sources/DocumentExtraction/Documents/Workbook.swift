// Takes the text out of an XLSX file, sheet by sheet. Knows SpreadsheetML (ECMA-376 part 1, 18).

/// `xl/workbook.xml` of an Office Open XML package.
struct Workbook {
  static let body = "xl/workbook.xml"
  private static let relations = "xl/_rels/workbook.xml.rels"

  /// Every sheet that holds something as a Markdown table under its name.
  static func text(
    _ parts: PackageParts, withParts: Bool, _ budget: inout ExtractionBudget
  ) throws(Unextractable) -> DocumentText {
    let book = BookVisitor()
    guard try parts.walk(body, &budget, book) else { throw Unextractable("it has no \(body)") }
    try parts.walk(relations, &budget, book)
    let strings = SharedStringVisitor()
    try parts.walk("xl/sharedStrings.xml", &budget, strings)
    let formats = NumberFormatVisitor(countsFrom1904: book.countsFrom1904)
    try parts.walk("xl/styles.xml", &budget, formats)
    var document = DocumentText()
    var texts: [String] = []
    for sheet in book.sheets {
      let visitor = SheetVisitor(strings.strings, formats)
      let path = book.targets[sheet.relation].map(partName) ?? ""
      do throws(Unextractable) {
        guard try parts.walk(path, &budget, visitor) else { throw Unextractable("the part is missing") }
        if visitor.rows.isEmpty { continue }
        let table = MarkdownTable(visitor.rows, width: visitor.declaredWidth, limit: budget.textAllowance)
        budget.spendText(table.text.utf8.count)
        texts.append("## Sheet: \(sheet.name)\n\n\(table.text)")
        if table.rowsLeftOut > 0 {
          document.omissions.append(
            "\(table.rowsLeftOut) rows of the sheet '\(sheet.name)' were not seen: too large")
        }
      } catch {
        document.omissions.append("the sheet '\(sheet.name)' was not seen: \(error.reason)")
      }
    }
    document.parts.append(DocumentPart(name: nil, text: texts.joined(separator: "\n\n")))
    if withParts { document.parts += comments(parts, &budget, &document.omissions) }
    return document
  }

  private static func comments(
    _ parts: PackageParts, _ budget: inout ExtractionBudget, _ omissions: inout [String]
  ) -> [DocumentPart] {
    var found: [DocumentPart] = []
    for name in parts.names(prefix: "xl/comments", suffix: ".xml") {
      let visitor = SharedStringVisitor(items: ["author", "comment"])
      do {
        try parts.walk(name, &budget, visitor)
        found.append(DocumentPart(name: name, text: visitor.strings.joined(separator: "\n")))
      } catch {
        omissions.append(error.reason)
      }
    }
    return found + [parts.properties("docProps/core.xml", &budget)].compactMap { $0 }
  }

  /// Targets are relative to `xl`, or begin at the top.
  private static func partName(_ target: String) -> String {
    target.hasPrefix("/") ? String(target.dropFirst()) : "xl/\(target)"
  }
}

/// The sheets in their order, and where their parts are.
private final class BookVisitor: XMLVisitor {
  private(set) var sheets: [(name: String, relation: String)] = []
  private(set) var targets: [String: String] = [:]
  private(set) var countsFrom1904 = false

  func begin(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "sheet": sheets.append((attributes["name"] ?? "", attributes["id"] ?? ""))
    case "Relationship": targets[attributes["Id"] ?? ""] = attributes["Target"]
    case "workbookPr": countsFrom1904 = ["1", "true"].contains(attributes["date1904"])
    default: break
    }
  }

  func end(_ name: String) {}
  func text(_ text: String) {}
}
