// A runbook of the older format, taken apart. Does not know what becomes of it.
internal import Diagnostics
internal import RunbookFormatter
internal import RunbookSyntax

/// A connector or an analyser.
struct OlderComponent {
  let name: String
  /// The whole element of its list.
  let item: LayoutItem
  var type: LayoutItem? { item.value.entry("type") }
  var properties: LayoutItem? { item.value.entry("properties") }
}

/// One element of `execution`.
struct OlderStep {
  let item: LayoutItem
  subscript(_ key: String) -> LayoutItem? { item.value.entry(key) }

  var connector: String? { self["connector"]?.value.text }
  var analyser: String? { (self["analyser"] ?? self["analyzer"])?.value.text }
  var inputFrom: [String]? { self["input_from"]?.value.texts }
}

/// The three sections.
struct OlderRunbook {
  private(set) var connectors: [OlderComponent] = []
  private(set) var analysers: [OlderComponent] = []
  private(set) var steps: [OlderStep] = []
  /// The sections' own entries, by section.
  private(set) var sections: [OlderSection: LayoutItem] = [:]
  private(set) var problems: [Diagnostic] = []
  private let source: SourceID

  init(_ root: LayoutNode, source: SourceID) {
    self.source = source
    for item in root.items {
      guard let section = item.keyText.flatMap(OlderSection.init(key:)) else { continue }
      sections[section] = item
      read(section, item)
    }
  }

  private mutating func read(_ section: OlderSection, _ item: LayoutItem) {
    guard case .sequence(let elements) = item.value.content else {
      return report("'\(section.rawValue)' takes a list", at: item.value)
    }
    if let place = anchored(item.value) {
      return report(
        "a value with an anchor can't be migrated; write out what its aliases stand for", at: place)
    }
    for element in elements {
      guard case .mapping = element.value.content else {
        report("an element of '\(section.rawValue)' is a mapping", at: element.value)
        continue
      }
      if let merge = element.value.entry("<<") {
        report("a merge key can't be migrated here; write out what it stands for", at: merge.value)
        continue
      }
      switch section {
      case .execution: steps.append(OlderStep(item: element))
      case .connectors, .analysers: readComponent(section, element)
      }
    }
  }

  private mutating func readComponent(_ section: OlderSection, _ item: LayoutItem) {
    guard let name = item.value.entry("name")?.value.text else {
      return report("an element of '\(section.rawValue)' has a 'name'", at: item.value)
    }
    let known = section == .connectors ? connectors : analysers
    if known.contains(where: { $0.name == name }) {
      return report("the name '\(name)' stands twice in '\(section.rawValue)'", at: item.value)
    }
    let component = OlderComponent(name: name, item: item)
    if component.type?.value.text == nil { report("'\(name)' has no 'type'", at: item.value) }
    if section == .connectors { connectors.append(component) } else { analysers.append(component) }
  }

  /// A node with an anchor: it may stand in several places, or behind its aliases, once migrated.
  private func anchored(_ node: LayoutNode) -> LayoutNode? {
    if node.properties.contains(where: { $0.hasPrefix("&") }) { return node }
    for item in node.items {
      if let place = item.key.flatMap({ anchored($0) }) ?? anchored(item.value) { return place }
    }
    return nil
  }

  private mutating func report(_ message: String, at node: LayoutNode) {
    problems.append(Diagnostic(.brokenOlderRunbook, message, at: node.span(in: source)))
  }
}

extension LayoutNode {
  /// The node's place in its source; nil for one that was made.
  func span(in source: SourceID) -> SourceSpan? {
    range.map { SourceSpan(source: source, start: $0.lowerBound, end: $0.upperBound) }
  }
}
