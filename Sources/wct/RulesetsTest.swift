// `wct rulesets test`: whether rulesets are well formed, and their examples hold.
internal import ArgumentParser
internal import CanonicalJSON
internal import CommandSupport
internal import ComponentKit
internal import Diagnostics
internal import RuleMatching
internal import RulesetModel
internal import Rulesets
internal import TextMatching

struct RulesetsTest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Check rulesets, and try the examples that their rules carry.",
    discussion: """
      A ruleset is named as provider/name/version, or by its file. Without one, all that can be named are tested. \
      Exit codes: 0 all is well, 1 a fault or an example that does not hold, 2 wrong usage.
      """)

  @Argument(help: ArgumentHelp("Files, or provider/name/version.", valueName: "ruleset"))
  var names: [String] = []

  @OptionGroup var library: RulesetLibraryOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let library = library.library
    var reports: [DiagnosticReport] = []
    var lines: [String] = []
    for name in names.isEmpty ? library.uris : names {
      let ruleset = try examine(name, library)
      let trial = RulesetTrial(ruleset)
      reports.append(
        DiagnosticReport(diagnostics: trial.diagnostics, sources: ruleset.sources, path: ruleset.name))
      lines.append(trial.summary)
    }
    try output.show(reports, on: Terminal.error)
    if !output.quiet, output.shownFormat == .text {
      Terminal.output.write(lines.map { $0 + "\n" }.joined())
    }
    let hasErrors = reports.contains { $0.diagnostics.contains { $0.severity == .error } }
    (hasErrors ? ExitStatus.failed : .done).leave()
  }

  private func examine(_ name: String, _ library: RulesetLibrary) throws -> ExaminedRuleset {
    do {
      return try library.examine(name, checkPattern: { RegularExpression.fault(inPython: $0) })
    } catch {
      throw ValidationError("\(error)")
    }
  }
}

/// What the test of one ruleset came to.
private struct RulesetTrial {
  let diagnostics: [Diagnostic]
  let summary: String

  init(_ ruleset: ExaminedRuleset) {
    let examples = RuleExamples.all(in: ruleset.value)
    let count = examples.reduce(0) { $0 + $1.match.count + $1.noMatch.count }
    var found = ruleset.diagnostics
    guard !ruleset.hasErrors else {
      diagnostics = found
      summary = "\(ruleset.name): can't be used"
      return
    }
    let failures = Self.failures(of: examples, in: ruleset)
    let indices = Self.indices(of: ruleset)
    for failure in failures {
      let path = indices[failure.rule].map { index in
        ruleset.span(at: [
          .key("rules"), .index(index), .key("examples"), .key(failure.list), .index(failure.index),
        ])
      }
      found.append(Diagnostic(.failingExample, failure.message, at: path ?? nil))
    }
    diagnostics = found
    let held = count - failures.count
    summary =
      count == 0
      ? "\(ruleset.name): well formed, no examples"
      : "\(ruleset.name): \(held) of \(count) examples of \(examples.count) rules hold"
  }

  private static func indices(of ruleset: ExaminedRuleset) -> [String: Int] {
    let rules = ruleset.value.objectValue?["rules"]?.arrayValue ?? []
    var indices: [String: Int] = [:]
    for (index, rule) in rules.enumerated() {
      if let name = rule.objectValue?["name"]?.stringValue { indices[name] = index }
    }
    return indices
  }

  private static func failures(of examples: [RuleExamples], in ruleset: ExaminedRuleset) -> [FailedExample] {
    guard case .detection(let fields)? = ruleset.kind?.fields,
      let rules = DetectionRuleset.decode(ruleset.value, fields).ruleset,
      var trial = try? RuleExampleTrial(rules)
    else { return [] }
    return trial.failures(of: examples)
  }
}
