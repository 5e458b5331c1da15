// Writes the connectors and steps of an older runbook as artifacts. Does not know how text is read or written.
internal import ComponentKit
internal import Diagnostics
internal import RunbookFormatter
internal import RunbookSyntax

/// The artifacts of one runbook while they are made.
struct ArtifactMigration {
  let older: OlderRunbook
  let catalog: ComponentCatalog
  let source: SourceID
  private(set) var artifacts: [LayoutItem] = []
  private(set) var problems: [Diagnostic] = []
  private var names = ArtifactNames()
  /// The artifact that reads a connector, by the connector's name.
  private var sources: [String: String] = [:]
  /// The artifact of each step, in order.
  private var stepIDs: [String] = []
  /// Comments that have lost their place and wait for the next artifact.
  private var loose: [LayoutComment] = []

  init(_ older: OlderRunbook, catalog: ComponentCatalog, source: SourceID) {
    (self.older, self.catalog, self.source) = (older, catalog, source)
  }

  /// Makes all artifacts: what reads, then each step.
  mutating func run() {
    nameSteps()
    loose += sectionComments(.connectors)
    for connector in older.connectors { addSource(connector) }
    loose += older.sections[.connectors]?.value.footer ?? []
    loose += sectionComments(.analysers)
    let used = Set(older.steps.compactMap(\.analyser))
    for analyser in older.analysers where !used.contains(analyser.name) { leaveOut(analyser, "analyser") }
    loose += older.sections[.analysers]?.value.footer ?? []
    loose += sectionComments(.execution)
    for (index, step) in older.steps.enumerated() where !isRead(step) { add(step, stepIDs[index]) }
    loose += older.sections[.execution]?.value.footer ?? []
  }

  /// What is left when all artifacts are there.
  var footer: [LayoutComment] { loose }

  private func sectionComments(_ section: OlderSection) -> [LayoutComment] {
    guard let item = older.sections[section] else { return [] }
    return item.ownComments
  }

  // MARK: Names

  /// Steps come first, as their ids are what people chose.
  private mutating func nameSteps() {
    stepIDs = older.steps.map { step in
      let written = step["id"]?.value.text ?? step["name"]?.value.text
      let parts = [step.connector ?? step.inputFrom?.first, step.analyser].compactMap(\.self)
      return names.take(written ?? parts.joined(separator: "_"))
    }
  }

  /// The artifact that another step's id stands for.
  private func artifact(ofStep id: String) -> String? {
    older.steps.firstIndex { $0["id"]?.value.text == id }.map { stepIDs[$0] }
  }

  // MARK: Sources

  /// Whether a step does nothing but read what no other step reads: then it and its connector are one artifact.
  private func isRead(_ step: OlderStep) -> Bool {
    guard let name = step.connector, step.analyser == nil, step.inputFrom == nil else { return false }
    return older.steps.count { $0.connector == name } == 1 && older.connectors.contains { $0.name == name }
  }

  /// Whether a step reads what another gives.
  private func isConsumed(_ id: String) -> Bool {
    older.steps.contains { $0.inputFrom?.contains { artifact(ofStep: $0) == id } ?? false }
  }

  private mutating func addSource(_ connector: OlderComponent) {
    guard let index = older.steps.firstIndex(where: { $0.connector == connector.name }) else {
      return leaveOut(connector, "connector")
    }
    let step = older.steps[index]
    let isOne = isRead(step)
    let id = isOne ? stepIDs[index] : names.take(connector.name, or: connector.name + "_source")
    sources[connector.name] = id
    reportOthers(of: connector, "a connector")
    var items = isOne ? labels(step) : []
    items += ComponentMigration.entries(of: connector)
    let comments = connector.item.ownComments + (connector.item.value.entry("name")?.allComments ?? [])
    guard isOne else { return append(id, items, comments) }
    let reference = step["connector"]?.allComments ?? []
    if let merge = merge(step) { items.append(merge) }
    if let schema = outputSchema(step) { items.append(schema) }
    if !isConsumed(id) { items.append(.entry("output", .scalar("true"))) }
    items += rest(step, into: items)
    append(id, items, comments + step.item.ownComments + reference, footer: step.item.value.footer)
  }

  // MARK: Steps

  private mutating func add(_ step: OlderStep, _ id: String) {
    var items = labels(step)
    if let inputs = inputs(step) { items.append(inputs) }
    if let process = process(step) { items.append(process) }
    if let merge = merge(step) { items.append(merge) }
    if let schema = outputSchema(step) { items.append(schema) }
    if step.analyser != nil || !isConsumed(id) { items.append(.entry("output", .scalar("true"))) }
    items += rest(step, into: items)
    append(id, items, step.item.ownComments, footer: step.item.value.footer)
  }

  private func labels(_ step: OlderStep) -> [LayoutItem] {
    ["name", "description", "contact"].compactMap { step[$0]?.copy() }
  }

  private mutating func inputs(_ step: OlderStep) -> LayoutItem? {
    let written = step["connector"] ?? step["input_from"]
    guard let written else {
      report(.brokenOlderRunbook, "the step has neither 'connector' nor 'input_from'", at: step.item.value)
      return nil
    }
    var ids: [String] = []
    for name in written.value.texts ?? [] {
      if let id = written.keyText == "connector" ? sources[name] : artifact(ofStep: name) {
        ids.append(id)
      } else {
        let kind = written.keyText == "connector" ? "connector" : "step"
        report(.brokenOlderRunbook, "there is no \(kind) '\(name)'", at: written.value)
        ids.append(name)
      }
    }
    let list = LayoutNode(.sequence(ids.map { LayoutItem(value: .scalar($0)) }))
    list.isFlow = true
    let item = written.replacing(ids.count == 1 ? .scalar(ids[0]) : list)
    item.key = .scalar("inputs")
    return item
  }

  private mutating func process(_ step: OlderStep) -> LayoutItem? {
    guard let name = step.analyser, let written = step["analyser"] ?? step["analyzer"] else { return nil }
    guard let analyser = older.analysers.first(where: { $0.name == name }) else {
      report(.brokenOlderRunbook, "there is no analyser '\(name)'", at: written.value)
      loose.append(LayoutComment("# TODO: name the processor that the analyser '\(name)' was"))
      return nil
    }
    let item = written.replacing(ComponentMigration.process(of: analyser))
    item.key = .scalar("process")
    // The analyser's own heading stands where it is used first.
    if older.steps.first(where: { $0.analyser == name })?.item === step.item {
      reportOthers(of: analyser, "an analyser")
      item.leading += analyser.item.ownComments + (analyser.item.value.entry("name")?.allComments ?? [])
    }
    return item
  }

  private mutating func merge(_ step: OlderStep) -> LayoutItem? {
    guard let written = step["merge_strategy"] else { return nil }
    let isMerge = step.analyser == nil && (step.inputFrom?.count ?? 0) > 1
    if written.value.text == "concatenate", isMerge { return written.renamed("merge") }
    if written.value.text != "concatenate" {
      report(
        .notMigrated, "no artifact merges its inputs by '\(written.value.text ?? "")'", at: written.value)
    }
    loose += written.allComments
    return nil
  }

  /// `output_schema`, where it is another than the component gives by itself.
  private mutating func outputSchema(_ step: OlderStep) -> LayoutItem? {
    guard let written = step["output_schema"] ?? step["output_schema_name"], let name = written.value.text,
      let manifest = manifest(of: step)
    else { return nil }
    let version = (step["output_schema_version"]?.value.text).map { "/\($0)" } ?? ""
    let schema = SchemaReference(parsing: OlderSpellings.schema(name) + version)
    guard let schema, schema != manifest.outputs.first else { return nil }
    guard manifest.outputs.contains(schema) else {
      report(
        .notMigrated, "'\(manifest.type)' does not give the schema '\(schema)'; what it gives is used",
        at: written.value)
      return nil
    }
    return .entry("output_schema", .scalar("\(schema)"))
  }

  /// The component whose output is the step's; nil where it is not installed.
  private func manifest(of step: OlderStep) -> ComponentManifest? {
    if step.analyser == nil {
      let connector = older.connectors.first { $0.name == step.connector }
      let type = connector?.type?.value.text.map(OlderSpellings.connector)
      return type.flatMap { catalog.manifest(.connector, $0) }
    }
    let type = older.analysers.first { $0.name == step.analyser }?.type?.value.text
    return type.map(OlderSpellings.processor).flatMap { catalog.manifest(.processor, $0) }
  }

  private static let known: Set<String> = [
    "id", "name", "description", "contact", "connector", "input_from", "analyser", "analyzer",
    "merge_strategy",
    "input_schema", "input_schema_name", "input_schema_version", "output_schema", "output_schema_name",
    "output_schema_version", "save_output",
  ]

  /// What a step says besides, kept as an extension without meaning; comments of what goes without saying now move
  /// to the last field.
  private mutating func rest(_ step: OlderStep, into items: [LayoutItem]) -> [LayoutItem] {
    let implied = step.item.value.items.filter { item in
      let key = item.keyText ?? ""
      return key == "id" || key == "save_output" || key.hasPrefix("input_schema")
        || key.hasPrefix("output_schema")
    }
    items.last?.leading += implied.flatMap(\.allComments)
    return step.item.value.items.filter { !Self.known.contains($0.keyText ?? "") }.map { item in
      let name = item.keyText ?? ""
      if !name.hasPrefix("x-") {
        report(
          .notMigrated, "'\(name)' of a step has no meaning any more; it is kept as 'x-\(name)'",
          at: item.key ?? item.value)
      }
      return name.hasPrefix("x-") ? item.copy() : item.renamed("x-\(name)")
    }
  }

  private mutating func reportOthers(of component: OlderComponent, _ kind: String) {
    for item in component.item.value.items {
      guard let name = item.keyText, !["name", "type", "properties"].contains(name), !name.hasPrefix("x-")
      else {
        continue
      }
      report(
        .notMigrated, "'\(name)' of \(kind) has no meaning any more; it is kept as 'x-\(name)'",
        at: item.key ?? item.value)
    }
  }

  // MARK: Artifacts

  private mutating func append(
    _ id: String, _ items: [LayoutItem], _ comments: [LayoutComment], footer: [LayoutComment] = []
  ) {
    for item in items { item.isSeparated = false }
    let artifact = LayoutItem.entry(id, .mapping(items))
    artifact.leading = loose + comments
    if !loose.isEmpty, !comments.isEmpty { artifact.leading[loose.count].isSeparated = true }
    artifact.value.footer = footer
    loose = []
    artifacts.append(artifact)
  }

  /// What did nothing in the older format does nothing now.
  private mutating func leaveOut(_ component: OlderComponent, _ kind: String) {
    report(
      .notMigrated, "no step uses the \(kind) '\(component.name)'; it is left out", at: component.item.value)
    loose += component.item.allComments
    loose.append(LayoutComment("# TODO: the \(kind) '\(component.name)' was used by no step and is left out"))
  }

  private mutating func report(_ rule: Rule, _ message: String, at node: LayoutNode) {
    problems.append(Diagnostic(rule, message, at: node.span(in: source)))
  }
}
