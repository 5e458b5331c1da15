// Fixing until nothing is left: what is applied, what is taken back, and when it ends.
import Diagnostics
import SourceEdits
import Testing

@Suite struct SourceFixerTests {
  private static let rules: [String: WordCheck.Rule] = [
    "bad": .init(replacement: "good"), "odd": .init(isError: false, replacement: "even"),
    "guess": .init(applicability: .unsafe, replacement: "known"), "worse": .init(replacement: "bad"),
    "trap": .init(isError: false, replacement: "hole"), "hole": .init(), "stuck": .init(replacement: "stuck"),
    "ping": .init(isError: false, replacement: "pong"), "pong": .init(isError: false, replacement: "ping"),
    "lost": .init(),
  ]

  private static func text(_ outcome: FixOutcome, _ name: String = "a") -> String? {
    outcome.files.first { $0.name == name }.map { String(decoding: $0.after, as: UTF8.self) }
  }

  @Test func appliesSafeFixesTogetherInOneRound() throws {
    let check = WordCheck([("a", "bad x odd bad")], Self.rules)
    let outcome = try check.fixer().fix(.safe)
    #expect(Self.text(outcome) == "good x even good")
    #expect(outcome.fixedCount == 3 && outcome.hasConverged && outcome.refused.isEmpty)
    let left = outcome.reports.flatMap(\.diagnostics)
    #expect(left.isEmpty)
    #expect(check.count == 3, "first, errors, warnings")
  }

  @Test func goesOnUntilNothingIsLeft() throws {
    let outcome = try WordCheck([("a", "worse")], Self.rules).fixer().fix(.safe)
    #expect(Self.text(outcome) == nil, "the fix makes an error about its own text")
    #expect(outcome.refused.count == 1)
    let chain: [String: WordCheck.Rule] = [
      "one": .init(isError: false, replacement: "two"), "two": .init(isError: false, replacement: "three"),
    ]
    #expect(try Self.text(WordCheck([("a", "one")], chain).fixer().fix(.safe)) == "three")
  }

  @Test func leavesGuessesUnlessAskedAndCountsThem() throws {
    let check = WordCheck([("a", "guess bad")], Self.rules)
    let safe = try check.fixer().fix(.safe)
    #expect(Self.text(safe) == "guess good" && safe.unsafeCount == 1)
    let all = try check.fixer().fix(.unsafe)
    #expect(Self.text(all) == "known good" && all.unsafeCount == 0)
  }

  @Test func takesBackWhatMakesAnError() throws {
    let words = Array(repeating: "odd", count: 20) + ["trap"] + Array(repeating: "bad", count: 20)
    let outcome = try WordCheck([("a", words.joined(separator: " "))], Self.rules).fixer().fix(.safe)
    let text = Self.text(outcome) ?? ""
    #expect(text.split(separator: " ").count { $0 == "even" || $0 == "good" } == 40)
    #expect(text.contains("trap") && !text.contains("hole"))
    let refused = try #require(outcome.refused.first)
    #expect(outcome.refused.count == 1 && refused.fix.place == "a:1")
    if case .newError(let error) = refused.harm {
      #expect(error.message == "'hole' is wrong")
    } else {
      Issue.record("it should say which error")
    }
  }

  @Test func takesBackWhatDoesNotHelp() throws {
    let outcome = try WordCheck([("a", "stuck bad")], Self.rules).fixer().fix(.safe)
    #expect(Self.text(outcome) == "stuck good")
    if case .unresolved = outcome.refused.first?.harm {} else { Issue.record("it should say so") }
  }

  @Test func endsWhereFixesUndoEachOther() throws {
    let outcome = try WordCheck([("a", "ping")], Self.rules).fixer().fix(.safe)
    #expect(!outcome.hasConverged)
    #expect(Self.text(outcome) == nil, "an even number of rounds leaves the text as it was")
  }

  @Test func fixesSeveralFilesAndLeavesThoseThatMustNotChange() throws {
    let check = WordCheck([("a", "bad"), ("b", "bad"), ("c", "lost")], Self.rules)
    let outcome = try check.fixer(mayChange: { $0 != "b" }).fix(.safe)
    #expect(outcome.files.map(\.name) == ["a"])
    #expect(outcome.protectedFiles == ["b"])
    #expect(outcome.reports.flatMap(\.diagnostics).map(\.message) == ["'bad' is wrong", "'lost' is wrong"])
  }

  @Test func makesNoMoreChecksThanAllowed() throws {
    var limits = SourceFixer.Limits()
    limits.checks = 5
    let words = (0..<64).map { $0 % 2 == 0 ? "trap" : "odd" }.joined(separator: " ")
    let check = WordCheck([("a", words)], Self.rules)
    let outcome = try check.fixer(limits: limits).fix(.safe)
    #expect(check.count <= 5 && !outcome.hasConverged)
  }

  /// Two fixes of one place: the first in the text wins, the other has its turn in the next round.
  @Test func conflictingFixesTakeTurns() throws {
    let outcome = try OverlappingCheck().fixer.fix(.safe)
    #expect(Self.text(outcome) == "[c, b, a]")
    #expect(outcome.fixedCount == 2)
  }
}

/// Wants `b` and `c` in a list, each added in front of the first element.
private struct OverlappingCheck {
  var fixer: SourceFixer {
    SourceFixer(identity: { $0 }, mayChange: { _ in true }) { texts in
      let bytes = texts["a"] ?? Array("[a]".utf8)
      let text = String(decoding: bytes, as: UTF8.self)
      var sources = SourceCollection()
      let id = sources.add(SourceText(name: "a", bytes: bytes))
      let span = SourceSpan(source: id, start: 1, end: 1)
      let diagnostics = ["b", "c"].filter { !text.contains($0) }.map { name in
        Diagnostic(
          .mappedInputNotListed, "'\(name)' is missing", at: span,
          fixes: [FixIt("add '\(name)'", .safe, replacing: span, with: "\(name), ")])
      }
      return [DiagnosticReport(diagnostics: diagnostics, sources: sources, path: "a")]
    }
  }
}
