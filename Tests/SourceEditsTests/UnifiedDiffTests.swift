// Unified diffs: their form, and that they lead from one text to the other.
import SourceEdits
import TestSupport
import Testing

@Suite struct UnifiedDiffTests {
  @Test func showsAHunkWithItsSurroundings() {
    let old = (1...9).map { "line \($0)\n" }.joined()
    let new = old.split(separator: "\n").map { $0 == "line 5" ? "changed\n" : "\($0)\n" }.joined()
    #expect(
      Self.diff(old, new) == """
        --- a.yaml
        +++ a.yaml
        @@ -2,7 +2,7 @@
         line 2
         line 3
         line 4
        -line 5
        +changed
         line 6
         line 7
         line 8

        """)
  }

  @Test func theSameTextGivesNothing() { #expect(Self.diff("a\n", "a\n") == "") }

  @Test func saysWhereNoLineBreakEndsTheText() {
    #expect(
      Self.diff("a", "b\n") == """
        --- a.yaml
        +++ a.yaml
        @@ -1 +1 @@
        -a
        \\ No newline at end of file
        +b

        """)
  }

  @Test func namesAnEmptySideByTheLineBefore() {
    #expect(Self.diff("", "a\n").contains("@@ -0,0 +1 @@"))
    #expect(Self.diff("a\n", "").contains("@@ -1 +0,0 @@"))
  }

  /// Following the diff gives the other text, whatever the texts.
  @Test(arguments: 0..<300) func leadsFromOneTextToTheOther(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let old = Self.randomLines(&generator)
    var new = old
    for _ in 0..<Int.random(in: 0...6, using: &generator) {
      let index = Int.random(in: 0...new.count, using: &generator)
      if index < new.count, Bool.random(using: &generator) {
        new.remove(at: index)
      } else {
        new.insert("n", at: index)
      }
    }
    let (before, after) = (old.map { $0 + "\n" }.joined(), new.map { $0 + "\n" }.joined())
    #expect(Self.applied(Self.diff(before, after), to: old) == new)
  }

  @Test func textsThatShareNothingAreOneChange() {
    let old = (0..<3_000).map { "a\($0)\n" }.joined()
    let new = (0..<3_000).map { "b\($0)\n" }.joined()
    #expect(Self.diff(old, new).contains("@@ -1,3000 +1,3000 @@"))
  }

  private static func randomLines(_ generator: inout SeededGenerator) -> [String] {
    (0..<Int.random(in: 0...25, using: &generator)).map { _ in
      ["a", "b", "c", "d"].randomElement(using: &generator) ?? ""
    }
  }

  private static func diff(_ old: String, _ new: String) -> String {
    String(
      decoding: UnifiedDiff.text(from: Array(old.utf8), to: Array(new.utf8), name: "a.yaml"), as: UTF8.self)
  }

  /// Reads a diff as `patch` does.
  private static func applied(_ diff: String, to old: [String]) -> [String] {
    var result: [String] = []
    var position = 0
    for line in diff.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2) {
      if line.hasPrefix("@@") {
        let parts = line.split { !$0.isNumber }.compactMap { Int($0) }
        let isEmpty = line.contains(",0 +")
        let start = (parts.first ?? 1) - (isEmpty ? 0 : 1)
        result += old[position..<max(position, start)]
        position = max(position, start)
      } else if line.hasPrefix(" ") || line.hasPrefix("-") {
        if line.hasPrefix(" ") { result.append(String(line.dropFirst())) }
        position += 1
      } else if line.hasPrefix("+") {
        result.append(String(line.dropFirst()))
      }
    }
    return result + old[position...]
  }
}
