// Random runbooks that compile: sources, processors, merges, pass-throughs, reuse and a child runbook.
import TestSupport

/// A runbook with everything that it is compiled with.
struct RandomRunbook {
  enum Kind: CaseIterable { case files, table, inline, reuse, relabel, mask, pass, merge, child }

  var runbook: YAMLValue
  var child: YAMLValue = Self.child
  var variables: [String: String] = [:]
  /// The version of the component `test_relabel`.
  var relabelVersion = "2.1.0"
  /// The file, in one of the directories that hold the child.
  var path = "r.yaml"
  /// The artifacts in the order of writing: an input stands before its use.
  private(set) var artifacts: [(id: String, kind: Kind)] = []

  static let child: YAMLValue = [
    "name": "Child", "description": "D", "inputs": ["texts": ["input_schema": "standard_input"]],
    "outputs": ["kept": ["artifact": "labelled"]],
    "artifacts": [
      "labelled": ["inputs": "texts", "process": ["type": "test_relabel", "properties": ["level": 4]]]
    ],
  ]

  init(_ generator: inout SeededGenerator) {
    runbook = ["name": "N", "description": "D", "contact": "c", "artifacts": [:]]
    for index in 0..<Int.random(in: 3...9, using: &generator) {
      // A source first, so that there is something to read.
      let kind = index == 0 ? .files : Kind.allCases.randomElement(using: &generator) ?? .pass
      add(kind, "\(["x", "Ab", "m_", "q-"].randomElement(using: &generator) ?? "")\(index)", &generator)
    }
    if Bool.random(using: &generator) { runbook["framework"] = "GDPR" }
    if Bool.random(using: &generator) { runbook["config"] = ["timeout": 30] }
  }

  func ids(_ kinds: Kind...) -> [String] {
    artifacts.filter { kinds.contains($0.kind) }.map(\.id)
  }

  var ids: [String] { artifacts.map(\.id) }

  /// The ids that come before an artifact.
  func earlier(than id: String) -> [String] { ids.prefix { $0 != id }.map(\.self) }

  private mutating func add(_ kind: Kind, _ id: String, _ generator: inout SeededGenerator) {
    let inputs = ids.shuffled(using: &generator)
    guard kind != .merge || inputs.count > 1 else { return add(.pass, id, &generator) }
    var artifact = body(kind, id, inputs, &generator)
    if Bool.random(using: &generator) { artifact["output"] = true }
    runbook["artifacts", id] = artifact
    artifacts.append((id, kind))
  }

  private func body(
    _ kind: Kind, _ id: String, _ inputs: [String], _ generator: inout SeededGenerator
  ) -> YAMLValue {
    let input = YAMLValue.text(inputs.first ?? "")
    switch kind {
    case .files: return ["source": ["type": "filesystem", "properties": ["path": .text("./\(id)")]]]
    case .table: return ["source": ["type": "test_table", "properties": table(id, &generator)]]
    case .inline:
      return [
        "source": ["type": "filesystem", "properties": ["path": "in"]], "process": ["type": "test_mask"],
      ]
    case .reuse:
      return ["reuse": ["from_run": "r", "artifact": .text(id)], "output_schema": "standard_input"]
    case .relabel:
      return ["inputs": input, "process": ["type": "test_relabel", "properties": relabel(&generator)]]
    case .mask: return ["inputs": input, "process": ["type": "test_mask"]]
    case .pass: return ["inputs": input]
    case .merge: return ["inputs": .list(inputs.prefix(3).map { .text($0) })]
    case .child:
      return [
        "inputs": input,
        "child_runbook": ["path": "child.yaml", "input_mapping": ["texts": input], "output": "kept"],
      ]
    }
  }

  private func table(_ id: String, _ generator: inout SeededGenerator) -> YAMLValue {
    var properties: YAMLValue = ["name": .text(id), "token": "${TOKEN}"]
    if Bool.random(using: &generator) { properties["login"] = ["user": "u", "password": "${PASSWORD}"] }
    return properties
  }

  private func relabel(_ generator: inout SeededGenerator) -> YAMLValue {
    let all: [(String, YAMLValue)] = [
      ("label", "text"), ("ratio", .plain("0.5")), ("tags", ["b", "a"]),
      ("limits", ["depth": 1, "width": 2]),
    ]
    var properties: YAMLValue = ["label": "kept"]
    for (name, value) in all where Bool.random(using: &generator) { properties[name] = value }
    return properties
  }
}
