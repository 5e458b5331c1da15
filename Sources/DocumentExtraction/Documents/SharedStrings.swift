// The texts that the cells of a workbook share.

/// `xl/sharedStrings.xml`: one text for each item, its runs put together, pronunciations left out.
final class SharedStringVisitor: XMLVisitor {
  private let items: Set<String>
  private(set) var strings: [String] = []
  private var value: String?
  private var isText = false
  private var isPhonetic = false

  /// - Parameter items: The elements that are one text each.
  init(items: Set<String> = ["si"]) { self.items = items }

  func begin(_ name: String, _ attributes: [String: String]) {
    if items.contains(name) { value = "" }
    if name == "t" || name == "author" { isText = true }
    if name == "rPh" { isPhonetic = true }
  }

  func end(_ name: String) {
    if name == "t" || name == "author" { isText = false }
    if name == "rPh" { isPhonetic = false }
    if items.contains(name), let text = value {
      strings.append(text)
      value = nil
    }
  }

  func text(_ text: String) { if isText, !isPhonetic { value? += text } }
}
