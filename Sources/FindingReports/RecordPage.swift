// A record of processing activities as one HTML page that needs nothing else and reads well on paper.
internal import RunHistory

extension ProcessingRecord {
  /// The page.
  package var html: String {
    let blocks = RecordDocument(self).blocks
    let name = organisation.controller?.name ?? origin.run.runbookName
    let title = HTMLText.escaped("\(RecordDocument.title): \(name)")
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <title>\(title)</title>
      <style>
      \(ReportStyle.sheet)
      tbody th, td { overflow-wrap: break-word; }
      </style>
      </head>
      <body>
      <main id="content">
      \(blocks.map(block).joined())</main>
      <footer><p class="r-note">Made by \(HTMLText.escaped(origin.program)) at \(origin.now.text). It is a draft for \
      the controller, who is responsible for it, and no legal advice.</p></footer>
      </body>
      </html>

      """
  }

  private func block(_ block: RecordDocument.Block) -> String {
    switch block {
    case .heading(let level, let text): "<h\(level)>\(HTMLText.escaped(text))</h\(level)>\n"
    case .paragraph(let text): "<p\(mark(text))>\(HTMLText.escaped(text))</p>\n"
    case .list(let items): "<ul>\n\(items.map { "<li>\(HTMLText.escaped($0))</li>\n" }.joined())</ul>\n"
    case .details(let rows):
      "<dl>\n\(rows.map { "<dt>\(HTMLText.escaped($0.0))</dt><dd\(mark($0.1))>\(HTMLText.escaped($0.1))</dd>\n" }.joined())</dl>\n"
    case .table(let caption, let heads, let rows): table(caption, heads, rows)
    }
  }

  /// What is not known stands out.
  private func mark(_ text: String) -> String { text == RecordDocument.unknown ? " class=\"r-mark\"" : "" }

  private func table(_ caption: String, _ heads: [String], _ rows: [[String]]) -> String {
    let columns = heads.map { "<th scope=\"col\">\(HTMLText.escaped($0))</th>" }.joined()
    let lines = rows.map { row in
      let cells = row.dropFirst().map { "<td\(mark($0))>\(HTMLText.escaped($0))</td>" }.joined()
      return "<tr><th scope=\"row\">\(HTMLText.escaped(row.first ?? ""))</th>\(cells)</tr>\n"
    }
    return
      "<table>\n<caption class=\"r-unseen\">\(HTMLText.escaped(caption))</caption>\n<thead><tr>\(columns)</tr></thead>\n"
      + "<tbody>\n\(lines.joined())</tbody>\n</table>\n"
  }
}
