// Reads artifacts. Does not know which of their fields go together, except older spellings.
import Diagnostics
import YAMLReader

extension RunbookParser {
  mutating func artifacts(_ entry: FieldEntry<RunbookField>) -> [ArtifactSyntax] {
    guard isMapping(entry) else { return [] }
    if entry.value.isIncomplete { noteDamage() }
    let artifacts = artifacts(entry.value.entries, count: entry.value.count)
    if artifacts.isEmpty, !entry.value.isIncomplete {
      report(.missingField, "'artifacts' is empty: a runbook has at least one artifact", at: entry.value.span)
    }
    return artifacts
  }

  mutating func artifacts(_ entries: some Sequence<YAMLEntry>, count: Int = 0) -> [ArtifactSyntax] {
    var artifacts: [ArtifactSyntax] = []
    artifacts.reserveCapacity(count)
    for entry in entries where !isExtension(entry.key) {
      artifacts.append(ArtifactSyntax(id: ScalarSyntax(entry.key)))
      // In place: an artifact's syntax is a large value.
      fill(&artifacts[artifacts.count - 1], from: entry)
    }
    return artifacts
  }

  private mutating func fill(_ artifact: inout ArtifactSyntax, from entry: YAMLEntry) {
    checkID(artifact.id)
    let (errorsBefore, damageBefore) = (errorCount, damageCount)
    if isMapping(entry, "the artifact '\(entry.key.text)'", example: "{source: {type: NAME}}") {
      var fields = fields(ArtifactField.self, in: entry.value)
      while let field = next(&fields) {
        if isKept(field, in: entry.value) { fill(&artifact, with: field) }
      }
    }
    artifact.isIncomplete = errorCount > errorsBefore
    artifact.isDamaged = damageCount > damageBefore
    // What nobody can read may have been a child, whose outputs have names here.
    if entry.value.hasLostKeys || entry.value.kind == .unreadable,
      artifact.methods.isDisjoint(with: [.source, .process, .reuse, .execute])
    {
      hasLostOutputs = true
    }
  }

  private mutating func fill(_ artifact: inout ArtifactSyntax, with entry: FieldEntry<ArtifactField>) {
    switch entry.field {
    case .name: artifact.name = scalar(entry)
    case .description: artifact.description = scalar(entry)
    case .contact: artifact.contact = scalar(entry)
    case .source: artifact.source = component(entry)
    case .process, .transform: artifact.process = component(entry)
    case .inputs, .from: artifact.inputs = references(entry)
    case .reuse: artifact.reuse = reuse(entry)
    case .childRunbook:
      hasChildren = true
      let before = damageCount
      artifact.childRunbook = childRunbook(entry)
      hasLostOutputs = hasLostOutputs || damageCount > before
    case .execute: artifact.execute = execute(entry)
    case .merge: artifact.merge = scalar(entry)
    case .outputSchema: artifact.outputSchema = scalar(entry)
    case .output: artifact.output = scalar(entry, .boolean)
    case .timeout: artifact.timeout = scalar(entry, .number)
    case .sensitive: artifact.sensitive = scalar(entry, .boolean)
    case .optional:
      hasOptionals = true
      artifact.optional = scalar(entry, .boolean)
    }
  }

  // MARK: Parts

  private mutating func references(_ entry: FieldEntry<ArtifactField>) -> ReferenceListSyntax? {
    let (key, span) = (entry.key.span, entry.value.span)
    if entry.value.kind == .scalar {
      guard let reference = scalar(entry) else { return nil }
      return ReferenceListSyntax(keySpan: key, span: span, elements: [reference])
    }
    guard let elements = scalars(entry, "an artifact id or a list of them") else { return nil }
    return ReferenceListSyntax(keySpan: key, span: span, elements: elements)
  }

  private mutating func component(_ entry: FieldEntry<ArtifactField>) -> ComponentSyntax? {
    guard isMapping(entry, example: "{type: NAME}") else { return nil }
    var component = ComponentSyntax(keySpan: entry.key.span, span: entry.value.span)
    var fields = fields(ComponentField.self, in: entry.value)
    while let entry = next(&fields) {
      switch entry.field {
      case .type: component.type = scalar(entry)
      case .properties: component.properties = isMapping(entry) ? value(entry.value) : nil
      }
    }
    require(.type, in: fields, at: entry.key.span, owner: "'\(entry.field.rawValue)'")
    return component
  }

  private mutating func reuse(_ entry: FieldEntry<ArtifactField>) -> ReuseSyntax? {
    guard isMapping(entry, example: "{from_run: RUN, artifact: ID}") else { return nil }
    var reuse = ReuseSyntax(keySpan: entry.key.span, span: entry.value.span)
    var fields = fields(ReuseField.self, in: entry.value)
    while let entry = next(&fields) {
      switch entry.field {
      case .fromRun: reuse.fromRun = scalar(entry)
      case .artifact: reuse.artifact = scalar(entry)
      }
    }
    require(.fromRun, .artifact, in: fields, at: entry.key.span)
    return reuse
  }

  private mutating func childRunbook(_ entry: FieldEntry<ArtifactField>) -> ChildRunbookSyntax? {
    guard isMapping(entry, example: "{path: FILE, input_mapping: {NAME: ID}, output: NAME}") else {
      return nil
    }
    var child = ChildRunbookSyntax(keySpan: entry.key.span, span: entry.value.span)
    var fields = fields(ChildRunbookField.self, in: entry.value)
    while let entry = next(&fields) {
      switch entry.field {
      case .path: child.path = scalar(entry)
      case .inputMapping: child.inputMapping = pairs(entry)
      case .output: child.output = scalar(entry)
      case .outputMapping: child.outputMapping = pairs(entry)
      }
    }
    require(.path, in: fields, at: entry.key.span)
    return child
  }

  private mutating func execute(_ entry: FieldEntry<ArtifactField>) -> ExecuteSyntax? {
    guard isMapping(entry, example: "{mode: child}") else { return nil }
    var execute = ExecuteSyntax(keySpan: entry.key.span, span: entry.value.span)
    var fields = fields(ExecuteField.self, in: entry.value)
    while let entry = next(&fields) {
      switch entry.field {
      case .mode: execute.mode = scalar(entry)
      case .timeout: execute.timeout = scalar(entry, .number)
      case .costLimit: execute.costLimit = scalar(entry, .number)
      }
    }
    require(.mode, in: fields, at: entry.key.span)
    return execute
  }

  /// A mapping of names to names.
  private mutating func pairs(_ entry: FieldEntry<ChildRunbookField>) -> [MappingPairSyntax]? {
    guard isMapping(entry) else { return nil }
    if entry.value.isIncomplete { noteDamage() }
    return entry.value.entries.compactMap { pair in
      if isExtension(pair.key) { return nil }
      let key = ScalarSyntax(pair.key)
      let value = scalar(pair.value, "'\(key.text)'", orAt: pair.key.span)
      return value.map { MappingPairSyntax(key: key, value: $0) }
    }
  }
}
