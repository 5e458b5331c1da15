// Part of `check-schemas`: what would make the schemas of an artifact's inputs fit.
internal import ComponentKit
internal import Diagnostics
internal import ExecutionPlan
internal import RunbookSyntax

extension Compilation {
  /// How many artifacts or processors are named as a way out.
  private static let shownWays = 3

  /// Makes ready what advice is drawn from: who stands before whom, and how much is still to be searched.
  mutating func prepareAdvice(in scope: ScopeIndex) {
    comparedNames += self[scope].names.count
    guard reporting.ranks.isEmpty else { return }
    reporting.ranks = Array(repeating: .max, count: nodes.count)
    for (rank, index) in order.enumerated() { reporting.ranks[index.value] = Int32(clamping: rank) }
  }

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
    // A few errors in a large file are worth the search, thousands are not.
    guard comparedNames < Self.maximumComparedNames else { return [] }
    let inputs = index.map { self[$0].operands.compactMap(\.target) } ?? []
    let names = self[scope].names.keys.filter { name in
      guard case .node(let target) = resolve(name, in: scope), self[target].schema == schema,
        !inputs.contains(target)
      else { return false }
      return index.map { rank(of: target) < rank(of: $0) } ?? true
    }.sorted()
    guard !names.isEmpty else { return [] }
    let shown = names.prefix(Self.shownWays).map { "'\($0)'" }.joined(separator: ", ")
    return [
      "\(shown)\(names.count > Self.shownWays ? " and others are" : names.count == 1 ? " is" : " are") '\(schema)'"
    ]
  }

  /// What stands earlier in the order of the graph needs nothing that stands later.
  private func rank(of index: NodeIndex) -> Int32 {
    reporting.ranks.indices.contains(index.value) ? reporting.ranks[index.value] : .max
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
