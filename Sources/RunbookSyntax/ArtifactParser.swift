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
      if !fields.unknown.isEmpty { noteUnknown(fields, of: &artifact) }
      // What a merge key would have brought in may have been the method.
      if entry.value.isIncomplete { artifact.gaps.insert(.method) }
    } else {
      artifact.gaps = [.method]
    }
    artifact.isIncomplete = errorCount > errorsBefore
    // An alias that leads nowhere displaces no lines.
    artifact.isDamaged = isDamaged && damageCount > damageBefore
    if artifact.isDamaged { artifact.gaps.insert(.method) }
    // What nobody can read may have been a child, whose outputs have names here.
    if entry.value.hasLostKeys || entry.value.kind == .unreadable,
      artifact.methods.isDisjoint(with: [.source, .process, .reuse, .execute])
    {
      hasLostOutputs = true
    }
  }

  private mutating func fill(_ artifact: inout ArtifactSyntax, with entry: FieldEntry<ArtifactField>) {
    let errorsBefore = errorCount
    defer { if errorCount > errorsBefore { noteUnreadable(entry.field, of: &artifact) } }
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
      if damageCount > before || artifact.childRunbook == nil { hasLostOutputs = true }
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

  /// Counts it as possible that fields which are not known were meant to say how the artifact is made.
  private mutating func noteUnknown(_ fields: FieldSequence<ArtifactField>, of artifact: inout ArtifactSyntax)
  {
    if ArtifactField.allCases.contains(where: { $0.method != nil && fields.mayHold($0) }) {
      artifact.gaps.insert(.method)
    }
    if artifact.inputs == nil, fields.mayHold(.inputs) { artifact.gaps.insert(.inputs) }
    // What takes the place of a process is a mapping.
    let process = [ArtifactField.process.rawValue, ArtifactField.transform.rawValue]
    if fields.unknown.contains(where: { $0.meant.map(process.contains) ?? ($0.entry.value.kind == .mapping) })
    {
      artifact.gaps.insert(.process)
    }
    if fields.unknown.contains(where: { $0.meant == ArtifactField.childRunbook.rawValue }) {
      hasLostOutputs = true
    }
    // Properties that stand beside their component are not missing in it.
    if fields.unknown.contains(where: { $0.entry.key.text == ComponentField.properties.rawValue }) {
      artifact.source?.mayLackProperties = true
      artifact.process?.mayLackProperties = true
    }
  }

  /// Counts it as possible that the field said how the artifact is made, where nothing is left of it.
  private func noteUnreadable(_ field: ArtifactField, of artifact: inout ArtifactSyntax) {
    switch field {
    case .inputs, .from: artifact.gaps.formUnion([.method, .inputs])
    case .process, .transform: if artifact.process == nil { artifact.gaps.insert(.process) }
    default:
      if let method = field.method, !artifact.methods.contains(method) { artifact.gaps.insert(.method) }
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
    guard
      entry.value.kind == .mapping
        || isMapping(entry, example: "{type: \(typeName(in: entry.value) ?? "NAME")}")
    else { return nil }
    var component = ComponentSyntax(keySpan: entry.key.span, span: entry.value.span)
    let damageBefore = damageCount
    var fields = fields(ComponentField.self, in: entry.value)
    while let entry = next(&fields) {
      switch entry.field {
      case .type: component.type = scalar(entry)
      case .properties:
        component.properties = isMapping(entry) ? value(entry.value) : nil
        component.mayLackProperties = component.properties == nil
      }
    }
    if damageCount > damageBefore || component.properties == nil && fields.mayHold(.properties) {
      component.mayLackProperties = true
    }
    require(.type, in: fields, at: entry.key.span, owner: "'\(entry.field.rawValue)'")
    return component
  }

  /// What stands in the place of a component, where it may be the name of one.
  private func typeName(in value: YAMLNode) -> String? {
    guard value.kind == .scalar, !isNull(value) else { return nil }
    let text = value.text
    return Self.isValidID(text) ? text : nil
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
      case .inputMapping:
        let before = errorCount
        child.inputMapping = pairs(entry)
        child.mayLackInputs = errorCount > before
      case .output:
        child.output = scalar(entry)
        child.mayLackOutputs = child.output == nil
      case .outputMapping:
        let before = errorCount
        child.outputMapping = pairs(entry)
        if errorCount > before { hasLostOutputs = true }
        child.mayLackOutputs = child.outputMapping == nil
      }
    }
    if child.inputMapping == nil, fields.mayHold(.inputMapping) { child.mayLackInputs = true }
    if child.output == nil, child.outputMapping == nil {
      if fields.mayHold(.outputMapping) { hasLostOutputs = true }
      child.mayLackOutputs = child.mayLackOutputs || fields.mayHold(.output) || fields.mayHold(.outputMapping)
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
