// Which nodes do the same work. Knows nothing of what is said about it.
internal import CanonicalJSON
internal import ComponentKit
internal import ExecutionPlan
internal import RunbookSyntax

/// Numbers such that two nodes have the same one exactly when their instructions have the same key.
///
/// Value numbering over the graph in dependency order (A. V. Aho et al., "Compilers", §6.1.2): a node's meaning is
/// its operation and the numbers of its operands. It costs one look-up a node, where keys would cost a digest; and
/// the look-up of most nodes needs no more than a ``WorkOutline``.
struct WorkNumbering {
  /// By node; negative for one that is not in the order.
  private var numbers: [Int32]
  /// How many numbers there are.
  private(set) var count = 0
  /// What decides a node's number, of those whose outline is that of another node.
  private var known: [Meaning: Int32] = [:]

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

  private init(count: Int) { numbers = Array(repeating: -1, count: count) }

  /// The numbers of all nodes. No initialiser, as those take their arguments over, and this would be a copy.
  static func of(_ model: Compilation) -> WorkNumbering {
    var numbering = WorkNumbering(count: model.nodes.count)
    numbering.number(model)
    return numbering
  }

  private mutating func number(_ model: Compilation) {
    // The only node of an outline so far; -1 where there are several, whose meanings are known.
    var outlined = [WorkOutline: Int32](minimumCapacity: model.order.count)
    for index in model.order {
      guard let outline = WorkOutline.of(index.value, model, numbers) else { continue }
      guard let other = outlined.updateValue(Int32(index.value), forKey: outline) else {
        numbers[index.value] = nextNumber()
        continue
      }
      outlined[outline] = -1
      if other >= 0, let meaning = meaning(of: Int(other), model) { known[meaning] = numbers[Int(other)] }
      guard let meaning = meaning(of: index.value, model) else { continue }
      let number = known[meaning] ?? nextNumber()
      known[meaning] = number
      numbers[index.value] = number
    }
    known = [:]
  }

  /// The number of a node; nil for one that is not in the order.
  func number(of node: Int) -> Int? { numbers[node] < 0 ? nil : Int(numbers[node]) }

  private mutating func nextNumber() -> Int32 {
    count += 1
    return Int32(count - 1)
  }

  private func meaning(of node: Int, _ model: Compilation) -> Meaning? {
    guard let schema = model.nodes[node].schema,
      let operation = operation(of: model.nodes[node].production, schema, model)
    else { return nil }
    var operands: [Int] = []
    operands.reserveCapacity(model.nodes[node].operands.count)
    for place in model.nodes[node].operands.indices {
      guard let target = model.nodes[node].operands[place].target, let number = number(of: target.value)
      else {
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
