// What of a node's work is cheap to look at. Knows nothing of what it is compared for.
internal import CanonicalJSON
internal import ComponentKit

/// A number that is the same for nodes that do the same work, and nearly always another one for others.
struct WorkOutline: Hashable {
  private let value: Int

  /// - Parameter numbers: The number of the work that each node does; negative for one that is not known.
  /// - Returns: Nil for a node whose work is not known.
  static func of(_ node: Int, _ model: Compilation, _ numbers: [Int32]) -> WorkOutline? {
    guard model.nodes[node].schema != nil else { return nil }
    var hasher = Hasher()
    switch model.nodes[node].production {
    case .extract(let index), .process(let index):
      guard let interface = model.uses[index].interface else { return nil }
      hasher.combine(ObjectIdentifier(interface))
      add(model.uses[index].properties, to: &hasher)
      hasher.combine(model.uses[index].bindings.count)
    case .merge: hasher.combine(1)
    case .pass: hasher.combine(2)
    case .reuse: hasher.combine(3)
    case .execute: hasher.combine(4)
    case .constant: hasher.combine(5)
    case .input, .broken: return nil
    }
    for place in model.nodes[node].operands.indices {
      guard let target = model.nodes[node].operands[place].target, numbers[target.value] >= 0 else {
        return nil
      }
      hasher.combine(numbers[target.value])
    }
    return WorkOutline(value: hasher.finalize())
  }

  /// Feeds how long the texts at the top are and how they end, which is where paths and queries differ.
  private static func add(_ properties: JSONObject, to hasher: inout Hasher) {
    let members = properties.members
    for index in members.indices {
      if case .string(let text) = members[index].value { hasher.combine(end(of: text)) }
    }
  }

  /// The number of bytes of a text, and the last seven of them.
  private static func end(of text: String) -> UInt64 {
    let bytes = text.utf8Span.span
    var end = UInt64(truncatingIfNeeded: bytes.count) & 0xFF
    for index in max(0, bytes.count - 7)..<bytes.count { end = end << 8 | UInt64(bytes[index]) }
    return end
  }
}
