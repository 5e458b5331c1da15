// Random runbooks, each edited in every way: what means the same has the same plan id and keys, and what means
// something else changes the plan id and the keys of exactly what was touched and of what derives from it.
import ComponentKit
import Diagnostics
import EnvironmentFiles
import ExecutionPlan
import Rulesets
import RunbookCompiler
import TestSupport
import Testing

struct IdentityPropertyTests {
  static let firstSeed: UInt64 = 20_000
  static let runbooks: UInt64 = 120

  private let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
    var spelling = YAMLSpelling(generator: SeededGenerator(seed: 1))
    var changed = RandomRunbook.child
    changed["artifacts", "labelled", "process", "properties", "level"] = 5
    for path in ["child.yaml", "kid/other.yml", "deep/child.yaml", "deep/kid/other.yml"] {
      try directory.write(path, spelling.document(RandomRunbook.child))
    }
    try directory.write("changed/child.yaml", spelling.document(changed))
  }

  /// What a plan is called, and how its artifacts hang together.
  private struct Identity {
    let bytes: [UInt8]
    let id: ContentDigest
    var keys: [String: ContentDigest] = [:]
    var operands: [String: [String]] = [:]
    /// The keys of artifacts by their other names.
    var aliased: [String: ContentDigest] = [:]

    init(_ bytes: [UInt8]) throws {
      self.bytes = bytes
      let decoded = try Plan.decode(bytes)
      id = decoded.id
      for instruction in decoded.plan.instructions {
        keys[instruction.id.text] = instruction.key
        operands[instruction.id.text] = instruction.operands.map {
          decoded.plan.instructions[$0.value].id.text
        }
      }
      for (alias, target) in decoded.plan.aliases {
        aliased[alias.text] = decoded.plan.instructions[target.value].key
      }
    }

    func key(of id: String) -> ContentDigest? { keys[id] ?? aliased[id] }

    /// The artifacts and all that derives from them.
    func derived(from touched: Set<String>) -> Set<String> {
      var all = touched
      while true {
        let more = operands.filter { !all.contains($0.key) && !all.isDisjoint(with: $0.value) }.keys
        if more.isEmpty { return all }
        all.formUnion(more)
      }
    }
  }

  private func identity(_ edited: RandomRunbook, _ spelling: inout YAMLSpelling<SeededGenerator>) throws
    -> Identity
  {
    let options = CompilerOptions(
      catalog: edited.relabelVersion == "2.1.0" ? FixtureCatalog.catalog : Self.newerCatalog,
      rulesets: RulesetLibrary(directories: []), environment: Environment(process: edited.variables))
    let text = Array(spelling.document(edited.runbook).utf8)
    let result = Compiler(options).compile(text: text, name: "\(directory.path)/\(edited.path)", goal: .plan)
    let messages = result.diagnostics.map(\.message)
    return try Identity(
      try #require(result.plan?.bytes, "\(messages)\n\(String(decoding: text, as: UTF8.self))"))
  }

  private static let newerCatalog: ComponentCatalog = {
    let catalog = FixtureCatalog.catalog
    let manifests = ComponentKind.allCases.flatMap { catalog.manifests($0) }.map { manifest in
      guard manifest.type == "test_relabel" else { return manifest }
      return ComponentManifest(
        kind: manifest.kind, type: manifest.type, version: "2.1.1", summary: manifest.summary,
        outputs: manifest.outputs, inputCombinations: manifest.inputCombinations,
        propertySchema: manifest.propertySchema)
    }
    return ComponentCatalog(manifests, schemas: catalog.schemas)
  }()

  /// Every edit of both kinds on every runbook; the seed of a failure is in its message.
  @Test func identityFollowsMeaning() throws {
    var applied: [String: Int] = [:]
    for seed in Self.firstSeed..<Self.firstSeed + Self.runbooks {
      var generator = SeededGenerator(seed: seed)
      let original = RandomRunbook(&generator)
      var spelling = YAMLSpelling(generator: SeededGenerator(seed: seed))
      let before = try identity(original, &spelling)
      for edit in PreservingEdits.all + ChangingEdits.all {
        var edited = original
        guard let change = edit.apply(&edited, &generator) else { continue }
        applied[edit.name, default: 0] += 1
        let after = try identity(edited, &spelling)
        check(before, after, change, "seed \(seed), \(edit.name)")
      }
    }
    for edit in PreservingEdits.all + ChangingEdits.all {
      #expect(applied[edit.name, default: 0] > 5, "'\(edit.name)' was hardly ever possible")
    }
    #expect(applied.values.reduce(0, +) > 1500)
  }

  private func check(_ before: Identity, _ after: Identity, _ change: IdentityChange, _ what: String) {
    let changed = Set(before.keys.keys).union(after.keys.keys).filter { before.keys[$0] != after.keys[$0] }
    switch change {
    case .nothing: #expect(before.bytes == after.bytes, "\(what): the plan changed")
    case .labels:
      #expect(before.bytes != after.bytes, "\(what): the label is not in the plan")
      #expect(before.id == after.id && changed.isEmpty, "\(what): an identity changed")
    case .planOnly:
      #expect(before.id != after.id, "\(what): the plan id stayed")
      #expect(changed.isEmpty, "\(what): the keys of \(changed.sorted()) changed")
    case .input(let id, let old, let new):
      let (left, right) = (before.key(of: old), before.key(of: new))
      if left == right {
        #expect(changed.isEmpty, "\(what): \(changed.sorted()) changed for the same work")
      } else {
        check(before, after, .keys([id]), what)
      }
    case .keys(let touched):
      let expected = before.derived(from: touched)
      #expect(before.id != after.id, "\(what): the plan id stayed")
      #expect(changed == expected, "\(what): \(changed.sorted()) changed, not \(expected.sorted())")
    }
  }
}
