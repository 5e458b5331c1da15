// Writes the model down for people who look at how a runbook is compiled. Deterministic; holds no secret.
internal import CanonicalJSON
internal import ComponentKit
internal import Diagnostics
internal import ExecutionPlan
internal import RunbookSyntax

/// The text form of a model: one line a fact, a fact of the thing above it indented.
struct ModelDump {
  private static let formatVersion = 1

  private let model: Compilation
  private var lines: [String] = []

  static func text(of model: Compilation, after step: String) -> String {
    var dump = ModelDump(model: model)
    dump.write("model \(formatVersion) after \(step)")
    dump.writeRunbook()
    dump.writeScopes()
    if model.nodes.isEmpty { dump.writeSyntax() }
    for index in model.nodes.indices { dump.writeNode(NodeIndex(value: index)) }
    dump.writeAliases()
    if !model.order.isEmpty {
      dump.write("order \(model.order.map { String($0.value) }.joined(separator: " "))")
    }
    dump.write("diagnostics \(model.sink.sorted.count)")
    return dump.lines.joined(separator: "\n") + "\n"
  }

  private init(model: Compilation) { self.model = model }

  private mutating func write(_ line: String) { lines.append(line) }
  private mutating func writeFact(_ name: String, _ text: String) {
    lines.append("  \(name)\(String(repeating: " ", count: max(1, 11 - name.count)))\(text)")
  }

  private func quoted(_ text: String) -> String { JSONValue.string(text).canonicalText }

  // MARK: - Runbook and scopes

  private mutating func writeRunbook() {
    guard let root = model.scopes.first?.runbook.syntax else { return }
    let fields = [
      ("runbook", root.name), ("description", root.description), ("contact", root.contact),
      ("framework", root.framework),
    ]
    for (name, scalar) in fields {
      if let scalar { write("\(name) \(quoted(scalar.text))") }
    }
    let configuration = model.configuration
    var parts = [
      "max_concurrency=\(configuration.maximumConcurrency)",
      "max_child_depth=\(configuration.maximumChildDepth)",
    ]
    if let timeout = configuration.timeout {
      parts.append("timeout=\(JSONValue.number(timeout).canonicalText)")
    }
    if let cost = configuration.costLimit {
      parts.append("cost_limit=\(JSONValue.number(cost).canonicalText)")
    }
    write("config \(parts.joined(separator: " "))")
  }

  private mutating func writeScopes() {
    for (index, scope) in model.scopes.enumerated() {
      var line = "scope \(index) \(quoted(scope.runbook.path))"
      if let origin = scope.origin {
        line += " in \(origin.scope.value) as \(scope.prefix?.text ?? "?") at \(place(origin.place))"
      }
      write(line)
    }
  }

  private func place(_ span: SourceSpan) -> String { model.sources.description(of: span) }

  /// Before there are nodes: the artifacts as they are written, variables filled in.
  private mutating func writeSyntax() {
    for artifact in model.scopes.first?.runbook.syntax.artifacts ?? [] {
      write("artifact \(quoted(artifact.id.text))")
      writeFact("at", place(artifact.id.span))
      if let inputs = artifact.inputs {
        writeFact("inputs", inputs.elements.map { quoted($0.text) }.joined(separator: " "))
      }
      if let source = artifact.source { writeComponent("source", source, .connector) }
      if let process = artifact.process { writeComponent("process", process, .processor) }
      if let child = artifact.childRunbook { writeFact("child", quoted(child.path?.text ?? "?")) }
      if let reuse = artifact.reuse {
        writeFact(
          "reuse", "\(quoted(reuse.artifact?.text ?? "?")) from \(quoted(reuse.fromRun?.text ?? "?"))")
      }
    }
  }

  private mutating func writeComponent(_ name: String, _ syntax: ComponentSyntax, _ kind: ComponentKind) {
    writeFact(name, quoted(syntax.type?.text ?? "?"))
    guard let properties = syntax.properties else { return }
    let manifest = syntax.type.flatMap { model.options.catalog.manifest(kind, $0.text) }
    writeFact("properties", ShownProperties.text(of: properties, manifest))
  }

  // MARK: - Nodes

  private mutating func writeNode(_ index: NodeIndex) {
    let node = model[index]
    write("node \(index.value) \(node.id)")
    writeFact("at", place(node.place))
    writeFact("scope", String(node.scope.value))
    writeProduction(node.production)
    for operand in node.operands {
      let target = operand.target.map { "\($0.value) \(model[$0].id)" } ?? "? \(quoted(operand.name.text))"
      writeFact("from", target)
    }
    if let schema = node.schema { writeFact("schema", schema.description) }
    let marks = marks(of: node)
    if !marks.isEmpty { writeFact("marks", marks.joined(separator: " ")) }
    if let timeout = node.timeout { writeFact("timeout", JSONValue.number(timeout).canonicalText) }
    if let name = node.label.name { writeFact("name", quoted(name)) }
  }

  private func marks(of node: Node) -> [String] {
    let names: [(Instruction.Flags, String)] = [
      (.output, "output"), (.optional, "optional"), (.sensitive, "sensitive"), (.tainted, "tainted"),
    ]
    return names.filter { node.flags.contains($0.0) }.map(\.1)
  }

  private mutating func writeProduction(_ production: Production) {
    switch production {
    case .extract(let use): writeUse("extract", model.uses[use])
    case .process(let use): writeUse("process", model.uses[use])
    case .merge: writeFact("made by", "merge")
    case .pass: writeFact("made by", "pass")
    case .reuse(let reuse):
      writeFact(
        "made by",
        "reuse of \(quoted(reuse.artifact?.text ?? "?")) from \(quoted(reuse.fromRun?.text ?? "?"))")
    case .execute: writeFact("made by", "execute")
    case .constant: writeFact("made by", "constant")
    case .input: writeFact("made by", "input")
    case .broken: writeFact("made by", "broken")
    }
  }

  private mutating func writeUse(_ operation: String, _ use: ComponentUse) {
    let type = use.syntax.type?.text ?? "?"
    guard let manifest = use.manifest else {
      writeFact("made by", "\(operation) \(quoted(type))")
      let known = model.options.catalog.manifest(use.kind, type)
      if let properties = use.syntax.properties {
        writeFact("properties", ShownProperties.text(of: properties, known))
      }
      return
    }
    writeFact("made by", "\(operation) \(manifest.type) \(manifest.version)")
    writeFact("properties", ShownProperties.text(of: use.properties, manifest))
    for binding in use.bindings {
      let traits =
        [binding.type.rawValue] + (binding.isSecret ? ["secret"] : [])
        + (binding.isOverride ? ["override"] : [])
      writeFact(
        "binding",
        "\(binding.pointer) \(quoted(ShownProperties.template(binding.template, isSecret: binding.isSecret))) "
          + "(\(traits.joined(separator: ", ")))")
    }
    for uri in use.rulesets.keys.sorted() { writeFact("ruleset", uri) }
  }

  private mutating func writeAliases() {
    for (alias, target) in model.aliases.sorted(by: { $0.key < $1.key }) {
      write("alias \(alias) \(target.value) \(model[target].id)")
    }
  }
}
