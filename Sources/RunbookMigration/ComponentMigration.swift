// What a connector or an analyser of the older format is as a component of an artifact.
internal import RunbookFormatter

enum ComponentMigration {
  /// The `source` of a connector, and its `process` where it did two things at once.
  static func entries(of connector: OlderComponent) -> [LayoutItem] {
    let type = connector.type?.value.text ?? ""
    if OlderSpellings.isSourceCode(type) { return sourceCode(connector) }
    let present = OlderSpellings.connector(type)
    let properties = connector.properties.map { properties in
      renamed(properties, of: present)
    }
    return [.entry("source", mapping(connector, type: present, properties))]
  }

  /// The `process` of an analyser.
  static func process(of analyser: OlderComponent) -> LayoutNode {
    let present = OlderSpellings.processor(analyser.type?.value.text ?? "")
    return mapping(analyser, type: present, analyser.properties.map { grouped($0.copy()) })
  }

  private static func mapping(
    _ component: OlderComponent, type: String, _ properties: LayoutItem?
  ) -> LayoutNode {
    var items: [LayoutItem] = []
    if let written = component.type {
      let isSame = written.value.text == type
      items.append(isSame ? written.copy() : written.replacing(.scalar(type)))
    }
    if let properties { items.append(properties) }
    items += others(of: component)
    for item in items { item.isSeparated = false }
    let node = LayoutNode.mapping(items)
    node.footer = component.item.value.footer
    return node
  }

  /// What a component says besides: kept, as an extension that has no meaning.
  private static func others(of component: OlderComponent) -> [LayoutItem] {
    component.item.value.items.filter { !["name", "type", "properties"].contains($0.keyText) }.map { item in
      let name = item.keyText ?? ""
      return item.renamed(name.hasPrefix("x-") ? name : "x-\(name)").copy()
    }
  }

  // MARK: Properties

  private static func renamed(_ properties: LayoutItem, of type: String) -> LayoutItem {
    let copy = properties.copy()
    copy.value.items = copy.value.items.map { item in
      item.keyText.map { item.renamed(OlderSpellings.property($0, of: type)) } ?? item
    }
    return copy
  }

  /// An analyser's properties, those in groups that once stood by themselves.
  private static func grouped(_ properties: LayoutItem) -> LayoutItem {
    var kept: [LayoutItem] = []
    for item in properties.value.items {
      guard let name = item.keyText, let group = OlderSpellings.group(ofProperty: name) else {
        kept.append(item)
        continue
      }
      if let existing = kept.first(where: { $0.keyText == group }) ?? properties.value.entry(group) {
        guard case .mapping = existing.value.content else {
          kept.append(item)
          continue
        }
        existing.value.items.append(item)
      } else {
        kept.append(.entry(group, .mapping([item])))
      }
    }
    properties.value.items = kept
    for group in kept { if let ruleset = group.value.entry("ruleset") { present(ruleset) } }
    return properties
  }

  private static func present(_ ruleset: LayoutItem) {
    guard let name = ruleset.value.text, OlderSpellings.ruleset(name) != name else { return }
    ruleset.value = .scalar("\"\(OlderSpellings.ruleset(name))\"")
  }

  // MARK: The source code connector

  /// Files are read by one component and parsed by another.
  private static func sourceCode(_ connector: OlderComponent) -> [LayoutItem] {
    let parsing = ["language", "max_file_size"]
    let written = connector.properties.map { renamed($0, of: "filesystem") }
    let all = written?.value.items ?? []
    let reading = written ?? .entry("properties", .mapping([]))
    reading.value.items = all.filter { !parsing.contains($0.keyText ?? "") }
    let source = mapping(connector, type: "filesystem", reading.value.items.isEmpty ? nil : reading)
    let parts = all.filter { parsing.contains($0.keyText ?? "") }
    var process: [LayoutItem] = [.entry("type", .scalar("source_code_analyser"))]
    if !parts.isEmpty { process.append(.entry("properties", .mapping(parts))) }
    return [.entry("source", source), .entry("process", .mapping(process))]
  }
}
