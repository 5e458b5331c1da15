// Which part of a graph is shown: an artifact with what leads to it, what comes of it, or both.

/// A selection as it is written: `NAME`, `+NAME`, `NAME+` or `+NAME+`.
///
/// The plus signs ask for everything that leads to the artifact and for everything that comes of it; a number
/// beside one (`2+NAME`) says how many steps at most. A name is an artifact's id, another name that it has in a
/// parent, or the id of a child runbook's artifact, which stands for all artifacts that it brought.
package struct GraphSelection: Sendable, Hashable {
  package let name: String
  /// Steps against the edges; nil: none are followed.
  package let ancestors: Int?
  /// Steps along the edges; nil: none are followed.
  package let descendants: Int?

  /// Nil when the text is no selection.
  package init?(_ text: String) {
    var name = text.utf8[...]
    (ancestors, name) = Self.leading(name)
    (descendants, name) = Self.trailing(name)
    guard !name.isEmpty, name.allSatisfy(Self.isNameByte) else { return nil }
    self.name = String(decoding: name, as: UTF8.self)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2D, 0x2F: true
    default: false
    }
  }

  private static func leading(_ text: Substring.UTF8View) -> (Int?, Substring.UTF8View) {
    let digits = text.prefix { (0x30...0x39).contains($0) }
    let rest = text.dropFirst(digits.count)
    guard rest.first == UInt8(ascii: "+"), let steps = count(digits) else { return (nil, text) }
    return (steps, rest.dropFirst())
  }

  private static func trailing(_ text: Substring.UTF8View) -> (Int?, Substring.UTF8View) {
    let digits = text.suffix(text.reversed().prefix { (0x30...0x39).contains($0) }.count)
    let rest = text.dropLast(digits.count)
    guard rest.last == UInt8(ascii: "+"), let steps = count(digits) else { return (nil, text) }
    return (steps, rest.dropLast())
  }

  /// No digits: as many steps as there are.
  private static func count(_ digits: Substring.UTF8View) -> Int? {
    digits.isEmpty ? .max : Int(String(decoding: digits, as: UTF8.self))
  }
}

extension RunbookGraph {
  /// The names that a selection may hold, sorted.
  package var selectableNames: [String] {
    Set(nodes.flatMap { [$0.id] + $0.aliases } + boxes.map(\.id)).sorted()
  }

  /// The part that any of the selections asks for.
  ///
  /// - Throws: ``UnknownSelection`` for a name that nothing has.
  package func selecting(_ selections: [GraphSelection]) throws(UnknownSelection) -> RunbookGraph {
    var consumers = nodes.map { _ in [Int]() }
    for (index, node) in nodes.enumerated() {
      for operand in node.operands { consumers[operand].append(index) }
    }
    var kept: Set<Int> = []
    for selection in selections {
      let start = named(selection.name)
      guard !start.isEmpty else { throw UnknownSelection(name: selection.name) }
      kept.formUnion(start)
      if let steps = selection.ancestors {
        kept.formUnion(reached(from: start, steps) { nodes[$0].operands })
      }
      if let steps = selection.descendants { kept.formUnion(reached(from: start, steps) { consumers[$0] }) }
    }
    return restricted(to: kept)
  }

  /// An artifact and the source of its inline processor, or all artifacts of a child runbook.
  private func named(_ name: String) -> [Int] {
    let exact = nodes.indices.filter { nodes[$0].id == name || nodes[$0].aliases.contains(name) }
    if !exact.isEmpty { return exact }
    guard boxes.contains(where: { $0.id == name }) else { return [] }
    let prefix = Array("\(name)/".utf8)
    return nodes.indices.filter { nodes[$0].id.utf8.starts(with: prefix) }
  }

  private func reached(from start: [Int], _ steps: Int, _ next: (Int) -> [Int]) -> Set<Int> {
    var reached = Set(start)
    var front = start
    var step = 0
    while !front.isEmpty, step < steps {
      front = front.flatMap(next).filter { reached.insert($0).inserted }
      step += 1
    }
    return reached
  }
}

/// A selection named something that is not there.
package struct UnknownSelection: Error, Sendable, Hashable {
  package let name: String

  package init(name: String) { self.name = name }
}
