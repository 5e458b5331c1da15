// The same meaning gives the same plan bytes: whatever the directory, the file's name, the order of keys that
// carries nothing, comments, quotes and line breaks.
import Diagnostics
import ExecutionPlan
import RunbookCompiler
import TestSupport
import Testing

struct CanonicalPlanTests {
  static let runbook: YAMLValue = [
    "name": "Canonical", "description": "Every kind of artifact", "contact": "someone@example.org",
    "framework": "GDPR",
    "config": ["timeout": 60, "max_concurrency": 3, "cost_limit": .plain("1.5")],
    "artifacts": [
      "files": [
        "name": "The \"files\"", "output": true,
        "source": [
          "type": "filesystem", "properties": ["path": "./a b", "include_patterns": ["*.txt", "*.md"]],
        ],
      ],
      "rows": [
        "source": [
          "type": "mysql", "properties": ["host": "db", "user": "reader", "password": "${PASSWORD}"],
        ],
        "sensitive": true,
      ],
      "both": ["inputs": ["files", "rows"], "merge": "concatenate"],
      "labelled": [
        "inputs": "both", "timeout": 5, "optional": true, "output": true,
        "process": [
          "type": "test_relabel",
          "properties": ["level": 3, "tags": ["b", "a"], "limits": ["depth": 1, "width": 2]],
        ],
      ],
      "inline": [
        "source": ["type": "filesystem", "properties": ["path": "x"]], "process": ["type": "test_mask"],
        "output": true,
      ],
      "checked": [
        "inputs": ["labelled", "inline"], "output": true,
        "child_runbook": [
          "path": "child.yaml", "input_mapping": ["texts": "labelled", "more": "inline"],
          "output_mapping": ["found": "child_found", "kept": "child_kept"],
        ],
      ],
      "old": [
        "reuse": ["from_run": "r", "artifact": "a"], "output_schema": "standard_input", "output": true,
      ],
      "last": ["inputs": ["child_found", "child_kept"], "output": true],
    ],
  ]

  static let child: YAMLValue = [
    "name": "Child", "description": "D",
    "inputs": [
      "texts": ["input_schema": "standard_input/1.0.0"], "more": ["input_schema": "standard_input"],
      "none": [
        "input_schema": "standard_input", "optional": true,
        "default": ["name": "n", "schemaVersion": "1.0.0", "data": []],
      ],
    ],
    "outputs": ["found": ["artifact": "relabelled"], "kept": ["artifact": "merged"]],
    "artifacts": [
      "merged": ["inputs": ["more", "none"]],
      "relabelled": ["inputs": "texts", "process": ["type": "test_relabel"]],
    ],
  ]

  /// The plan of one spelling, compiled in a new directory.
  private func plan(_ spelling: inout YAMLSpelling<SeededGenerator>, name: String) throws -> [UInt8] {
    let directory = try TemporaryDirectory()
    let path = try directory.write(name, spelling.document(Self.runbook))
    try directory.write(name.contains("/") ? "deep/child.yaml" : "child.yaml", spelling.document(Self.child))
    let result = FixtureCompilation.compiler().compile(path: path, goal: .plan)
    let messages = result.diagnostics.map(\.message)
    let bytes = try #require(result.plan?.bytes, "\(messages)")
    #expect(result.diagnostics.isEmpty, "\(messages)")
    return bytes
  }

  @Test func spellingCarriesNothing() throws {
    var spelling = YAMLSpelling(generator: SeededGenerator(seed: 7))
    let first = try plan(&spelling, name: "main.yaml")
    for round in 0..<200 {
      let name = round.isMultiple(of: 2) ? "other name.yml" : "deep/r.yaml"
      let next = try plan(&spelling, name: name)
      try #require(next == first, "round \(round) differs")
    }
    let text = String(decoding: first, as: UTF8.self)
    #expect(!text.contains("/tmp") && !text.contains("main.yaml") && !text.contains("child.yaml"))
  }

  /// Goldens are written by this encoder; the value must survive the way back too.
  @Test func survivesTheWayBack() throws {
    var spelling = YAMLSpelling(generator: SeededGenerator(seed: 1))
    let bytes = try plan(&spelling, name: "main.yaml")
    let decoded = try Plan.decode(bytes)
    #expect(decoded.plan.encoded().bytes == bytes)
    #expect(try Plan.decode(decoded.plan.encoded().bytes).plan == decoded.plan)
  }
}
