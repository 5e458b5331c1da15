// A record of processing activities as Markdown that word processors import.

extension ProcessingRecord {
  /// CommonMark with the pipe tables that pandoc and GitHub read: `pandoc -f gfm record.md -o record.docx`.
  package var markdown: String {
    RecordDocument(self).blocks.map(MarkdownText.block).joined(separator: "\n")
  }
}

private enum MarkdownText {
  static func block(_ block: RecordDocument.Block) -> String {
    switch block {
    case .heading(let level, let text): "\(String(repeating: "#", count: level)) \(escaped(text))\n"
    case .paragraph(let text): escaped(text) + "\n"
    case .list(let items): items.map { "- \(escaped($0))\n" }.joined()
    case .details(let rows): table(["", ""], rows.map { ["**\(escaped($0.0))**", escaped($0.1)] })
    case .table(_, let heads, let rows): table(heads.map(escaped), rows.map { $0.map(escaped) })
    }
  }

  private static func table(_ heads: [String], _ rows: [[String]]) -> String {
    let lines = [heads, heads.map { _ in "---" }] + rows
    return lines.map { "| \($0.joined(separator: " | ")) |\n" }.joined()
  }

  /// Text that comes from anybody, as text: nothing in it is markup, a link, or a second line.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\t", "\u{2028}", "\u{2029}": result += " "
      case "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "#", "|", "~", "!", "&", "$", "^":
        result += "\\"
        result.unicodeScalars.append(scalar)
      default:
        // What would reorder or hide the text beside it.
        if !HTMLText.isHarmful(scalar) { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }
}
