// Diagnostics as programs see them.
import CanonicalJSON
import Diagnostics
import Testing

struct JSONRendererTests {
  @Test func document() {
    let marked = MarkedDiagnostic(
      "é: 3️⃣x4️⃣\nb: 1️⃣y2️⃣", annotation: "here", notes: ["n"], fixes: ["z"])
    let document = JSONRenderer.document([
      DiagnosticReport(diagnostics: [marked.diagnostic], sources: marked.sources, path: "a.yaml")
    ])
    func place(_ line: Int, _ column: Int, _ offset: Int) -> JSONValue {
      ["line": .integer(line), "column": .integer(column), "offset": .integer(offset)]
    }
    let span: JSONValue = ["file": "t.yaml", "start": place(2, 4, 9), "end": place(2, 5, 10)]
    let expected: JSONValue = [
      "format": "wct-diagnostics", "format_version": 1,
      "summary": ["files": 1, "errors": 1, "warnings": 0, "ignored": 0, "in_baseline": 0],
      "diagnostics": [
        [
          "code": "WCT2008", "rule": "invalid-value", "severity": "error", "message": "what is wrong",
          "file": "t.yaml", "span": span, "annotation": "here", "notes": ["n"],
          "flow": [], "provenance": [], "other_uses": ["count": 0, "spans": []],
          "labels": [
            [
              "message": "a second place",
              "span": ["file": "t.yaml", "start": place(1, 4, 4), "end": place(1, 5, 5)],
            ]
          ],
          "fixes": [
            [
              "message": "replace with 'z'", "applicability": "unsafe",
              "edits": [["replacement": "z", "span": span]],
            ]
          ],
        ]
      ],
    ]
    #expect(document == expected, "\(document.canonicalText)")
  }

  @Test func withoutPlace() {
    let marked = MarkedDiagnostic("")
    let document = JSONRenderer.document([
      DiagnosticReport(diagnostics: [marked.diagnostic], sources: marked.sources, path: "a.yaml"),
      DiagnosticReport(diagnostics: [], sources: SourceCollection(), path: "a.yaml"),
    ])
    let first = document.objectValue?["diagnostics"]?.arrayValue?.first?.objectValue
    #expect(first?["file"] == "t.yaml" && first?["span"] == .null && first?["annotation"] == .null)
    #expect(
      document.objectValue?["summary"] == [
        "files": 2, "errors": 1, "warnings": 0, "ignored": 0, "in_baseline": 0,
      ])
  }
}
