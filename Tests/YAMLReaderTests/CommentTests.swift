// Which bytes of a file are comments.
import Diagnostics
import Testing
import TestSupport
import YAMLReader

struct CommentTests {
  /// The comments of a text, one that does not stand alone on its line with a leading `~`.
  private func comments(_ text: String) -> [String] {
    found(Array(text.utf8)).map { ($0.isAlone ? "" : "~") + $0.text }
  }

  private func found(_ bytes: [UInt8]) -> [YAMLComment] {
    let result = ReadResult(bytes)
    let comments = YAMLComment.all(
      in: bytes, source: SourceID(index: 0), document: result.document)
    for comment in comments {
      #expect(comment.span.end <= bytes.count && comment.span.start < comment.span.end)
      #expect(String(decoding: bytes[comment.span.start..<comment.span.end], as: UTF8.self) == comment.text)
      #expect(comment.text.hasPrefix("#"))
    }
    return comments
  }

  @Test(arguments: [
    ("# one\na: b # two\n  # three  \t\nc: d\n# four", ["# one", "~# two", "# three", "# four"]),
    ("a: '#'\nb: \"a # b\"\nc: a#b\nd: 'x # y' # z", ["~# z"]),
    ("a: \"x \\\" # y\"  # z\nb: 'it''s # no' # yes", ["~# z", "~# yes"]),
    ("a: \"one\n  # two\n  three\" # four\nb: 'one\n  # two\n  three'", ["~# four"]),
    ("a: one\n  two#three\n  four # five", ["~# five"]),
    ("- # a\n- b # c\n-   # d\n  e", ["~# a", "~# c", "~# d"]),
    ("a: # b\n  # c\n  d: # e\n", ["~# b", "# c", "~# e"]),
    ("a: &x # b\n  c: 1\nd: *x # e\nf: &y#z g\n", ["~# b", "~# e"]),
    ("a: !!str # b\n  c\nd: !x#y z", ["~# b"]),
    (
      "a: [b, # c\n  # d\n  e] # f\ng: {h: 1, # i\n  j: \"#k\"} # l", ["~# c", "# d", "~# f", "~# i", "~# l"]
    ),
    ("a: [b #c\n]\nd: [#e\nf]", ["~#c", "~#e"]),
    ("a: b # c\r\n# d\r\ne: |\r\n  # f\r\n", ["~# c", "# d"]),
    ("\u{FEFF}# a\nb: c", ["# a"]),
    ("\u{FEFF}  # a\nb: c", ["# a"]),
    ("%YAML 1.2 # a\n# b\n--- # c\nd: e\n... # f\n# g", ["~# a", "# b", "~# c", "~# f", "# g"]),
    ("? a # b\n: c # d", ["~# b", "~# d"]),
    ("a: b\u{2028}# c\u{85}d: e # f", ["# c", "~# f"]),
    ("a:\t# b\n", ["~# b"]),
    ("# only", ["# only"]),
    ("", []),
    ("#", ["#"]),
    ("é: 日本 # 🐟\n", ["~# 🐟"]),
    ("a: b # c # d", ["~# c # d"]),
  ])
  func wellFormed(source: String, expected: [String]) {
    #expect(comments(source) == expected)
  }

  @Test(arguments: [
    ("a: | # b\n  # c\n  d # e\n# f\ng: h", ["~# b", "# f"]),
    ("a: >-2 # b\n    # c\n  d\n e: f", ["~# b"]),
    ("a: |\n  x\n # y\n    # z\nb: c", ["# y", "# z"]),
    ("- |\n # a\n- >\n\n  # b\n\n# c\n- d", ["# c"]),
    ("a: |+\n  # b\n\n\n# c\n", ["# c"]),
    ("a: |\n# b\nc: d", ["# b"]),
    ("a: | # b", ["~# b"]),
    ("--- | # a\n# b\n", ["~# a", "# b"]),
    ("--- |\n # a\n", []),
    ("a: \"|\" # b\nc: '> # d' # e", ["~# b", "~# e"]),
    ("a: &x !!str | # b\n  # c\n", ["~# b"]),
  ])
  func blockScalars(source: String, expected: [String]) {
    #expect(comments(source) == expected)
  }

  /// What stands behind an error, and what can't be read at all.
  @Test(arguments: [
    ("a: [b # c\nd: e # f\n# g\n", ["~# c", "~# f", "# g"]),
    ("a: @b # c\nd: 'e # f' # g\nh: \"i # j\" # k", ["~# c", "~# g", "~# k"]),
    ("a: }\nb: |\n  # c\n  d\n# e\nf:\n  - g: |- # h\n      # i\n    j: k # l\n", ["# e", "~# h", "~# l"]),
    ("a: }\nb: \"c\n  # d\n  e\" # f\ng: it's # h\n", ["~# f", "~# h"]),
    ("a: }\nb: \"c # d\ne: f # g\nh: \"i # j\" # k", ["~# d", "~# g", "~# k"]),
    ("a: 1\n---\nb: 'c # d' # e", ["~# e"]),
    ("a: \"b # c\n", ["~# c"]),
    ("a: b: c # d\n", ["~# d"]),
    ("\t# a\n@", ["# a"]),
    ("--- }\n--- |\n # a\n# b", ["# b"]),
  ])
  func brokenFiles(source: String, expected: [String]) {
    #expect(comments(source) == expected)
  }

  /// To take the comments away changes nothing of what a file says, and leaves no comments.
  @Test func commentsMeanNothing() {
    let source =
      MutationTests.source + "k: # l\n  - m # n\n  # o\n  - \"p # q\" # r\ns: > # t\n  # u\n\n# v\n"
    let bytes = Array(source.utf8)
    #expect(found(bytes).count == 7)
    for end in 0...bytes.count { expectMeaningless(in: Array(bytes[..<end])) }
  }

  private func expectMeaningless(in bytes: [UInt8]) {
    let result = ReadResult(bytes)
    guard result.rules.isEmpty else { return _ = found(bytes) }
    var without = bytes
    for comment in found(bytes).reversed() {
      without.removeSubrange(comment.span.start..<comment.span.end)
    }
    #expect(ReadResult(without).outline == result.outline)
    #expect(found(without).isEmpty)
  }

  @Test func nothingTraps() {
    let bytes = Array(MutationTests.source.utf8)
    for index in bytes.indices {
      for replacement: UInt8 in [0x0A, 0x20, 0x22, 0x23, 0x27, 0x3E, 0x5B, 0x7C, 0x7D, 0xC2, 0xE2, 0xFF] {
        var changed = bytes
        changed[index] = replacement
        _ = found(changed)
      }
    }
  }

  /// Each of these takes far too long where anything looks back to the start of its line again and again.
  @Test(arguments: ["\"", "'", "| ", "# ", "\"a\" ", "\\\" ", "- | #\n", "> \n", ",#"])
  func hostileFilesAreLinear(piece: String) {
    let text = String(repeating: " ", count: 100_000) + "} " + String(repeating: piece + " ", count: 200_000)
    let bytes = Array(text.utf8)
    let comments = YAMLComment.all(in: bytes, source: SourceID(index: 0), document: nil)
    #expect(comments.count <= 200_000)
  }
}
