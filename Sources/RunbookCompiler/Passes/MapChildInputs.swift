// Part of `flatten-child-runbooks`: what a parent hands to a child, and what it takes from it.
internal import ComponentKit
internal import Diagnostics
internal import ExecutionPlan
internal import RunbookSyntax

extension Compilation {
  mutating func mapInputs(
    _ artifact: ArtifactSyntax, _ child: ChildRunbookSyntax, into inner: ScopeIndex, from outer: ScopeIndex
  ) {
    let syntax = self[inner].runbook.syntax
    let declared = syntax.inputs ?? []
    let pairs = child.inputMapping ?? []
    var meant: Set<String> = []
    if !syntax.mayLackInputs {
      meant = checkMappingKeys(pairs.filter { !syntax.lostNames.contains($0.key.text) }, declared)
    }
    checkListed(artifact, child, in: outer)
    mention(artifact, in: outer)
    let mapped = Dictionary(pairs.map { ($0.key.text, $0) }) { first, _ in first }
    for input in declared {
      let written = mapped[input.name.text]
      let absent = written.flatMap { absence(of: $0.value, in: outer) }
      if let written, let absent, !readBool(input.optional, field: "optional") {
        reportMappedAbsence(written, absent, input)
        declareBrokenInput(input, in: inner)
        continue
      }
      // What is mapped to an optional input and has no value itself maps nothing.
      let pair = absent == nil ? written : nil
      if pair == nil, !readBool(input.optional, field: "optional") {
        if !child.mayLackInputs, !meant.contains(input.name.text) { reportUnmapped(input, child) }
        declareBrokenInput(input, in: inner)
        continue
      }
      declareInput(input, in: inner, mapped: pair.map { ($0.value, outer) })
    }
  }

  /// Remembers the references that stand beside `child_runbook`.
  mutating func mention(_ artifact: ArtifactSyntax, in scope: ScopeIndex) {
    for element in artifact.inputs?.elements ?? [] { mentions.append(Mention(scope: scope, name: element)) }
  }

  private mutating func reportUnmapped(_ input: InputDeclarationSyntax, _ child: ChildRunbookSyntax) {
    report(
      Diagnostic(
        .unmappedChildInput, "the child's input '\(input.name.text)' is not mapped", at: child.keySpan,
        annotation: "add it to 'input_mapping'",
        labels: [DiagnosticLabel("declared here, and not optional", at: input.name.span)]))
  }

  /// An input that should have a value and has none; its declaration is looked at all the same.
  private mutating func declareBrokenInput(_ input: InputDeclarationSyntax, in scope: ScopeIndex) {
    readDeclaration(of: input, in: scope)
    self[scope].names[input.name.text] = .broken
  }

  /// Where an input of the outer runbook is declared that a name stands for and that has no value.
  private func absence(of name: ScalarSyntax, in outer: ScopeIndex) -> SourceSpan? {
    if case .absent(let declaration) = resolve(name.text, in: outer) { declaration } else { nil }
  }

  private mutating func reportMappedAbsence(
    _ pair: MappingPairSyntax, _ absent: SourceSpan, _ input: InputDeclarationSyntax
  ) {
    report(
      Diagnostic(
        .unmappedChildInput, "the child's input '\(input.name.text)' gets no value", at: pair.value.span,
        annotation: "nothing is mapped to '\(pair.value.text)', and it has no default",
        labels: [
          DiagnosticLabel("'\(pair.value.text)' is optional", at: absent),
          DiagnosticLabel("declared here, and not optional", at: input.name.span),
        ]))
  }

  /// Binds an input: to what is mapped to it, to its default, or to nothing.
  mutating func declareInput(
    _ input: InputDeclarationSyntax, in scope: ScopeIndex, mapped: (ScalarSyntax, ScopeIndex)?
  ) {
    let schema = readDeclaration(of: input, in: scope)
    let isOptional = readBool(input.optional, field: "optional")
    let isSensitive = readBool(input.sensitive, field: "sensitive")
    if let (artifact, outer) = mapped {
      bind(
        input.name, to: .alias(outer, artifact.text), in: scope,
        route: .input(mapping: artifact.span, name: artifact.text))
      inputChecks.append(
        InputCheck(
          scope: outer, name: artifact.text, place: artifact.span, input: input.name.text, schema: schema,
          declaration: input.inputSchema?.span ?? input.name.span,
          sensitive: isSensitive ? input.sensitive?.span : nil))
      mappingPlaces[ScopedName(scope: scope, name: input.name.text)] = artifact.span
      return
    }
    if let value = input.defaultValue {
      guard isOptional else {
        self[scope].names[input.name.text] = .broken
        return
      }
      declareInputNode(input, schema, .constant(value), in: scope)
    } else if isOptional {
      bind(input.name, to: .absent(input.name.span), in: scope)
    } else {
      declareInputNode(input, schema, .input, in: scope)
    }
  }

  /// The schema that an input declares; reports what is wrong with the declaration.
  @discardableResult
  private mutating func readDeclaration(
    of input: InputDeclarationSyntax, in scope: ScopeIndex
  ) -> SchemaReference? {
    let schema = input.inputSchema.flatMap { readKnownSchema($0) }
    _ = readBool(input.sensitive, field: "sensitive")
    if let value = input.defaultValue { checkDeclaration(of: value, input, schema, in: scope) }
    return schema
  }

  /// A default belongs to an optional input, and fits its schema, whether it is used or not.
  private mutating func checkDeclaration(
    of value: ValueSyntax, _ input: InputDeclarationSyntax, _ schema: SchemaReference?, in scope: ScopeIndex
  ) {
    guard checkedDefaults.insert(value.span).inserted else { return }
    if !readBool(input.optional, field: "optional") {
      report(
        Diagnostic(
          .conflictingFields, "'default' needs 'optional: true'", at: value.span,
          labels: [DiagnosticLabel("this input", at: input.name.span)]))
    }
    // Parts of a default that could not be read are not missing.
    if let schema, !self[scope].runbook.syntax.isIncomplete {
      defaultChecks.append(DefaultCheck(value: value, schema: schema, input: input.name.span))
    }
  }

  private mutating func declareInputNode(
    _ input: InputDeclarationSyntax, _ schema: SchemaReference?, _ production: Production,
    in scope: ScopeIndex
  ) {
    var node = Node(
      id: self[scope].id(input.name.text), scope: scope, place: input.name.span, production: production)
    node.schema = schema
    node.isDeclared = false
    if readBool(input.sensitive, field: "sensitive") { node.flags.insert(.sensitive) }
    nodes.append(node)
    markSensitive(input.sensitive)
    bind(input.name, to: .node(NodeIndex(value: nodes.count - 1)), in: scope)
  }

  /// Every key of the mapping is an input of the child.
  ///
  /// - Returns: The inputs that were probably meant where one is not.
  private mutating func checkMappingKeys(
    _ pairs: [MappingPairSyntax], _ declared: [InputDeclarationSyntax]
  ) -> Set<String> {
    let names = declared.map(\.name.text)
    let known = Set(names)
    var meant: Set<String> = []
    for pair in pairs where !known.contains(pair.key.text) {
      let mapped = Set(pairs.map(\.key.text))
      let nearest = closest(to: pair.key.text, among: names.filter { !mapped.contains($0) })
      if let nearest { meant.insert(nearest) }
      report(
        Diagnostic(
          .unknownChildInput, "the child has no input '\(pair.key.text)'", at: pair.key.span,
          suggesting: nearest,
          notes: nearest == nil
            ? [
              names.isEmpty ? "the child declares no inputs" : "its inputs: \(names.joined(separator: ", "))"
            ]
            : []))
    }
    return meant
  }

  /// What is mapped stands in `inputs`, and what stands there is mapped.
  mutating func checkListed(_ artifact: ArtifactSyntax, _ child: ChildRunbookSyntax, in outer: ScopeIndex) {
    let (pairs, listed) = (child.inputMapping ?? [], artifact.inputs?.elements ?? [])
    let names = Set(listed.map(\.text))
    for pair in pairs where !names.contains(pair.value.text) && mayExist(pair.value.text, in: outer) {
      report(
        Diagnostic(
          .mappedInputNotListed, "'\(pair.value.text)' is mapped, but not in 'inputs'", at: pair.value.span,
          labels: [
            DiagnosticLabel("add '\(pair.value.text)' here", at: artifact.inputs?.span ?? artifact.id.span)
          ], fixes: [listing(pair.value.text, in: artifact, child)]))
    }
    // Without any mapping, that is what is missing, which is said of the child's inputs.
    if child.mayLackInputs || child.inputMapping == nil { return }
    let used = Set(pairs.map(\.value.text))
    for element in listed where !used.contains(element.text) {
      report(
        Diagnostic(
          .unmappedInput, "'\(element.text)' is listed, but mapped to no input of the child",
          at: element.span,
          labels: [DiagnosticLabel("the child is here", at: child.keySpan)]))
    }
  }

  /// Whether a runbook declares a name, also further down; one that does not exist is reported as such.
  private func mayExist(_ name: String, in scope: ScopeIndex) -> Bool {
    if self[scope].names[name] != nil { return true }
    return self[scope].runbook.syntax.artifacts.contains { artifact in
      artifact.id.text == name
        || (artifact.childRunbook?.outputMapping?.contains { $0.value.text == name } ?? false)
    }
  }

  /// Gives the child's outputs their names in the parent.
  mutating func exposeOutputs(
    _ artifact: ArtifactSyntax, _ child: ChildRunbookSyntax, id: ArtifactID, of inner: ScopeIndex,
    to outer: ScopeIndex
  ) {
    let label = label(of: artifact)
    let flags = flags(of: artifact, in: outer)
    let sensitive = flags.contains(.sensitive) ? artifact.sensitive?.span : nil
    if let output = child.output {
      guard let name = childOutput(output, of: inner) else {
        bind(artifact.id, to: .broken, in: outer)
        return
      }
      bind(artifact.id, to: .alias(inner, name), in: outer, route: .output(output.span, name: output.text))
      exposures.append(
        Exposure(
          scope: inner, name: name, alias: id, label: label, flags: flags, artifact: artifact.id.span,
          sensitive: sensitive, outputSchema: artifact.outputSchema))
      return
    }
    let pairs = child.outputMapping ?? []
    for pair in pairs {
      let own = outputName(pair.value)
      guard let name = childOutput(pair.key, of: inner), let own else {
        bind(pair.value, to: .broken, in: outer)
        continue
      }
      let alias = self[outer].prefix.map { $0.appending(own) } ?? own
      bind(
        pair.value, to: .alias(inner, name), in: outer, route: .output(pair.key.span, name: pair.key.text))
      exposures.append(
        Exposure(
          scope: inner, name: name, alias: alias, label: label, flags: flags, artifact: artifact.id.span,
          sensitive: sensitive, outputSchema: nil))
    }
    if !pairs.contains(where: { $0.value.text == artifact.id.text }) {
      bind(artifact.id, to: .childWithoutOutput(outputs: pairs.map(\.value.text)), in: outer)
    }
  }

  /// The name that an output gets in the parent; reports one that is no artifact id.
  mutating func outputName(_ name: ScalarSyntax) -> ArtifactID? {
    if !name.text.contains("/"), let id = ArtifactID(name.text) { return id }
    report(
      Diagnostic(
        .invalidArtifactId, "'\(name.text)' is not an artifact id", at: name.span,
        notes: ["an id is a letter or '_', then letters, digits, '_' and '-'"]))
    return nil
  }

  /// The artifact of the child that one of its outputs names.
  mutating func childOutput(_ output: ScalarSyntax, of inner: ScopeIndex) -> String? {
    let declared = self[inner].runbook.syntax.outputs ?? []
    let child = self[inner].runbook.syntax
    if let match = declared.first(where: { $0.name.text == output.text }) { return match.artifact?.text }
    if child.mayLackOutputs || child.lostNames.contains(output.text) { return nil }
    let names = declared.map(\.name.text)
    let nearest = closest(to: output.text, among: names)
    report(
      Diagnostic(
        .unknownChildOutput, "the child has no output '\(output.text)'", at: output.span,
        suggesting: nearest,
        notes: nearest == nil
          ? [
            names.isEmpty ? "the child declares no outputs" : "its outputs: \(names.joined(separator: ", "))"
          ]
          : []))
    return nil
  }
}
