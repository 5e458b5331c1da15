// What a well-formed file becomes.
import Diagnostics
import Testing
import YAMLReader

struct TreeTests {
  @Test(arguments: [
    ("a: 1", #"{a: "1"}"#),
    ("a: 'it''s'\nb: \"x\\ty\"", #"{a: "it's", b: "x\#ty"}"#),
    ("- a\n- [b, {c: d}]\n- {}\n- []", #"["a", ["b", {c: "d"}], {}, []]"#),
    ("a:\nb:", #"{a: "", b: ""}"#),
    ("a: |\n  one\n  two\nb: >\n  three\n  four\n", "{a: \"one\ntwo\n\", b: \"three four\n\"}"),
    ("a: one\n  two", #"{a: "one two"}"#),
    ("{\"a\": [1, true, null]}", #"{a: ["1", "true", "null"]}"#),
    ("? a\n: b", #"{a: "b"}"#),
    ("\u{FEFF}a: b", #"{a: "b"}"#),
    ("a: b\r\nc:\r\n- d\r\n", #"{a: "b", c: ["d"]}"#),
    ("# note\n---\na: b\n...\n", #"{a: "b"}"#),
    ("a:\n- b\n- c\nd: e", #"{a: ["b", "c"], d: "e"}"#),
  ])
  func tree(source: String, outline: String) {
    let result = ReadResult(source)
    #expect(result.outline == outline)
    #expect(result.rules == [])
  }

  @Test(arguments: [
    ("a: &x b\nc: *x", #"{a: "b", c: "b"}"#),
    ("a: &x [1]\nc: [*x, *x]", #"{a: ["1"], c: [["1"], ["1"]]}"#),
    ("a: &x 1\nb: &x 2\nc: *x", #"{a: "1", b: "2", c: "2"}"#),
    ("a: &k key\n*k : v", #"{a: "key", key: "v"}"#),
    ("a: &x {p: 1, q: 2}\nb:\n  <<: *x\n  q: 3", #"{a: {p: "1", q: "2"}, b: {q: "3", p: "1"}}"#),
    (
      "a: &x {p: 1}\nb: &y {p: 2, q: 3}\nc: {<<: [*x, *y], r: 4}",
      #"{a: {p: "1"}, b: {p: "2", q: "3"}, c: {r: "4", p: "1", q: "3"}}"#
    ),
    (
      "a: &x {p: 1}\nb: &y {<<: *x, q: 2}\nc: {<<: *y}",
      #"{a: {p: "1"}, b: {q: "2", p: "1"}, c: {q: "2", p: "1"}}"#
    ),
    ("a: {<<: {p: 1}}", #"{a: {p: "1"}}"#),
    ("\"<<\": a", #"{<<: "a"}"#),
  ])
  func aliasesAndMerges(source: String, outline: String) {
    let result = ReadResult(source)
    #expect(result.outline == outline)
    #expect(result.rules == [])
  }

  @Test func mergedEntriesKeepTheirPlaces() throws {
    let result = ReadResult("a: &x {p: one}\nb: {<<: *x}")
    let merged = try #require(result.document?.root.entries.first { $0.key.text == "b" })
    let entry = try #require(merged.value.entries.first { _ in true })
    #expect(result.sources.description(of: entry.value.span) == "t.yaml:1:11")
  }

  @Test func tagsAndStyles() throws {
    let result = ReadResult("[!!str 1, \"2\", 3, ! 4]")
    let elements = Array(try #require(result.document).root.elements)
    #expect(elements.map(\.tag) == ["tag:yaml.org,2002:str", nil, nil, "!"])
    #expect(elements.map(\.isPlain) == [true, false, true, true])
  }
}
