// A graph as JSON, for programs. The order of the nodes is topological.
internal import CanonicalJSON

extension RunbookGraph {
  static let formatVersion = 1

  /// Canonical JSON with a line break.
  var jsonText: String { json.canonicalText + "\n" }

  private var json: JSONValue {
    [
      "format": "wct-graph", "format_version": .integer(Self.formatVersion), "title": .string(title),
      "description": .string(description), "nodes": .array(nodes.map(json)),
      "edges": .array(
        edges.map {
          [
            "from": .string(nodes[$0.from].id), "to": .string(nodes[$0.to].id),
            "sensitive": .bool($0.isSensitive),
          ]
        }),
      "children": .array(
        boxes.map { box in
          ["id": .string(box.id), "parent": box.parent.map { .string(boxes[$0].id) } ?? .null]
        }),
    ]
  }

  private func json(_ node: GraphNode) -> JSONValue {
    [
      "id": .string(node.id), "kind": .string(node.kind.rawValue), "component": text(node.component),
      "name": text(node.name), "description": text(node.description), "schema": text(node.schema),
      "aliases": .array(node.aliases.map { .string($0) }),
      "child": node.box.map { .string(boxes[$0].id) } ?? .null,
      "output": .bool(node.marks.contains(.output)), "optional": .bool(node.marks.contains(.optional)),
      "redacted": .bool(node.marks.contains(.redacted)), "sensitive": .bool(node.isSensitive),
      "late_variables": .array(node.variables.map { .string($0) }),
    ]
  }

  private func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
}
