// Which nodes do the same work. Knows nothing of what is said about it.
internal import CanonicalJSON
internal import ComponentKit
internal import ExecutionPlan
internal import RunbookSyntax

/// Numbers such that two nodes have the same one exactly when their instructions have the same key.
///
/// Value numbering over the graph in dependency order (A. V. Aho et al., "Compilers", §6.1.2): a node's meaning is
/// its operation and the numbers of its operands. It costs one look-up a node, where keys would cost a digest.
struct WorkNumbering {
  /// By node; nil for one that is not in the order.
  private(set) var numbers: [Int?]
  /// How many numbers there are.
  private(set) var count = 0

  /// What decides a node's key, see `InstructionMeaning`.
  private struct Meaning: Hashable {
    let operation: Operation
    let schema: SchemaReference
    let operands: [Int]
  }

  private enum Operation: Hashable {
    /// All uses of a component share its interface. A ruleset's rules follow from its name, which is among the
    /// properties.
    case call(ObjectIdentifier, JSONObject, [LateBinding])
    case merge, pass
    case reuse(String?, String?)
    case execute(NestedRun)
    case constant(JSONValue)
  }

  init(_ model: Compilation) {
    numbers = Array(repeating: nil, count: model.nodes.count)
    var known: [Meaning: Int] = [:]
    known.reserveCapacity(model.order.count)
    for index in model.order {
      guard let meaning = meaning(of: index.value, model) else { continue }
      let number = known[meaning] ?? count
      if number == count {
        known[meaning] = number
        count += 1
      }
      numbers[index.value] = number
    }
  }

  private func meaning(of node: Int, _ model: Compilation) -> Meaning? {
    guard let schema = model.nodes[node].schema,
      let operation = operation(of: model.nodes[node].production, schema, model)
    else { return nil }
    var operands: [Int] = []
    operands.reserveCapacity(model.nodes[node].operands.count)
    for place in model.nodes[node].operands.indices {
      guard let target = model.nodes[node].operands[place].target, let number = numbers[target.value] else {
        return nil
      }
      operands.append(number)
    }
    return Meaning(operation: operation, schema: schema, operands: operands)
  }

  private func operation(
    of production: Production, _ schema: SchemaReference, _ model: Compilation
  ) -> Operation? {
    switch production {
    case .extract(let index), .process(let index):
      // By index: a copy of a use costs more than the rest.
      guard let interface = model.uses[index].interface else { return nil }
      return .call(ObjectIdentifier(interface), model.uses[index].properties, model.uses[index].bindings)
    case .merge: return .merge
    case .pass: return .pass
    case .reuse(let reuse): return .reuse(reuse.fromRun?.text, reuse.artifact?.text)
    case .execute(let run, _): return .execute(run)
    case .constant(let value):
      return model.options.catalog.schemas[schema].map { .constant(Compilation.content(value, $0)) }
    case .input, .broken: return nil
    }
  }
}
