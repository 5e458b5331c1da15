// Reads the named parts of a document that is a zip file. Knows no element.

/// The parts of an office document.
struct PackageParts {
  let archive: ZipArchive

  func has(_ name: String) -> Bool { archive.index(of: name) != nil }

  /// The names of the parts that begin and end like this, in the order of the file.
  func names(prefix: String, suffix: String) -> [String] {
    archive.directory.entries.map(ZipArchive.name).filter { $0.hasPrefix(prefix) && $0.hasSuffix(suffix) }
  }

  /// Walks over a part; false where there is none.
  @discardableResult
  func walk(
    _ name: String, _ budget: inout ExtractionBudget, _ visitor: any XMLVisitor
  ) throws(Unextractable) -> Bool {
    guard let index = archive.index(of: name) else { return false }
    do {
      try XMLWalk.read(try archive.content(of: index, &budget), visitor)
    } catch {
      throw Unextractable("its part '\(name)' can't be read: \(error.reason)")
    }
    return true
  }

  /// Who made the document, from its properties; nil where nothing is said.
  func properties(_ name: String, _ budget: inout ExtractionBudget) -> DocumentPart? {
    let visitor = PropertyVisitor()
    guard (try? walk(name, &budget, visitor)) == true, !visitor.lines.isEmpty else { return nil }
    return DocumentPart(name: name, text: visitor.lines.joined(separator: "\n"))
  }
}

/// Takes the properties that hold words: `creator: Ann`.
private final class PropertyVisitor: XMLVisitor {
  private(set) var lines: [String] = []
  private var value = ""

  func begin(_ name: String, _ attributes: [String: String]) { value = "" }

  func end(_ name: String) {
    let text = value.drop { $0.isWhitespace }
    if !text.isEmpty { lines.append("\(name): \(text)") }
    value = ""
  }

  func text(_ text: String) { value += text }
}
