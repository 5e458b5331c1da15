// Part of `check-schemas`: what would make the schemas of an artifact's inputs fit.
internal import ComponentKit
internal import Diagnostics
internal import ExecutionPlan
internal import RunbookSyntax

extension Compilation {
  /// How many artifacts or processors are named as a way out.
  private static let shownWays = 3
  /// How many artifacts are looked at, and how many each may need, before others are.
  private static let triedArtifacts = 16
  private static let searchedArtifacts = 2_000

  /// A few errors in a large file are worth a search for what would fit, thousands are not.
  mutating func countAdvice(in scope: ScopeIndex) { comparedNames += self[scope].names.count }

  /// The nearest combination that the processor takes, and how to get there.
  func advice(
    _ nearest: NearestCombination, _ index: NodeIndex, _ manifest: ComponentManifest
  ) -> [String] {
    let node = self[index]
    var changes = nearest.replacements.map { change in
      "change \(inputs(of: node, that: change.found)) to one of '\(change.wanted)'"
    }
    changes += nearest.superfluous.map { "leave out \(inputs(of: node, that: $0))" }
    changes += nearest.missing.map { "add an input of '\($0)'" }
    var notes = [
      "the nearest that '\(manifest.type)' takes is \(Self.list(nearest.schemas)): \(changes.joined(separator: ", and "))"
    ]
    for change in nearest.replacements {
      notes += replacements(for: change.found, by: change.wanted, before: index)
    }
    for schema in nearest.missing { notes += artifacts(of: schema, in: node.scope, before: index) }
    return notes
  }

  /// `input 2 ('found')`, counted from 1.
  private func inputs(of node: Node, that schema: SchemaReference) -> String {
    if isInlineSource(node) { return "the source" }
    let places = node.operands.enumerated().filter { _, operand in
      operand.target.flatMap { self[$0].schema } == schema
    }
    let names = places.map { "\($0.offset + 1) ('\($0.element.name.text)')" }
    return "input\(names.count == 1 ? "" : "s") \(names.joined(separator: " and "))"
  }

  func replacements(
    for found: SchemaReference, by wanted: SchemaReference, before index: NodeIndex
  ) -> [String] {
    replacements(for: found, by: wanted, in: self[index].scope, before: index)
  }

  /// Artifacts that have the wanted schema already, else processors that would make it of the one that was found.
  func replacements(
    for found: SchemaReference, by wanted: SchemaReference, in scope: ScopeIndex, before index: NodeIndex?
  ) -> [String] {
    artifacts(of: wanted, in: scope, before: index) + converters(from: found, to: wanted)
  }

  /// Artifacts of a scope with a schema that do not need the one that would take them.
  private func artifacts(
    of schema: SchemaReference, in scope: ScopeIndex, before index: NodeIndex?
  ) -> [String] {
    guard comparedNames < Self.maximumComparedNames else { return [] }
    let inputs = index.map { self[$0].operands.compactMap(\.target) } ?? []
    let candidates = self[scope].names.keys.compactMap { name -> (name: String, node: NodeIndex)? in
      guard case .node(let target) = resolve(name, in: scope), self[target].schema == schema,
        !inputs.contains(target)
      else { return nil }
      return (name, target)
    }.sorted { $0.name < $1.name }
    let names = candidates.prefix(Self.triedArtifacts).filter { candidate in
      index.map { !needs(candidate.node, $0) } ?? true
    }.map(\.name)
    guard !names.isEmpty else { return [] }
    let shown = names.prefix(Self.shownWays).map { "'\($0)'" }.joined(separator: ", ")
    let verb = names.count > Self.shownWays ? " and others are" : names.count == 1 ? " is" : " are"
    return ["in this runbook \(shown)\(verb) '\(schema)'"]
  }

  /// Whether an artifact needs another, directly or through others; also when too much would have to be searched.
  private func needs(_ node: NodeIndex, _ other: NodeIndex) -> Bool {
    var seen: Set<NodeIndex> = [node]
    var pending = [node]
    while let next = pending.popLast() {
      if next == other || seen.count > Self.searchedArtifacts { return true }
      // The references between artifacts of a cycle were cut.
      if let cycle = cycles[next], cycle == cycles[other] { return true }
      for target in self[next].operands.compactMap(\.target) where seen.insert(target).inserted {
        pending.append(target)
      }
    }
    return false
  }

  private func converters(from found: SchemaReference, to wanted: SchemaReference) -> [String] {
    let types = options.catalog.manifests(.processor).filter {
      $0.deprecation == nil && $0.inputCombinations.contains([found]) && $0.outputs.contains(wanted)
    }.map { "'\($0.type)'" }
    guard !types.isEmpty else { return [] }
    let shown = types.prefix(Self.shownWays).joined(separator: " or ")
    return ["the processor \(shown) makes '\(wanted)' of '\(found)'"]
  }
}
