// `wct explain CODE`: what a diagnostic's code stands for, why, and what it looks like.
internal import ArgumentParser
internal import CanonicalJSON
internal import CommandSupport
internal import Diagnostics

struct Explain: ParsableCommand {
  /// How rules are shown.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, markdown
  }

  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Say what a diagnostic's code stands for, with examples.")

  @Argument(help: "A code such as WCT2004, or a rule's name; none: all of them.")
  var code: String?

  @Option(help: "How to show it; markdown is the whole page of the documentation.")
  var format: Format = .text

  @Option(help: "When to colour.")
  var color: ColorChoice = .auto

  func run() throws {
    let rule = try code.map(rule)
    switch format {
    case .json:
      Terminal.output.write(ExplanationJSON.document(rule.map { [$0] } ?? Rule.all).canonicalText + "\n")
    case .markdown: Terminal.output.write(ExplanationPage.markdown())
    case .text:
      let terminal = Terminal.output
      let text = ExplanationText(
        width: terminal.isTerminal ? terminal.width : 160, isColoured: terminal.isColoured(color))
      terminal.write(rule.map(text.text) ?? text.list())
    }
  }

  private func rule(_ name: String) throws -> Rule {
    if let rule = Rule.named(name) { return rule }
    let hint = closest(to: name, among: Rule.writtenForms).map { "; did you mean '\($0)'?" } ?? ""
    throw ValidationError("there is no rule '\(name)'\(hint)")
  }
}
