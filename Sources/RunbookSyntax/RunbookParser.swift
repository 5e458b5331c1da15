// Fills the syntax tree of a runbook from its YAML document. Does not know what the fields' values mean.
package import Diagnostics
package import YAMLReader

/// Reads the parts of a runbook one by one; a part that is broken is reported and left out.
package struct RunbookParser {
  package var problems: [Diagnostic] = []
  /// Errors so far, those that the YAML reader reported among them: tells what is incomplete.
  var errorCount = 0
  /// Those of the YAML reader alone.
  var damageCount = 0
  /// A YAML syntax error lies in the file: what stands behind it may belong elsewhere.
  var isDamaged = false
  /// Whether an artifact has the field `optional`.
  var hasOptionals = false
  /// Whether an artifact is made by a child runbook.
  var hasChildren = false
  /// Whether names that a child's outputs get may have been lost.
  var hasLostOutputs = false
  /// Ids of artifacts that can't be ids, in the order written.
  var invalidIDs: [ScalarSyntax] = []

  /// A reader of fields that has read nothing.
  package init() {}

  /// The runbook that a document holds. What is wrong with it is reported; the rest is kept.
  ///
  /// - Returns: What could be read; nil when the document is not a mapping.
  package static func parse(_ document: YAMLDocument, sink: inout DiagnosticSink) -> RunbookSyntax? {
    var parser = RunbookParser()
    parser.isDamaged = document.isDamaged || document.isIncomplete
    var runbook = parser.runbook(document.root)
    let outputFields = [ArtifactField.childRunbook.rawValue, ChildRunbookField.outputMapping.rawValue]
    runbook?.lostNames.formUnion(document.lostKeys)
    runbook?.mayHoldOptionals = parser.hasOptionals
    runbook?.mayHoldChildren = parser.hasChildren
    if document.isIncomplete || parser.hasLostOutputs || !document.lostKeys.isDisjoint(with: outputFields) {
      runbook?.hasUnknownNames = true
    }
    if document.isIncomplete {
      runbook?.isIncomplete = true
      runbook?.mayLackInputs = true
      runbook?.mayLackOutputs = true
    }
    if document.isDamaged { runbook?.isDamaged = true }
    if let runbook { parser.reportInvalidIDs(of: runbook) }
    for problem in parser.problems { sink.report(problem) }
    return runbook
  }

  // MARK: Runbook

  private mutating func runbook(_ root: YAMLNode) -> RunbookSyntax? {
    guard root.kind == .mapping else {
      if root.kind != .unreadable { reportRoot(root) }
      return nil
    }
    if reportThreeSections(root) { return nil }
    var runbook = RunbookSyntax(span: root.span)
    let stray = StrayArtifacts(in: root)
    var fields = fields(RunbookField.self, in: root)
    fields.passOver(stray.entries.map(\.key))
    fields.passOver(root.inventedKeys)
    var sections = NamedSections()
    while let entry = next(&fields) {
      sections.note(entry)
      switch entry.field {
      case .name: runbook.name = scalar(entry)
      case .description: runbook.description = scalar(entry)
      case .contact: runbook.contact = scalar(entry)
      case .framework: runbook.framework = scalar(entry)
      case .config: runbook.configuration = configuration(entry)
      case .inputs: runbook.inputs = inputDeclarations(entry)
      case .outputs: runbook.outputs = outputDeclarations(entry)
      case .policy: runbook.policy = isMapping(entry) ? ValueSyntax(entry.value) : nil
      case .artifacts: runbook.artifacts = artifacts(entry)
      }
    }
    let start = SourceSpan(source: root.span.source, start: root.span.start, end: root.span.start)
    if stray.isEmpty {
      require(.name, .description, .artifacts, in: fields, at: start)
    } else {
      readStray(stray, into: &runbook, hasSection: sections.artifacts != nil)
      require(.name, .description, in: fields, at: start)
    }
    runbook.lostNames = Self.names(in: fields.unknown)
    runbook.hasUnknownNames = hasLostNames(sections, stray)
    runbook.mayLackInputs = mayLackEntries(sections.inputs, root)
    runbook.mayLackOutputs = mayLackEntries(sections.outputs, root)
    runbook.isIncomplete = root.isIncomplete || runbook.hasUnknownNames || root.hasUnreadableValues
    return runbook
  }

  /// The sections whose entries have names that others may refer to.
  private struct NamedSections {
    var artifacts: YAMLNode?
    var inputs: YAMLNode?
    var outputs: YAMLNode?

    mutating func note(_ entry: FieldEntry<RunbookField>) {
      switch entry.field {
      case .artifacts: artifacts = entry.value
      case .inputs: inputs = entry.value
      case .outputs: outputs = entry.value
      default: break
      }
    }
  }

  /// Whether names that others may refer to could not be read, and nobody knows which.
  private func hasLostNames(_ sections: NamedSections, _ stray: StrayArtifacts) -> Bool {
    if sections.artifacts?.kind != .mapping, stray.isEmpty { return true }
    // Inputs that are written as anything else than a mapping have names too.
    if let inputs = sections.inputs, inputs.kind != .mapping { return true }
    func hasLost(_ section: YAMLNode?) -> Bool {
      section?.hasLostKeys == true || section?.kind == .unreadable
    }
    return hasLost(sections.artifacts) || hasLost(sections.inputs) || hasLost(sections.outputs)
      || stray.sections.contains(where: hasLost)
  }

  /// Whether there may have been entries of a section that could not be read.
  private func mayLackEntries(_ section: YAMLNode?, _ root: YAMLNode) -> Bool {
    // A section that is no mapping was reported, and what it should declare is not known.
    if let section, section.kind != .mapping { return true }
    guard isDamaged else { return false }
    guard let value = section else { return true }
    return root.isIncomplete || value.isIncomplete || value.kind != .mapping
  }

  /// What is declared under a misspelt heading.
  private static func names(in unknown: [(entry: YAMLEntry, meant: String?)]) -> Set<String> {
    let headings = [RunbookField.inputs.rawValue, RunbookField.outputs.rawValue]
    let sections = unknown.filter { $0.meant.map(headings.contains) ?? false }
    return Set(sections.flatMap { $0.entry.value.entries.map(\.key.text) })
  }

  private mutating func reportRoot(_ root: YAMLNode) {
    report(
      .wrongNodeKind, "a runbook is a mapping of fields; this is \(Self.name(of: root.kind))", at: root.span,
      notes: ["it begins with 'name:', 'description:' and 'artifacts:'"])
  }

  private mutating func configuration(_ entry: FieldEntry<RunbookField>) -> ConfigurationSyntax? {
    guard isMapping(entry) else { return nil }
    var configuration = ConfigurationSyntax(span: entry.value.span)
    var fields = fields(ConfigurationField.self, in: entry.value)
    while let entry = next(&fields) {
      switch entry.field {
      case .timeout: configuration.timeout = scalar(entry, .number)
      case .maximumConcurrency: configuration.maximumConcurrency = scalar(entry, .number)
      case .maximumChildDepth: configuration.maximumChildDepth = scalar(entry, .number)
      case .costLimit: configuration.costLimit = scalar(entry, .number)
      case .templatePaths: configuration.templatePaths = scalars(entry) ?? []
      }
    }
    return configuration
  }

  // MARK: Declarations

  private mutating func inputDeclarations(
    _ entry: FieldEntry<RunbookField>
  ) -> [InputDeclarationSyntax]? {
    guard isMapping(entry) else { return nil }
    return entry.value.entries.filter { !isExtension($0.key) }.map { inputDeclaration($0) }
  }

  private mutating func inputDeclaration(_ declaration: YAMLEntry) -> InputDeclarationSyntax {
    var syntax = InputDeclarationSyntax(name: ScalarSyntax(declaration.key))
    checkID(syntax.name)
    guard isMapping(declaration, "the input '\(syntax.name.text)'", example: "{input_schema: NAME}") else {
      return syntax
    }
    var fields = fields(InputDeclarationField.self, in: declaration.value)
    while let entry = next(&fields) {
      switch entry.field {
      case .inputSchema: syntax.inputSchema = scalar(entry)
      case .optional: syntax.optional = scalar(entry, .boolean)
      case .defaultValue: syntax.defaultValue = value(entry.value)
      case .sensitive: syntax.sensitive = scalar(entry, .boolean)
      case .description: syntax.description = scalar(entry)
      }
    }
    require(.inputSchema, in: fields, at: declaration.key.span)
    return syntax
  }

  private mutating func outputDeclarations(
    _ entry: FieldEntry<RunbookField>
  ) -> [OutputDeclarationSyntax]? {
    guard isMapping(entry) else { return nil }
    return entry.value.entries.filter { !isExtension($0.key) }.map { outputDeclaration($0) }
  }

  private mutating func outputDeclaration(_ declaration: YAMLEntry) -> OutputDeclarationSyntax {
    var syntax = OutputDeclarationSyntax(name: ScalarSyntax(declaration.key))
    guard isMapping(declaration, "the output '\(syntax.name.text)'", example: "{artifact: ID}") else {
      return syntax
    }
    var fields = fields(OutputDeclarationField.self, in: declaration.value)
    while let entry = next(&fields) {
      switch entry.field {
      case .artifact: syntax.artifact = scalar(entry)
      case .description: syntax.description = scalar(entry)
      }
    }
    require(.artifact, in: fields, at: declaration.key.span)
    return syntax
  }
}
