// Every rule's examples do what they say, through the built programs; the documentation shows them.
import CanonicalJSON
import Diagnostics
import SystemFiles
import TestSupport
import Testing

@Suite struct ExplanationTests {
  static let illustrated = RuleExplanation.all.filter {
    if case .examples = $0.illustration { true } else { false }
  }

  @Test func everyRuleIsExplained() {
    let explained = RuleExplanation.all.map(\.rule.code)
    #expect(explained.sorted() == Rule.all.map(\.code))
    for explanation in RuleExplanation.all {
      #expect(explanation.why.hasSuffix(".") && !explanation.why.contains("\n"), "\(explanation.rule.code)")
      if case .none(let reason) = explanation.illustration { #expect(reason.hasSuffix(".")) }
    }
    #expect(Self.illustrated.count > 50)
  }

  /// The bad example gives the code and no other error.
  @Test(arguments: illustrated.map(\.rule.code)) func badExample(_ code: String) throws {
    let explanation = try #require(Self.illustrated.first { $0.rule.code == code })
    guard case .examples(let bad, _) = explanation.illustration else { return }
    let result = try run(bad)
    let found = codes(result)
    #expect(found.contains { $0.code == explanation.rule.code }, "\(explanation.rule.code): \(result)")
    let others = found.filter { $0.severity == "error" && $0.code != explanation.rule.code }
    #expect(others.isEmpty, "\(explanation.rule.code): \(result)")
  }

  /// The good example gives neither the code nor an error.
  @Test(arguments: illustrated.map(\.rule.code)) func goodExample(_ code: String) throws {
    let explanation = try #require(Self.illustrated.first { $0.rule.code == code })
    guard case .examples(_, let good) = explanation.illustration else { return }
    let result = try run(good)
    #expect(result.code == 0, "\(explanation.rule.code): \(result)")
    let found = codes(result).filter { $0.severity == "error" || $0.code == explanation.rule.code }
    #expect(found.isEmpty, "\(explanation.rule.code): \(result)")
  }

  /// `RECORD_GOLDENS=1` writes the page anew, and fails.
  @Test func documentationIsUpToDate() throws {
    let place = try Workplace()
    // It runs every example.
    let page = try place.start(.wct, ["explain", "--format", "markdown"], seconds: 300).result().output
    let path = Repository.path + "/docs/diagnostics.md"
    let found = String(decoding: (try? readFile(path)) ?? [], as: UTF8.self)
    if GoldenFile.isRecording, found != page { try writeFile(path, Array(page.utf8)) }
    #expect(found == page, "docs/diagnostics.md is stale: RECORD_GOLDENS=1 make test")
  }

  // MARK: -

  private func run(_ example: RuleExample) throws -> ProcessResult {
    var place = try Workplace()
    place.environment = Dictionary(uniqueKeysWithValues: example.variables.map { ($0.name, $0.value) })
    for file in example.files {
      try place.write(file.path, "")
      try writeFile(PathText.join(place.path, file.path), file.bytes)
    }
    for step in example.preparation {
      let name = try #require(step.first)
      let program = try BuiltProgram(rawValue: name).map { try $0.path() } ?? "/usr/bin/\(name)"
      // It need not succeed: a run that fails may be what is looked at.
      _ = try ChildProcess(
        program, Array(step.dropFirst()), directory: place.path, environment: place.variables
      ).result()
    }
    let program = try #require(example.command.first.flatMap(BuiltProgram.init))
    return try place.start(program, Array(example.command.dropFirst())).result()
  }

  /// What stands at the beginning of lines as `error[WCT1234]`.
  private func codes(_ result: ProcessResult) -> [(severity: Substring, code: Substring)] {
    (result.output + result.error).split(separator: "\n").compactMap { line in
      guard let match = line.prefixMatch(of: #/(error|warning|note)\[(WCT\d{4})\]: /#) else { return nil }
      return (match.1, match.2)
    }
  }
}
