// Keys that stand twice beside a syntax error: reported where nothing was lost between the two, and nowhere else.
import Diagnostics
import TestSupport
import Testing
import YAMLReader

struct DamagedDuplicateTests {
  /// The lines, from 1, on which a key stands again.
  private func repeatedLines(_ text: String) -> [Int] {
    let diagnostics = ReadResult(text).diagnostics
    #expect(diagnostics.contains { $0.rule == .yamlSyntax })
    let bytes = Array(text.utf8)
    return diagnostics.filter { $0.rule == .duplicateKey }.compactMap(\.span).map { span in
      1 + bytes[..<span.start].count { $0 == 0x0A }
    }
  }

  @Test(arguments: [
    // Before the fault, behind it, and on both sides of a value that can't be read.
    ("r:\n  a: 1\n  a: 2\n  b\n  : c\n  d: 1\n", [3]),
    ("r:\n  a: 1\n  @\n  b: 1\n  b: 2\n", [5]),
    ("r:\n  a: 1\n  b: [1\n  a: 2\n", [4]),
    ("r:\n  a: 1\n  b: \"x\n  a: 2\n  c: \"y\"\n", [4]),
    ("r:\n  a: 1\n  b: @\n  a: 2\n", [4]),
    ("r:\n  a: 1\n  b:\n    c: [1\n  a: 2\n", [5]),
    // Behind two faults, each of which is a reason to doubt what stands on its two sides.
    ("r:\n  a: 1\n  @\n  a: 2\n  %\n  a: 3\n  a: 4\n", [7]),
    // The faulty line's own key.
    ("r:\n  a: 1\n  a: [1\n  b: 2\n", [3]),
    ("r:\n  a: @\n  a: 2\n", [3]),
    // At the end of what is read.
    ("a: 1\na: 2\nb: \u{1}\n", [2]),
  ])
  func certainDuplicatesAreReported(_ text: String, _ lines: [Int]) {
    #expect(repeatedLines(text) == lines, "\(text)")
  }

  @Test(arguments: [
    // The heading of what stands below may be what is lost.
    "r:\n  a:\n    x: 1\n  @\n    x: 2\n",
    "r:\n  a:\n    x: 1\n  b: c: d\n    x: 2\n",
    "r:\n  a:\n    x: 1\n  [\n    x: 2\n  c: 1\n",
    "r:\n  - x: 1\n  @\n    x: 2\n",
    "r:\n  a: {x: 1\n  b: 2\n  x: 3\n",
  ])
  func doubtfulOnesAreNot(_ text: String) { #expect(repeatedLines(text) == [], "\(text)") }

  /// Two thousand keys on each side of a fault, all different.
  @Test func manyKeys() {
    let lines = (0..<4000).map { $0 == 2000 ? "  @\n" : "  k\($0): 1\n" }
    #expect(repeatedLines("r:\n" + lines.joined()) == [])
    #expect(repeatedLines("r:\n" + lines.joined() + "  k3999: 2\n") == [4002])
  }
}
