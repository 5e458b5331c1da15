// The pattern matcher against a table that was recorded from Python's pathspec 0.12.1, style gitwildmatch.
import Testing

import SystemFiles

/// Patterns, a path, and whether the path is selected.
struct PatternCase: Sendable, CustomTestStringConvertible {
  let patterns: [String]
  let path: String
  let isSelected: Bool

  init(_ patterns: [String], _ path: String, _ isSelected: Bool) {
    self.patterns = patterns
    self.path = path
    self.isSelected = isSelected
  }

  var testDescription: String { "\(patterns) on \(path)" }
}

@Test("Patterns select as pathspec does", arguments: recordedPatternCases)
func patternsSelect(example: PatternCase) throws {
  let match = try GitWildMatch(example.patterns)
  #expect(match.selects(example.path.split(separator: "/").map(String.init)) == example.isSelected)
}

@Test("Patterns that mean nothing are refused", arguments: ["!", "a\\", "\\", "[z-a]"])
func meaninglessPatternsAreRefused(pattern: String) {
  #expect(throws: GitWildMatch.InvalidPattern.self) { try GitWildMatch([pattern]) }
}

@Test(
  "A directory is pruned only when nothing below it can be selected otherwise",
  arguments: [
    (["node_modules/"], "node_modules", true), (["node_modules/"], "a/node_modules", true),
    (["/node_modules/"], "a/node_modules", false), (["node_modules", "!keep"], "node_modules", false),
    (["a/b"], "a", false), (["a/**"], "a", true), (["*.txt"], "src", false), (["**/"], "src", true),
  ])
func directoriesArePruned(patterns: [String], directory: String, isPruned: Bool) throws {
  let match = try GitWildMatch(patterns)
  #expect(match.selectsAll(below: directory.split(separator: "/").map(String.init)) == isPruned)
}

@Test("A glob of many stars takes no exponential time")
func starsAreCheap() throws {
  let match = try GitWildMatch([
    String(repeating: "*a", count: 30) + "b", String(repeating: "**/a/", count: 30) + "b",
  ])
  #expect(!match.selects([String(repeating: "a", count: 2000)]))
  #expect(!match.selects(Array(repeating: "a", count: 200)))
}
