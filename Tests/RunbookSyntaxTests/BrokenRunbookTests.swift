// Broken runbooks: what is reported and where, and what survives.
import Diagnostics
import RunbookSyntax
import TestSupport
import Testing

struct BrokenRunbookTests {
  static let head = "name: n\ndescription: d\n"

  /// A part of an artifact's body with one fault, whose place stands between 1️⃣ and 2️⃣.
  @Test(arguments: [
    ("1️⃣sorce2️⃣: {type: t}", "unknown-field"),
    ("source: {1️⃣typ2️⃣: t, type: t}", "unknown-field"),
    ("source: {type: t, 1️⃣colour2️⃣: blue}", "unknown-field"),
    ("1️⃣source2️⃣: {properties: {}}", "missing-field"),
    ("1️⃣process2️⃣: {}", "missing-field"),
    ("1️⃣reuse2️⃣: {from_run: r}", "missing-field"),
    ("1️⃣reuse2️⃣: {artifact: r}", "missing-field"),
    ("1️⃣child_runbook2️⃣: {output: o}", "missing-field"),
    ("1️⃣execute2️⃣: {timeout: 3}", "missing-field"),
    ("source: 1️⃣filesystem2️⃣", "wrong-node-kind"),
    ("source: 1️⃣[a]2️⃣", "wrong-node-kind"),
    ("1️⃣source2️⃣:", "wrong-node-kind"),
    ("source: 1️⃣~2️⃣", "wrong-node-kind"),
    ("1️⃣inputs2️⃣:", "wrong-node-kind"),
    ("inputs: 1️⃣{a: b}2️⃣", "wrong-node-kind"),
    ("inputs: [a, 1️⃣[b]2️⃣]", "wrong-node-kind"),
    ("inputs: [a, 1️⃣null2️⃣]", "wrong-node-kind"),
    ("name: 1️⃣[a]2️⃣", "wrong-node-kind"),
    ("name: 1️⃣{a: b}2️⃣", "wrong-node-kind"),
    ("1️⃣output2️⃣:", "wrong-node-kind"),
    ("source: {type: t, 1️⃣properties2️⃣: }", "wrong-node-kind"),
    ("source: {type: t, properties: 1️⃣[a]2️⃣}", "wrong-node-kind"),
    ("child_runbook: {path: p, input_mapping: 1️⃣[a]2️⃣}", "wrong-node-kind"),
    ("child_runbook: {path: p, input_mapping: {a: 1️⃣[b]2️⃣}}", "wrong-node-kind"),
    ("1️⃣from2️⃣: a", "older-spelling"),
    ("1️⃣transform2️⃣: {type: t}", "older-spelling"),
    ("1️⃣from2️⃣: a\n    inputs: b", "conflicting-fields"),
    ("process: {type: a}\n    1️⃣transform2️⃣: {type: t}", "conflicting-fields"),
    ("output: 1️⃣yes2️⃣", "ambiguous-scalar"),
    ("timeout: 1️⃣1_0002️⃣", "ambiguous-scalar"),
    ("name: 1️⃣12:302️⃣", "ambiguous-scalar"),
    ("inputs: [a, 1️⃣no2️⃣]", "ambiguous-scalar"),
    ("source: {type: t, properties: {a: [{b: 1️⃣off2️⃣}]}}", "ambiguous-scalar"),
  ])
  func artifactFault(marked: String, rule: String) throws {
    let source = MarkedSource(
      Self.head + "artifacts:\n  é:\n    name: 日本\n  a_1:\n    \(marked)\n  last: {inputs: a}\n")
    let result = ParseResult(source.bytes)
    let found = result.diagnostics.filter { $0.rule.name != "invalid-artifact-id" }
    #expect(found.map(\.rule.name) == [rule])
    #expect(found.first?.span.map { $0.start..<$0.end } == source.range("1️⃣", "2️⃣"))
    #expect(result.runbook?.artifacts.map(\.id.text) == ["é", "a_1", "last"])
    #expect(result.runbook?.artifacts[1].isIncomplete == (found.first?.severity == .error))
    #expect(result.runbook?.artifacts[2].inputs?.elements.map(\.text) == ["a"])
  }

  /// A whole runbook with one fault.
  @Test(arguments: [
    ("1️⃣2️⃣description: d\nartifacts: {a: {}}", "missing-field"),
    ("1️⃣2️⃣name: n\nartifacts: {a: {}}", "missing-field"),
    ("1️⃣2️⃣name: n\ndescription: d\n", "missing-field"),
    (head + "artifacts: 1️⃣{}2️⃣", "missing-field"),
    (head + "artifacts: 1️⃣[a]2️⃣", "wrong-node-kind"),
    (head + "1️⃣artifacts2️⃣:", "wrong-node-kind"),
    (head + "artifacts:\n  1️⃣a2️⃣:", "wrong-node-kind"),
    (head + "artifacts:\n  a: 1️⃣b2️⃣", "wrong-node-kind"),
    (head + "1️⃣inputs2️⃣:\nartifacts: {a: {}}", "wrong-node-kind"),
    (head + "inputs: {1️⃣a2️⃣: {}}\nartifacts: {a: {}}", "missing-field"),
    (head + "inputs: {a: {input_schema: s, 1️⃣defualt2️⃣: 1}}\nartifacts: {a: {}}", "unknown-field"),
    (head + "outputs: {1️⃣a2️⃣: {}}\nartifacts: {a: {}}", "missing-field"),
    (head + "outputs: {1️⃣a2️⃣: }\nartifacts: {a: {}}", "wrong-node-kind"),
    (head + "config: 1️⃣52️⃣\nartifacts: {a: {}}", "wrong-node-kind"),
    (head + "config: {1️⃣max_concurency2️⃣: 5}\nartifacts: {a: {}}", "unknown-field"),
    (head + "config: {template_paths: 1️⃣a2️⃣}\nartifacts: {a: {}}", "wrong-node-kind"),
    (head + "config: {timeout: 1️⃣0o142️⃣}\nartifacts: {a: {}}", "ambiguous-scalar"),
    (head + "artifacts: {1️⃣1a2️⃣: {}}", "invalid-artifact-id"),
    (head + "artifacts: {1️⃣a.b2️⃣: {}}", "invalid-artifact-id"),
    (head + "artifacts: {1️⃣'a b'2️⃣: {}}", "invalid-artifact-id"),
    (head + "artifacts: {1️⃣''2️⃣: {}}", "invalid-artifact-id"),
    ("1️⃣- a2️⃣", "wrong-node-kind"), ("1️⃣a2️⃣", "wrong-node-kind"),
  ])
  func runbookFault(marked: String, rule: String) throws {
    let source = MarkedSource(marked)
    let result = ParseResult(source.bytes)
    #expect(result.diagnostics.map(\.rule.name) == [rule], "\(result.diagnostics.map(\.message))")
    #expect(result.diagnostics.first?.span.map { $0.start..<$0.end } == source.range("1️⃣", "2️⃣"))
  }

  @Test(arguments: [
    ("artifacts: {a: {sorce: {type: t}}}", "source"), ("artifacts: {a: {from: b}}", "inputs"),
    ("artifacts: {a: {transform: {type: t}}}", "process"), ("artifacts: {1st step: {}}", "_1st_step"),
    ("artifacts: {données: {}}", "donnees"), ("artifacts: {-a-: {}}", "_-a-"), ("artifacts: {é: {}}", "e"),
    ("artifacts: {a: {output: yes}}", "true"), ("artifacts: {a: {optional: Off}}", "false"),
    ("artifacts: {a: {name: yes}}", "\"yes\""), ("artifacts: {a: {timeout: 1_000}}", "1000"),
    ("artifacts: {a: {timeout: 0o14}}", "12"), ("artifacts: {a: {timeout: 014}}", "14"),
    ("artifacts: {a: {timeout: 1e3}}", "1000"), ("artifacts: {a: {timeout: 1:30}}", "\"1:30\""),
  ])
  func fixIt(source: String, replacement: String) {
    let result = ParseResult(Self.head + source)
    #expect(result.diagnostics.flatMap(\.fixes).flatMap(\.edits).map(\.replacement) == [replacement])
  }

  @Test func unknownFieldsWithoutALikeness() {
    let result = ParseResult(Self.head + "artifacts: {a: {reuse: {from_run: r, artifact: a, colour: blue}}}")
    #expect(result.diagnostics.flatMap(\.notes) == ["known fields: from_run, artifact"])
    #expect(result.diagnostics.flatMap(\.fixes) == [])
  }

  @Test(arguments: ["{from: a, inputs: b}", "{inputs: b, from: a}"])
  func ofBothSpellingsThePresentOneCounts(artifact: String) {
    let result = ParseResult(Self.head + "artifacts: {x: \(artifact)}")
    #expect(result.runbook?.artifacts.first?.inputs?.elements.map(\.text) == ["b"])
  }

  @Test func oneFaultHidesNoOther() {
    let text = """
      nam: n
      artifacts:
        1a: {source: x}
        b:
          from: [c, {}]
          sources: {type: t}
        c: []
      outputs: {o: {artifact: [b]}}
      """
    let names = ParseResult(text).diagnostics.map(\.rule.name)
    #expect(
      names == [
        "unknown-field", "missing-field", "invalid-artifact-id", "wrong-node-kind",
        "older-spelling", "wrong-node-kind", "unknown-field", "wrong-node-kind", "wrong-node-kind",
      ])
  }

  @Test func whatComesBeforeASyntaxErrorIsStillChecked() throws {
    let result = ParseResult(
      Self.head + "artifacts:\n  a: {sorce: {type: t}}\n  b:\n    source: @x\n  c: {}\n")
    #expect(result.diagnostics.map(\.rule.name) == ["unknown-field", "yaml-syntax"])
    let runbook = try #require(result.runbook)
    #expect(!runbook.isIncomplete && !runbook.hasUnknownNames)
    #expect(runbook.artifacts.map(\.id.text) == ["a", "b", "c"])
    #expect(runbook.artifacts.map(\.isDamaged) == [false, true, false])
  }

  @Test func extensionsAreIgnored() {
    let text = "x-a: {y: yes}\n\(Self.head)artifacts: {a: {x-b: [1], source: {type: t, x-c: }}}"
    #expect(ParseResult(text).summary == [])
  }

  @Test func mergeKeysFillFields() throws {
    let text = """
      x-defaults: &d {output: true, process: {type: p}}
      name: n
      description: d
      artifacts:
        a: {<<: *d, inputs: b}
        b: {<<: *d, process: {type: own}}
      """
    let result = ParseResult(text)
    #expect(result.summary == [])
    let artifacts = try #require(result.runbook).artifacts
    #expect(artifacts.map { $0.process?.type?.text } == ["p", "own"])
    #expect(artifacts.map { $0.output?.span.start } == [24, 24])
  }

  @Test func damagedRunbooks() {
    let lines = RunbookParserTests.full.split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
    for index in lines.indices {
      let middle = lines[index].prefix(lines[index].count / 2)
      let changes: [[String]] = [
        [], [lines[index], lines[index]], ["  " + lines[index]], [String(lines[index].drop { $0 == " " })],
        [String(middle)], [middle + "[{"], [middle + "\""], [middle + "\t"], ["- " + lines[index]], ["}"],
        ["\u{0}"],
        ["  <<: *nothing"], [lines[index].replacing(":", with: "")], [lines[index].replacing("s", with: "é")],
      ]
      for change in changes {
        checkPlaces((lines[..<index] + change + lines[(index + 1)...]).joined(separator: "\n"))
        checkPlaces((lines[..<index] + change).joined(separator: "\r\n"))
      }
    }
  }

  private func checkPlaces(_ text: String) {
    let result = ParseResult(text)
    let spans = result.diagnostics.flatMap { diagnostic in
      [diagnostic.span].compactMap { $0 } + diagnostic.labels.map(\.span)
        + diagnostic.fixes.flatMap(\.edits).map(\.span)
    }
    #expect(spans.allSatisfy { $0.end <= text.utf8.count })
    #expect(result.runbook != nil || result.diagnostics.contains { $0.severity == .error })
  }
}
