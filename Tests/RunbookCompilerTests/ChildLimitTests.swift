// Small files that ask for more artifacts than any memory holds.
import Diagnostics
import RunbookCompiler
import TestSupport
import Testing

struct ChildLimitTests {
  /// Forty files, each of which uses the next one twice: 2^40 uses.
  @Test func childBomb() throws {
    let directory = try TemporaryDirectory()
    for level in 0..<40 {
      var runbook: YAMLValue = ["name": "N", "description": "D", "contact": "c", "artifacts": [:]]
      if level > 0 {
        runbook["inputs"] = ["t": ["input_schema": "standard_input"]]
        runbook["outputs"] = ["o": ["artifact": "b"]]
      } else {
        runbook["config"] = ["max_child_depth": 1000]
        runbook["artifacts", "t"] = ["source": ["type": "filesystem", "properties": ["path": "x"]]]
      }
      for name in ["a", "b"] {
        runbook["artifacts", name] =
          level == 39
          ? ["inputs": "t"]
          : [
            "inputs": "t", "output": .plain(level == 0 ? "true" : "false"),
            "child_runbook": [
              "path": .text("r\(level + 1).yaml"), "input_mapping": ["t": "t"], "output": "o",
            ],
          ]
      }
      var spelling = YAMLSpelling(generator: SeededGenerator(seed: UInt64(level)))
      try directory.write("r\(level).yaml", spelling.document(runbook))
    }
    let path = "\(directory.path)/r0.yaml"
    let result = FixtureCompilation.compiler().compile(path: path, goal: .plan)
    #expect(result.plan == nil)
    #expect(result.diagnostics.map(\.rule) == [.limitExceeded])
  }

  /// A chain of as many children as the depth allows is no problem.
  @Test func deepNesting() throws {
    let directory = try TemporaryDirectory()
    for level in 0...200 {
      var runbook: YAMLValue = ["name": "N", "description": "D", "contact": "c", "artifacts": [:]]
      if level > 0 {
        runbook["inputs"] = ["t": ["input_schema": "standard_input"]]
        runbook["outputs"] = ["o": ["artifact": "a"]]
      } else {
        runbook["config"] = ["max_child_depth": 200]
        runbook["artifacts", "t"] = ["source": ["type": "filesystem", "properties": ["path": "x"]]]
      }
      runbook["artifacts", "a"] =
        level == 200
        ? ["inputs": "t"]
        : [
          "inputs": "t",
          "child_runbook": ["path": .text("r\(level + 1).yaml"), "input_mapping": ["t": "t"], "output": "o"],
        ]
      if level == 0 { runbook["artifacts", "a", "output"] = true }
      var spelling = YAMLSpelling(generator: SeededGenerator(seed: UInt64(level)))
      try directory.write("r\(level).yaml", spelling.document(runbook))
    }
    let result = FixtureCompilation.compiler().compile(path: "\(directory.path)/r0.yaml", goal: .plan)
    #expect(result.diagnostics.isEmpty, "\(result.diagnostics.map(\.message))")
    #expect(result.plan != nil)
  }
}
