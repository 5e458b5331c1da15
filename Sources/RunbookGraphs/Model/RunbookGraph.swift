// The graph of a runbook as people look at it: artifacts, what each is made from, and the child runbooks around them.
// Knows neither where it comes from nor how it is drawn.

/// Artifacts and their edges; every operand stands before its use.
package struct RunbookGraph: Sendable, Hashable {
  package var title: String
  package var description: String
  package private(set) var nodes: [GraphNode]
  /// The uses of child runbooks, each after the one that it lies in.
  package private(set) var boxes: [GraphBox] = []

  /// A graph of these artifacts; an operand that is not an earlier node is left out.
  package init(title: String, description: String, nodes: [GraphNode]) {
    self.title = title
    self.description = description
    self.nodes = nodes
    let ids = Set(nodes.map { Array($0.id.utf8) })
    var numbers: [String: Int] = [:]
    for index in nodes.indices {
      self.nodes[index].operands = Self.distinct(nodes[index].operands.filter { (0..<index).contains($0) })
      self.nodes[index].box = box(around: nodes[index].id, ids, &numbers)
    }
  }

  private static func distinct(_ operands: [Int]) -> [Int] {
    guard operands.count > 1 else { return operands }
    var seen: Set<Int> = []
    return operands.filter { seen.insert($0).inserted }
  }

  /// Boxes nest no deeper on a picture: plans are untrusted, and each level costs as much as the id is long.
  private static let maximumDepth = 64

  /// The innermost use of a child runbook that an id lies in.
  ///
  /// `audit/files` lies in `audit`; `clean/source`, where `clean` is an artifact with an inline processor, in none.
  private mutating func box(around id: String, _ ids: Set<[UInt8]>, _ numbers: inout [String: Int]) -> Int? {
    var parent: Int?
    var prefix: [UInt8] = []
    let segments = id.utf8.split(separator: UInt8(ascii: "/"))
    for segment in segments.dropLast().prefix(Self.maximumDepth) {
      if !prefix.isEmpty { prefix.append(UInt8(ascii: "/")) }
      prefix += segment
      if ids.contains(prefix) { continue }
      let name = String(decoding: prefix, as: UTF8.self)
      if let known = numbers[name] {
        parent = known
      } else {
        boxes.append(GraphBox(id: name, parent: parent))
        numbers[name] = boxes.count - 1
        parent = boxes.count - 1
      }
    }
    return parent
  }

  /// Shows what became of the artifacts in a run, one outcome each, in order.
  package mutating func setOutcomes(_ outcomes: [GraphNode.Outcome]) {
    for (index, outcome) in zip(nodes.indices, outcomes) { nodes[index].outcome = outcome }
  }

  /// The nodes of a subset, in order, with the edges between them.
  package func restricted(to kept: Set<Int>) -> RunbookGraph {
    var numbers: [Int: Int] = [:]
    var chosen: [GraphNode] = []
    for index in nodes.indices where kept.contains(index) {
      numbers[index] = chosen.count
      var node = nodes[index]
      node.operands = node.operands.compactMap { numbers[$0] }
      chosen.append(node)
    }
    var graph = self
    graph.nodes = chosen
    graph.dropEmptyBoxes()
    return graph
  }

  private mutating func dropEmptyBoxes() {
    var isUsed = boxes.map { _ in false }
    for node in nodes { node.box.map { isUsed[$0] = true } }
    for index in boxes.indices.reversed() where isUsed[index] {
      boxes[index].parent.map { isUsed[$0] = true }
    }
    var numbers: [Int: Int] = [:]
    var kept: [GraphBox] = []
    for index in boxes.indices where isUsed[index] {
      numbers[index] = kept.count
      kept.append(GraphBox(id: boxes[index].id, parent: boxes[index].parent.flatMap { numbers[$0] }))
    }
    boxes = kept
    for index in nodes.indices { nodes[index].box = nodes[index].box.flatMap { numbers[$0] } }
  }

  /// Every edge, in the order of the nodes that it leads to.
  package var edges: [GraphEdge] {
    nodes.enumerated().flatMap { index, node in
      node.operands.map { GraphEdge(from: $0, to: index, isSensitive: nodes[$0].isSensitive) }
    }
  }
}

/// One artifact.
package struct GraphNode: Sendable, Hashable {
  /// How an artifact is made; each has a shape of its own.
  package enum Kind: String, Sendable, CaseIterable {
    case source, process, merge, pass, reuse, constant, execute, input
  }

  /// What is done with an artifact, or because of it.
  package struct Marks: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// It stands in the results.
    package static let output = Marks(rawValue: 1)
    /// Its failure does not fail the run.
    package static let optional = Marks(rawValue: 2)
    /// Its value is redacted wherever it would be shown.
    package static let redacted = Marks(rawValue: 4)
    /// It is, or derives from, something sensitive.
    package static let tainted = Marks(rawValue: 8)
  }

  /// The id as a path: `audit/files`.
  package var id: String
  package var kind: Kind
  /// The component's type, or what is reused.
  package var component: String?
  /// The component's version.
  package var version: String?
  package var name: String?
  package var description: String?
  /// The schema of what it is, `name/version`.
  package var schema: String?
  /// Other names that it has in parents.
  package var aliases: [String] = []
  package var marks: Marks = []
  /// Variables that are read when the plan runs, sorted.
  package var variables: [String] = []
  /// The URIs of the rulesets that are used, sorted.
  package var rulesets: [String] = []
  /// The nodes that it is made from, in the order of the runbook.
  package var operands: [Int] = []
  /// What became of it in a run; nil where no run is shown.
  package fileprivate(set) var outcome: Outcome?
  /// The innermost of ``RunbookGraph/boxes`` that it lies in; set by the graph.
  package fileprivate(set) var box: Int?

  package init(id: String, kind: Kind) {
    self.id = id
    self.kind = kind
  }

  /// How an artifact came out of a run.
  package struct Outcome: Sendable, Hashable {
    /// One of the classes of the style sheet: `completed`, `failed`, `skipped`, `pending`, `running`, `not_started`.
    package let status: String
    package let symbol: String
    package let words: String

    package init(status: String, symbol: String, words: String) {
      self.status = status
      self.symbol = symbol
      self.words = words
    }
  }

  package var isSensitive: Bool { !marks.isDisjoint(with: [.redacted, .tainted]) }

  /// The last part of the id.
  package var shortID: String {
    id.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? id
  }

  /// What stands large on the node.
  package var title: String { name ?? (id.hasSuffix("/source") && kind == .source ? id : shortID) }

  /// What stands below the title: the id where the title is a name, and how the artifact is made.
  package var subtitle: String {
    let way = component ?? kind.rawValue
    return name == nil || shortID == way ? way : "\(shortID) · \(way)"
  }
}

/// One use of a child runbook.
package struct GraphBox: Sendable, Hashable {
  /// The artifact's id as a path.
  package let id: String
  package let parent: Int?

  package var shortID: String {
    id.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? id
  }
}

/// One edge: an artifact and one that is made from it.
package struct GraphEdge: Sendable, Hashable {
  package let from: Int
  package let to: Int
  /// Whether sensitive data goes along it.
  package let isSensitive: Bool
}
