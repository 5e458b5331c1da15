// docs/diagnostics.md: every rule with its examples and what the programs say about them.
internal import Diagnostics

enum ExplanationPage {
  static func markdown() -> String {
    var page = """
      # Diagnostics

      Every code, made from the rule registry by `wct explain --format markdown`. Codes are never reused.
      `wct explain CODE` prints one, `wct explain --format json` gives all of them to programs.

      | code | name | severity | what it asks for |
      | --- | --- | --- | --- |

      """
    for group in RuleGroup.all {
      for rule in group.rules {
        let anchor = "[\(rule.code)](#\(rule.code.lowercased())-\(rule.name))"
        page += "| \(anchor) | `\(rule.name)` | \(rule.severity.rawValue) | \(rule.summary) |\n"
      }
    }
    for group in RuleGroup.all {
      page += "\n## \(group.title)\n" + group.rules.map(section).joined()
    }
    return page
  }

  private static func section(_ rule: Rule) -> String {
    var text = "\n### \(rule.code) \(rule.name)\n\n\(rule.summary)"
    guard let explanation = rule.explanation else { return text + "\n" }
    text += " \(explanation.why)\n"
    switch explanation.illustration {
    case .none(let reason): text += "\nThere is no example: \(reason)\n"
    case .examples(let bad, let good):
      text += "\nWhat breaks it:\n\n" + blocks(bad)
      if let output = ExampleTrial(isColoured: false).output(of: bad) {
        text += "\n" + session(bad, output)
      }
      text += "\nWhat is right:\n\n" + (good.files == bad.files ? "" : blocks(good))
      if good.isShownAsSession(besides: bad) {
        text += (good.files == bad.files ? "" : "\n") + session(good, "")
      }
    }
    return text
  }

  private static func session(_ example: RuleExample, _ output: String) -> String {
    let lines = example.preparationLines + ["$ \(example.commandLine)", output]
    return fenced(lines.joined(separator: "\n"), "text")
  }

  private static func blocks(_ example: RuleExample) -> String {
    let blocks = example.files.map { file in
      let title = example.isSingleFile ? "" : "`\(file.path)`:\n\n"
      return title + (file.description.map { "*\($0)*\n" } ?? fenced(file.shownText, language(file.path)))
    }
    return blocks.joined(separator: "\n")
  }

  /// Not `yaml`: the runbooks of that language on other pages are checked by themselves, one by one.
  private static func language(_ path: String) -> String { path.hasSuffix(".yaml") ? "yml" : "text" }

  private static func fenced(_ text: String, _ language: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return "```\(language)\n" + lines.joined(separator: "\n") + "\n```\n"
  }
}
