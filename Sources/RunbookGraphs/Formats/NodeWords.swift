// What a graph says about its nodes in words and symbols, the same in every format.

extension GraphNode {
  static let redactedSymbol = "◆"
  static let taintedSymbol = "◇"
  static let lateSymbol = "$"

  /// Symbols for what colour alone must not say.
  var badges: String {
    var symbols: [String] = []
    if marks.contains(.redacted) {
      symbols.append(Self.redactedSymbol)
    } else if isSensitive {
      symbols.append(Self.taintedSymbol)
    }
    if !variables.isEmpty { symbols.append(Self.lateSymbol) }
    return symbols.joined(separator: " ")
  }

  /// Everything about the node, one line each.
  var explanation: [String] {
    var lines = [name.map { "\($0) (\(id))" } ?? id]
    if let description { lines.append(description) }
    lines.append("\(kind.rawValue)\(component.map { ": \($0)" } ?? "")\(schema.map { ", \($0)" } ?? "")")
    if !aliases.isEmpty { lines.append("also named \(aliases.joined(separator: ", "))") }
    let properties = words
    if !properties.isEmpty { lines.append(properties.joined(separator: ", ")) }
    if !variables.isEmpty { lines.append("read when it runs: \(variables.joined(separator: ", "))") }
    if let outcome { lines.append(outcome.words) }
    return lines
  }

  private var words: [String] {
    var words: [String] = []
    if marks.contains(.output) { words.append("output") }
    if marks.contains(.optional) { words.append("optional") }
    if marks.contains(.redacted) { words.append("redacted") }
    if isSensitive { words.append("sensitive") }
    return words
  }
}

/// One line of a legend.
struct LegendEntry: Hashable {
  let symbol: String
  let meaning: String
}

extension RunbookGraph {
  /// What the symbols stand for, as far as they occur.
  var legend: [LegendEntry] {
    var entries: [LegendEntry] = []
    if nodes.contains(where: { $0.marks.contains(.redacted) }) {
      entries.append(
        LegendEntry(symbol: GraphNode.redactedSymbol, meaning: "sensitive, redacted where shown"))
    }
    if nodes.contains(where: { $0.isSensitive && !$0.marks.contains(.redacted) }) {
      entries.append(
        LegendEntry(symbol: GraphNode.taintedSymbol, meaning: "holds or derives from sensitive data"))
    }
    if edges.contains(where: \.isSensitive) {
      entries.append(LegendEntry(symbol: "- - ▸", meaning: "sensitive data flows"))
    }
    if nodes.contains(where: { $0.marks.contains(.output) }) {
      entries.append(LegendEntry(symbol: "▣", meaning: "double or thick border: it stands in the results"))
    }
    if nodes.contains(where: { $0.marks.contains(.optional) }) {
      entries.append(LegendEntry(symbol: "┄", meaning: "dashed border: it may fail"))
    }
    if nodes.contains(where: { !$0.variables.isEmpty }) {
      entries.append(LegendEntry(symbol: GraphNode.lateSymbol, meaning: "reads variables when it runs"))
    }
    return entries
  }

  /// A sentence about the whole.
  var summary: String {
    func count(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }
    var parts = [count(nodes.count, "artifact"), count(edges.count, "edge")]
    let outputs = nodes.count { $0.marks.contains(.output) }
    let sensitive = nodes.count { $0.isSensitive }
    if outputs > 0 { parts.append(count(outputs, "output")) }
    if sensitive > 0 { parts.append(count(sensitive, "sensitive artifact")) }
    if !boxes.isEmpty { parts.append(count(boxes.count, "use") + " of child runbooks") }
    return parts.joined(separator: ", ")
  }
}
