// What selections are evaluated on: artifacts with what can be asked of them. Plans become one; so do other graphs.
package import ComponentKit
package import ExecutionPlan

/// One artifact as selections see it.
package struct SelectableArtifact: Sendable, Hashable {
  /// The id as a path: `audit/files`.
  package var id: String
  /// Other names.
  package var aliases: [String] = []
  /// The operation's name.
  package var operation: String
  package var component: Component?
  package var schema: SchemaReference?
  package var flags: Instruction.Flags = []
  /// The URIs of the rulesets that are used.
  package var rulesets: [String] = []
  /// The variables that are read when the plan runs.
  package var variables: [String] = []
  /// The artifacts that it is made from, by number.
  package var operands: [Int] = []

  /// What is called to make it.
  package struct Component: Sendable, Hashable {
    package let kind: ComponentKind
    package let type: String
    /// Nil where it is not known.
    package let version: String?

    package init(_ kind: ComponentKind, _ type: String, version: String?) {
      self.kind = kind
      self.type = type
      self.version = version
    }
  }

  package init(id: String, operation: String) {
    self.id = id
    self.operation = operation
  }
}

/// Artifacts in an order in which every operand stands before its use.
package struct SelectableGraph: Sendable {
  package let artifacts: [SelectableArtifact]
  /// The artifacts of every id and alias.
  private let named: [String: Int]

  /// A graph of these artifacts; an operand that is not an earlier one is not followed.
  package init(_ artifacts: [SelectableArtifact]) {
    self.artifacts = artifacts
    var named: [String: Int] = [:]
    named.reserveCapacity(artifacts.count)
    for (index, artifact) in artifacts.enumerated() {
      for alias in artifact.aliases where named[alias] == nil { named[alias] = index }
    }
    // An id wins over an alias of the same text.
    for (index, artifact) in artifacts.enumerated() { named[artifact.id] = index }
    self.named = named
  }

  /// The artifact that has this id or alias.
  func index(named name: String) -> Int? { named[name] }

  /// Every id and alias, sorted.
  package var names: [String] { named.keys.sorted() }

  /// The children that brought artifacts, as paths: everything that an id lies below and that is no artifact.
  package var children: [String] {
    var found: Set<String> = []
    for artifact in artifacts {
      var path = artifact.id[...]
      // Plans are untrusted: each level costs as much as the id is long.
      for _ in 0..<64 {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { break }
        path = path[..<slash]
        guard found.insert(String(path)).inserted else { break }
      }
    }
    let ids = Set(artifacts.map(\.id))
    return found.filter { !ids.contains($0) }.sorted()
  }
}

extension SelectableGraph {
  /// The instructions of a plan, by their numbers.
  package init(_ plan: Plan) {
    var aliases: [Int: [String]] = [:]
    for (alias, target) in plan.aliases { aliases[target.value, default: []].append(alias.text) }
    self.init(
      plan.instructions.enumerated().map { index, instruction in
        var artifact = SelectableArtifact(instruction, plan.components)
        artifact.aliases = aliases[index] ?? []
        return artifact
      })
  }
}

extension SelectableArtifact {
  fileprivate init(_ instruction: Instruction, _ components: [ComponentImport]) {
    self.init(id: instruction.id.text, operation: instruction.operation.name)
    schema = instruction.schema
    flags = instruction.flags
    operands = instruction.operands.map(\.value)
    guard let call = instruction.operation.call else { return }
    rulesets = call.rulesets.keys.sorted()
    if !call.bindings.isEmpty {
      variables = call.bindings.flatMap { SubstitutionTemplate($0.template)?.variables.map(\.name) ?? [] }
    }
    guard components.indices.contains(call.component.value) else { return }
    let component = components[call.component.value]
    self.component = Component(component.kind, component.type, version: component.version)
  }
}
