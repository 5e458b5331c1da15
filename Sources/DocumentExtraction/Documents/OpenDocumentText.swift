// Takes the text out of an ODT file. Knows OpenDocument 1.3 part 3.

/// `content.xml` of an OpenDocument package.
struct OpenDocumentText {
  static let body = "content.xml"
  static let mediaType = "application/vnd.oasis.opendocument.text"

  /// Paragraphs and headings in their order, the cells of a row joined by tabs; then headers, footers and properties.
  static func text(
    _ parts: PackageParts, _ budget: inout ExtractionBudget
  ) throws(Unextractable) -> DocumentText {
    let manifest = ManifestVisitor()
    _ = try? parts.walk("META-INF/manifest.xml", &budget, manifest)
    if manifest.isEncrypted { throw Unextractable("it is protected by a password") }
    let body = OpenDocumentVisitor()
    guard try parts.walk(Self.body, &budget, body) else { throw Unextractable("it has no \(Self.body)") }
    var document = DocumentText(parts: [DocumentPart(name: nil, text: body.text)])
    let styles = OpenDocumentVisitor()
    do {
      try parts.walk("styles.xml", &budget, styles)
      if !styles.isBlank { document.parts.append(DocumentPart(name: "styles.xml", text: styles.text)) }
    } catch {
      document.omissions.append(error.reason)
    }
    if let properties = parts.properties("meta.xml", &budget) { document.parts.append(properties) }
    return document
  }
}

private final class ManifestVisitor: XMLVisitor {
  private(set) var isEncrypted = false
  func begin(_ name: String, _ attributes: [String: String]) {
    if name == "encryption-data" { isEncrypted = true }
  }
  func end(_ name: String) {}
  func text(_ text: String) {}
}

/// Gathers lines.
private final class OpenDocumentVisitor: XMLVisitor {
  private var lines: [String] = []
  private var openParagraphs: [String] = []
  /// The cells of the rows that are open, one list for each row.
  private var openRows: [[String]] = []
  private var deletionDepth = 0

  var text: String { lines.joined(separator: "\n") }
  var isBlank: Bool { lines.allSatisfy { $0.allSatisfy(\.isWhitespace) } }

  func begin(_ name: String, _ attributes: [String: String]) {
    if name == "tracked-changes" { deletionDepth += 1 }
    guard deletionDepth == 0 else { return }
    switch name {
    case "p", "h": openParagraphs.append("")
    case "tab": append("\t")
    case "line-break": append("\n")
    case "s":
      append(String(repeating: " ", count: min(max(1, attributes["c"].flatMap { Int($0) } ?? 1), 80)))
    case "table-row": openRows.append([])
    case "table-cell", "covered-table-cell":
      if !openRows.isEmpty { openRows[openRows.count - 1].append("") }
    default: break
    }
  }

  func end(_ name: String) {
    if name == "tracked-changes" { deletionDepth -= 1 }
    guard deletionDepth == 0 else { return }
    switch name {
    case "p", "h": if let paragraph = openParagraphs.popLast() { finish(paragraph) }
    case "table-row": if let row = openRows.popLast() { finish(row.joined(separator: "\t")) }
    default: break
    }
  }

  /// A paragraph of a cell becomes part of it, any other a line.
  private func finish(_ paragraph: String) {
    guard let cell = openRows.last?.last else { return lines.append(paragraph) }
    openRows[openRows.count - 1][openRows[openRows.count - 1].count - 1] =
      cell.isEmpty ? paragraph : cell + "\n" + paragraph
  }

  func text(_ text: String) { if deletionDepth == 0 { append(text) } }

  private func append(_ text: String) {
    if !openParagraphs.isEmpty { openParagraphs[openParagraphs.count - 1] += text }
  }
}
