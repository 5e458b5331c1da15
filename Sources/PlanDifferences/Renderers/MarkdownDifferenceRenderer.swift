// A difference as the comment on a pull request: GitHub's Markdown, of bounded length.
internal import Diagnostics

/// Renders a difference as GitHub Flavored Markdown.
///
/// Everything that comes from a plan stands in code, so it can neither mark up, link nor mention anybody.
package struct MarkdownDifferenceRenderer {
  /// GitHub refuses a comment of more than 65,536 characters; the rest is left for what surrounds this one.
  package static let standardLength = 60_000

  private let limit: Int

  /// - Parameter limit: The most characters that are written, 2,000 at least.
  package init(limit: Int = standardLength) { self.limit = max(2_000, limit) }

  package func render(_ difference: PlanDifference) -> String {
    let names = "\(code(difference.old.name)) → \(code(difference.new.name))"
    guard !difference.isEmpty else {
      return "### No difference\n\n\(names): \(DifferenceWording.sameness(difference)).\n"
    }
    var page = Page(limit: limit)
    page.add("### Plan difference\n\n\(names)\n")
    page.add(summary(difference))
    page.addAll(flows(difference.flows), "flow")
    page.addAll(outputs(difference.outputs), "output")
    if !difference.causes.isEmpty {
      page.addAll(["\n#### Causes\n\n"] + difference.causes.map(cause), "cause")
    }
    page.addAll(environment(difference.environment), "variable")
    page.addAll(metadata(difference.metadata), "name")
    return page.text
  }

  // MARK: - Sections

  private func summary(_ difference: PlanDifference) -> String {
    if difference.isMetadataOnly {
      return "\n\(DifferenceWording.metadataOnly(difference)).\n"
    }
    return "\n" + DifferenceWording.totals(difference).map { "- \(escape($0))\n" }.joined()
  }

  private func flows(_ flows: FlowComparison) -> [String] {
    guard !flows.isEmpty else { return [] }
    var rows = flows.opened.map { flow in
      let way = flow.path.count > 2 ? "<br>\(code(DifferenceWording.way(flow)))" : ""
      return
        "> - **opened**: \(code(flow.origin)) reaches \(code(flow.sink)) (\(DifferenceWording.ends(flow)))\(way)\n"
    }
    rows += flows.marks.map { "> - \(code($0.artifact)) is \(DifferenceWording.mark($0))\n" }
    rows += flows.closed.map {
      "> - closed: \(code($0.origin)) no longer reaches \(code($0.sink)) (\(DifferenceWording.ends($0)))\n"
    }
    let kind = flows.isWidened ? "CAUTION" : "NOTE"
    let counts =
      flows.newlyTainted + flows.noLongerTainted == 0
      ? ""
      : "> Artifacts derived from sensitive data: \(flows.newlyTainted) more, \(flows.noLongerTainted) no longer.\n"
    return ["\n> [!\(kind)]\n> **Sensitive data**\n>\n" + counts] + rows
  }

  private func outputs(_ outputs: [OutputComparison]) -> [String] {
    let noteworthy = DifferenceWording.noteworthy(outputs)
    guard !noteworthy.isEmpty else { return [] }
    let head = "\n#### Outputs\n\n| output | for its readers | why |\n| --- | --- | --- |\n"
    return [head]
      + noteworthy.map { output in
        let verdict = output.verdict == .breaking ? "**breaking**" : output.verdict.rawValue
        return "| \(cell(output.id)) | \(verdict) | \(cell(DifferenceWording.reasons(output))) |\n"
      }
  }

  private func cause(_ cause: Cause) -> String {
    let title = DifferenceWording.title(cause)
    let subject = title.subject.isEmpty ? "" : " <code>\(HTMLText.escape(title.subject))</code>"
    let remark = title.remark.isEmpty ? "" : " <code>\(HTMLText.escape(trimmed(title.remark)))</code>"
    let reach = DifferenceWording.reach(cause)
    let short = cause.reach.downstream.map { $0 > 0 ? " · \($0) downstream" : "" } ?? ""
    let head = "\(title.word)\(subject)\(remark)\(short)"
    let lines = DifferenceWording.lines(cause)
    guard !lines.isEmpty || reach != nil else { return "- \(head)\n" }
    var text = "\n<details><summary>\(head)</summary>\n\n"
    for line in lines.prefix(DifferenceWording.shownLines) { text += item(line) }
    if lines.count > DifferenceWording.shownLines {
      text += "- … and \(lines.count - DifferenceWording.shownLines) more\n"
    }
    if let reach { text += "\n\(code(reach))\n" }
    return text + "\n</details>\n"
  }

  private func item(_ line: DifferenceWording.Line) -> String {
    let start = String(repeating: "  ", count: line.depth - 1) + "- \(mark(line.sign))\(code(line.label))"
    switch (line.old, line.new) {
    case (let old?, let new?): return "\(start): \(code(old)) → \(code(new))\n"
    case (let value?, nil), (nil, let value?): return "\(start): \(code(value))\n"
    case (nil, nil): return "\(start)\n"
    }
  }

  private func environment(_ changes: [Change]) -> [String] {
    guard !changes.isEmpty else { return [] }
    return ["\n#### Variables\n\n"] + changes.map { item(DifferenceWording.line($0)) }
  }

  private func metadata(_ changes: [MetadataChange]) -> [String] {
    guard !changes.isEmpty else { return [] }
    let rows = changes.map { change in
      "\(change.artifact.map { code($0) } ?? "the runbook")\n\n"
        + change.changes.map { item(DifferenceWording.line($0)) }.joined() + "\n"
    }
    return ["\n#### Names and descriptions\n\n"] + rows
  }

  // MARK: - Text

  private func mark(_ sign: DifferenceWording.Line.Sign) -> String {
    switch sign {
    case .added: "added "
    case .removed: "removed "
    case .modified: ""
    }
  }

  private func trimmed(_ text: String) -> String {
    String(text.drop { $0 == " " || $0 == "," })
  }

  /// A code span that its content can't leave: its fence is longer than any run of backticks inside
  /// (CommonMark 0.31, section 6.1).
  private func code(_ text: String) -> String {
    let text = printable(text)
    var (longest, run) = (0, 0)
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let pad = longest > 0 || text.hasPrefix(" ") || text.isEmpty ? " " : ""
    return fence + pad + text + pad + fence
  }

  /// Code in a table, where a bar would end the cell even there.
  private func cell(_ text: String) -> String {
    code(text).split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }

  /// Plain words, with what could mean something taken out of its meaning.
  private func escape(_ text: String) -> String {
    var result = ""
    for scalar in printable(text).unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "#", "|", "~": result += "\\\(scalar)"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "@": result += "&#64;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

/// A text that ends, whole blocks only, before it is too long.
private struct Page {
  private(set) var text = ""
  private var length = 0
  private let limit: Int
  /// What is kept free to say that something is missing.
  private static let reserve = 300

  init(limit: Int) { self.limit = limit }

  @discardableResult
  mutating func add(_ block: String) -> Bool {
    // GitHub counts as JavaScript does.
    let size = block.utf16.count
    guard length + size <= limit - Self.reserve else { return false }
    text += block
    length += size
    return true
  }

  /// Adds blocks until one does not fit, and says how many are missing.
  mutating func addAll(_ blocks: [String], _ what: String) {
    for (index, block) in blocks.enumerated() where !add(block) {
      // The first block is a heading.
      let missing = blocks.count - max(1, index)
      let note = "\n… \(DifferenceWording.count(missing, "more \(what)")) left out; `wct diff` shows all.\n"
      text += note
      length += note.utf16.count
      return
    }
  }
}
