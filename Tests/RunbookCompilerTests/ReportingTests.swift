// What is reported once for many uses, with quotes kept, and of a large cycle.
import Diagnostics
import RunbookCompiler
import SystemFiles
import TestSupport
import Testing

struct ReportingTests {
  private static let head = "name: N\ndescription: D\ncontact: c@example.org\n"

  private func check(_ text: String) -> CompilationResult {
    FixtureCompilation.compiler().compile(text: Array(text.utf8), name: "t.yaml", goal: .check)
  }

  /// An error of a child that is used 2,000 times is one error that remembers a few of the uses.
  @Test func manyUses() throws {
    let directory = try TemporaryDirectory()
    try directory.write(
      "child.yaml", Self.head + "artifacts:\n  a: {inputs: nobody}\noutputs: {o: {artifact: a}}\n")
    let uses = (0..<2000).map { "  u\($0): {child_runbook: {path: child.yaml, output: o}, output: true}\n" }
    let main = try directory.write("main.yaml", Self.head + "artifacts:\n" + uses.joined())
    let result = FixtureCompilation.compiler().compile(path: main, goal: .check)
    let errors = result.diagnostics.filter { $0.rule == .unknownArtifact }
    #expect(errors.count == 1)
    let provenance = try #require(errors.first?.provenance)
    #expect(provenance.steps.count == 1)
    #expect(provenance.otherUseCount == 1999 && provenance.otherUses.count == 5)
    #expect(result.sources.description(of: provenance.steps[0].span).hasSuffix("main.yaml:5:30"))
  }

  @Test(arguments: ["\"", "'", ""])
  func quotesAreKept(_ quote: String) throws {
    let result = check(
      Self.head + "artifacts:\n  files: {inputs: \(quote)flies\(quote), output: true}\n  x: {inputs: files}\n"
    )
    let fix = try #require(result.diagnostics.first { $0.rule == .unknownArtifact }?.fixes.first)
    #expect(fix.edits.first?.replacement == "\(quote)files\(quote)")
  }

  /// In a ring of 3,000 with one shortcut the short way round is shown, the same each time.
  @Test func shortestCycleOfALargeComponent() throws {
    let count = 3000
    let lines = (0..<count).map { number in
      let next = (number + 1) % count
      return "  n\(number): {inputs: \(number == 2000 ? "[n\(next), n1990]" : "n\(next)")}\n"
    }
    let messages = (0..<2).map { _ in
      check(Self.head + "artifacts:\n" + lines.joined()).diagnostics.filter { $0.rule == .cycle }.map(
        \.message)
    }
    #expect(messages[0] == messages[1])
    let names = (1990...2000).map { "n\($0)" } + ["n1990"]
    #expect(messages[0] == ["artifacts depend on themselves: \(names.joined(separator: " → "))"])
  }

  /// A cycle of thousands is no text of thousands of lines.
  @Test func longCycleIsShownInPart() throws {
    let count = 5000
    let lines = (0..<count).map { "  n\($0): {inputs: n\(($0 + 1) % count)}\n" }
    let result = check(Self.head + "artifacts:\n" + lines.joined())
    let cycle = try #require(result.diagnostics.first { $0.rule == .cycle })
    #expect(cycle.labels.count == count - 1)
    let text = TextRenderer(sources: result.sources).render(cycle)
    #expect(text.split(separator: "\n").count < 100)
    #expect(text.contains("4975 further places not shown here"))
    #expect(cycle.message.contains("… (4989 more)"))
  }
}
