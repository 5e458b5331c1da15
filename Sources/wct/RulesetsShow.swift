// `wct rulesets show`: one ruleset with all its rules.
internal import ArgumentParser
internal import CanonicalJSON
internal import CommandSupport
internal import Diagnostics
internal import RulesetModel
internal import Rulesets

struct RulesetsShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a ruleset with all its rules.")

  @Argument(help: ArgumentHelp("A file, or provider/name/version.", valueName: "ruleset"))
  var name: String

  @Option(help: ArgumentHelp("Show this rule with everything it says.", valueName: "NAME"))
  var rule: String?

  @OptionGroup var library: RulesetLibraryOptions

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let ruleset: ExaminedRuleset
    do {
      ruleset = try library.library.examine(name)
    } catch {
      throw ValidationError("'\(name)': \(error)")
    }
    if let fault = ruleset.diagnostics.first(where: { $0.severity == .error }) {
      throw ValidationError("'\(name)' can't be loaded: \(fault.message)")
    }
    if let rule { return try show(rule, of: ruleset) }
    Terminal.output.write(json ? ruleset.value.canonicalText + "\n" : RulesetDetail(ruleset).text)
  }

  private func show(_ rule: String, of ruleset: ExaminedRuleset) throws {
    let rules = ruleset.value.objectValue?["rules"]?.arrayValue ?? []
    guard let value = rules.first(where: { $0.objectValue?["name"] == .string(rule) }) else {
      let names = rules.compactMap { $0.objectValue?["name"]?.stringValue }
      let near = closest(to: rule, among: names).map { "; did you mean '\($0)'?" } ?? ""
      throw ValidationError("'\(name)' has no rule '\(rule)'\(near)")
    }
    Terminal.output.write((json ? value.canonicalText : RulesetDetail.text(of: value)) + "\n")
  }
}

/// A ruleset as people read it.
struct RulesetDetail {
  let ruleset: ExaminedRuleset

  init(_ ruleset: ExaminedRuleset) { self.ruleset = ruleset }

  var text: String {
    var table = TextTable([
      ("RULE", .left), ("WORDS", .right), ("VALUES", .right), ("SURE", .right), ("CHECK", .left),
      ("DESCRIPTION", .left),
    ])
    let object = ruleset.value.objectValue
    for rule in object?["rules"]?.arrayValue ?? [] {
      func count(_ key: String) -> String { String(rule.objectValue?[key]?.arrayValue?.count ?? 0) }
      func text(_ key: String) -> String { printable(rule.objectValue?[key]?.stringValue ?? "") }
      let confidence = rule.objectValue?["confidence"]?.integerValue.map(String.init) ?? ""
      table.add([
        text("name"), count("patterns"), count("value_patterns"), confidence, text("validator"),
        text("description"),
      ])
    }
    let description = printable(object?["description"]?.stringValue ?? "")
    let head = "\(ruleset.name) (\(ruleset.kind?.name ?? ""))\n\(description)\n\n"
    return head + table.lines(width: Terminal.output.tableWidth).map { $0 + "\n" }.joined()
  }

  /// Each field of a rule on a line of its own.
  static func text(of rule: JSONValue) -> String {
    (rule.objectValue?.members ?? []).map { member in
      guard let elements = member.value.arrayValue else {
        return "\(member.key): \(printable(member.value.stringValue ?? member.value.canonicalText))"
      }
      let lines = elements.map { "  - \(printable($0.stringValue ?? $0.canonicalText))" }
      return ([member.key + ":"] + lines).joined(separator: "\n")
    }.joined(separator: "\n")
  }
}
