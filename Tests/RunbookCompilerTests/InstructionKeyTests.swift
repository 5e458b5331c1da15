// An instruction's key changes with its meaning, and with nothing else.
import ComponentKit
import Diagnostics
import EnvironmentFiles
import ExecutionPlan
import Rulesets
import RunbookCompiler
import TestSupport
import Testing

struct InstructionKeyTests {
  static let runbook: YAMLValue = [
    "name": "N", "description": "D", "contact": "c",
    "artifacts": [
      "a": ["source": ["type": "filesystem", "properties": ["path": "a"]]],
      "b": ["source": ["type": "filesystem", "properties": ["path": "b"]]],
      "both": ["inputs": ["a", "b"]],
      "labelled": ["inputs": "both", "process": ["type": "test_relabel", "properties": ["level": 1]]],
      "last": ["inputs": "labelled", "output": true],
      "apart": ["source": ["type": "test_table", "properties": ["name": "t"]], "output": true],
      "book": ["source": ["type": "test_runbook"]],
      "ran": ["inputs": "book", "execute": ["mode": "child", "timeout": 60], "output": true],
    ],
  ]

  struct Identity {
    var id: ContentDigest
    var keys: [String: ContentDigest] = [:]
  }

  private func identity(_ runbook: YAMLValue) throws -> Identity {
    var spelling = YAMLSpelling(generator: SeededGenerator(seed: 3))
    let text = Array(spelling.document(runbook).utf8)
    let result = FixtureCompilation.compiler().compile(text: text, name: "r.yaml", goal: .plan)
    let bytes = try #require(result.plan?.bytes, "\(result.diagnostics.map(\.message))")
    let decoded = try Plan.decode(bytes)
    var identity = Identity(id: decoded.id)
    for instruction in decoded.plan.instructions { identity.keys[instruction.id.text] = instruction.key }
    return identity
  }

  /// What a change is, and the artifacts whose keys it changes.
  static let changes: [(name: String, apply: @Sendable (inout YAMLValue) -> Void, changed: Set<String>)] = [
    ("label", { $0["artifacts", "a", "name"] = "A" }, []),
    ("description", { $0["artifacts", "both", "description"] = "text" }, []),
    ("runbook's name", { $0["name"] = "M" }, []),
    ("output", { $0["artifacts", "a", "output"] = true }, []),
    ("optional", { $0["artifacts", "a", "optional"] = true }, []),
    ("timeout", { $0["artifacts", "a", "timeout"] = 5 }, []),
    ("default written out", { $0["artifacts", "a", "source", "properties", "max_files"] = 1000 }, []),
    ("merge written out", { $0["artifacts", "both", "merge"] = "concatenate" }, []),
    ("bare and full schema", { $0["artifacts", "a", "output_schema"] = "standard_input/1.0.0" }, []),
    ("framework", { $0["framework"] = "GDPR" }, []),
    ("concurrency", { $0["config"] = ["max_concurrency": 2] }, []),
    ("time of a nested run", { $0["artifacts", "ran", "execute", "timeout"] = 61 }, ["ran"]),
    ("cost of a nested run", { $0["artifacts", "ran", "execute", "cost_limit"] = 3 }, ["ran"]),
    ("depth of nested runs", { $0["config"] = ["max_child_depth": 2] }, ["ran"]),
    (
      "property", { $0["artifacts", "a", "source", "properties", "path"] = "c" },
      ["a", "both", "labelled", "last"]
    ),
    ("order of inputs", { $0["artifacts", "both", "inputs"] = ["b", "a"] }, ["both", "labelled", "last"]),
    (
      "property of a processor", { $0["artifacts", "labelled", "process", "properties", "level"] = 2 },
      ["labelled", "last"]
    ),
    ("output schema", { $0["artifacts", "apart", "output_schema"] = "source_code" }, ["apart"]),
    (
      "component", { $0["artifacts", "labelled", "process"] = ["type": "test_mask"] }, ["labelled", "last"]
    ),
    (
      "late binding", { $0["artifacts", "apart", "source", "properties", "token"] = "${TOKEN}" }, ["apart"]
    ),
  ]

  @Test(arguments: changes.indices)
  func keyChangesWithMeaning(_ index: Int) throws {
    let change = Self.changes[index]
    let before = try identity(Self.runbook)
    var runbook = Self.runbook
    change.apply(&runbook)
    #expect(runbook != Self.runbook)
    let after = try identity(runbook)
    let changed = Set(before.keys.keys.filter { before.keys[$0] != after.keys[$0] })
    #expect(changed == change.changed, "\(change.name)")
  }

  /// What an input's default says is what those read that it is not given.
  @Test func keyChangesWithConstants() throws {
    func book(_ name: String) -> YAMLValue {
      [
        "name": "N", "description": "D", "contact": "c",
        "inputs": [
          "book": [
            "input_schema": "runbook", "optional": true,
            "default": [
              "name": .text(name), "description": "D",
              "artifacts": ["a": ["source": ["type": "filesystem", "properties": ["path": "a"]]]],
            ],
          ]
        ],
        "artifacts": ["ran": ["inputs": "book", "execute": ["mode": "child"], "output": true]],
      ]
    }
    let (before, same, after) = (try identity(book("A")), try identity(book("A")), try identity(book("B")))
    #expect(before.keys == same.keys && before.id == same.id)
    #expect(before.keys["book"] != after.keys["book"] && before.keys["ran"] != after.keys["ran"])
    #expect(before.id != after.id)
  }

  /// Labels carry no meaning for the plan id either; what the machine does differently changes it.
  @Test(arguments: [
    ("label", true), ("description", true), ("runbook's name", true), ("default written out", true),
    ("output", false), ("optional", false), ("timeout", false), ("framework", false), ("concurrency", false),
    ("property", false), ("order of inputs", false), ("late binding", false),
  ])
  func planIDChangesWithMeaning(_ name: String, isSame: Bool) throws {
    let change = try #require(Self.changes.first { $0.name == name })
    var runbook = Self.runbook
    change.apply(&runbook)
    #expect((try identity(runbook).id == identity(Self.runbook).id) == isSame)
  }

  /// A key does not depend on an artifact's own name, so that a renamed artifact is still the same work.
  @Test func renamedArtifactKeepsItsKey() throws {
    var runbook = Self.runbook
    runbook["artifacts", "c"] = runbook["artifacts", "a"]
    runbook["artifacts", "a"] = nil
    runbook["artifacts", "both", "inputs"] = ["c", "b"]
    let (before, after) = (try identity(Self.runbook), try identity(runbook))
    #expect(before.keys["a"] == after.keys["c"] && before.keys["last"] == after.keys["last"])
    #expect(before.id != after.id)
  }
}
