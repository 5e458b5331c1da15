// A rule with its explanation, for people at a terminal.
internal import CommandSupport
internal import Diagnostics

struct ExplanationText {
  let width: Int
  let isColoured: Bool

  /// All that there is to say about a rule.
  func text(of rule: Rule) -> String {
    var text = "\(strong("\(rule.code) \(rule.name)")) (\(rule.severity.rawValue))\n\(wrapped(rule.summary))"
    guard let explanation = rule.explanation else { return text }
    text += "\n" + wrapped(explanation.why)
    switch explanation.illustration {
    case .none(let reason): text += "\n" + wrapped("No example: \(reason)")
    case .examples(let bad, let good):
      text += "\n" + strong("What breaks it") + "\n\n" + shown(bad)
      if let output = ExampleTrial(isColoured: isColoured).output(of: bad) {
        text += "\n" + session(bad) + indented(output)
      }
      text += "\n" + strong("What is right") + "\n\n" + (good.files == bad.files ? "" : shown(good))
      if good.isShownAsSession(besides: bad) { text += (good.files == bad.files ? "" : "\n") + session(good) }
    }
    return text
  }

  /// All rules by group, a line each.
  func list() -> String {
    let width = Rule.all.map(\.name.count).max() ?? 0
    return RuleGroup.all.map { group in
      strong(group.title) + "\n" + group.rules.map { line($0, nameWidth: width) }.joined()
    }.joined(separator: "\n")
  }

  private func line(_ rule: Rule, nameWidth: Int) -> String {
    let severity = rule.severity.rawValue.padding(to: 8)
    let start = "  \(rule.code)  \(severity) \(rule.name.padding(to: nameWidth))  "
    if start.count + 40 <= width { return TextTable.cut(start + rule.summary, to: width) + "\n" }
    // On a narrow terminal what a rule says is the last thing to be cut.
    let summary = wrapped(rule.summary, to: max(width - 6, 20)).split(separator: "\n")
    return "  \(rule.code)  \(rule.severity.rawValue) \(rule.name)\n"
      + summary.map { "      \($0)\n" }.joined()
  }

  private func session(_ example: RuleExample) -> String {
    indented((example.preparationLines + ["$ \(example.commandLine)"]).joined(separator: "\n"))
  }

  private func shown(_ example: RuleExample) -> String {
    example.files.map { file in
      (example.isSingleFile ? "" : "\(indent)# \(file.path)\n") + indented(file.shownText)
    }.joined(separator: "\n")
  }

  private let indent = "    "

  private func indented(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { $0.isEmpty ? "\n" : "\(indent)\($0)\n" }.joined()
  }

  /// Lines of words that fit the width, ending with a line break.
  private func wrapped(_ text: String) -> String { wrapped(text, to: min(width, 100)) }

  private func wrapped(_ text: String, to width: Int) -> String {
    var lines = [""]
    for word in text.split(separator: " ") {
      let isFull = lines[lines.count - 1].count + word.count + 1 > width
      if isFull, !lines[lines.count - 1].isEmpty { lines.append("") }
      lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func strong(_ text: String) -> String { isColoured ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
}
