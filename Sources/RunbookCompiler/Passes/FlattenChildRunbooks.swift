// Pass: turns every artifact of the runbook and of its children into nodes with path ids.
internal import ComponentKit
internal import Diagnostics
internal import ExecutionPlan
internal import RunbookSyntax
internal import SystemFiles

extension Compilation {
  /// The root scope, before any pass.
  mutating func begin(with root: LoadedRunbook) {
    scopes = [Scope(runbook: root, prefix: nil, origin: nil)]
  }

  mutating func flattenChildRunbooks() {
    guard !scopes.isEmpty else { return }
    declareRootInputs()
    declareArtifacts(of: ScopeIndex(value: 0))
  }

  /// The inputs of a runbook that is compiled by itself: defaults where there are any, else open ends.
  private mutating func declareRootInputs() {
    let root = ScopeIndex(value: 0)
    for input in self[root].runbook.syntax.inputs ?? [] {
      declareInput(input, in: root, mapped: nil)
      guard goal == .plan, input.defaultValue == nil, !readBool(input.optional, field: "optional") else {
        continue
      }
      report(
        Diagnostic(
          .unmappedChildInput, "the input '\(input.name.text)' has no value", at: input.name.span,
          annotation: "a runbook with required inputs is used through 'child_runbook'"))
    }
  }

  /// Makes nodes of the artifacts of a scope, in the order of the file.
  mutating func declareArtifacts(of scope: ScopeIndex) {
    reporting.focus = scope
    let (list, inputs) = (self[scope].runbook.syntax.artifacts, self[scope].runbook.syntax.inputs)
    if self[scope].names.isEmpty { self[scope].names = Dictionary(minimumCapacity: list.count) }
    if scope.value == 0 {
      nodes.reserveCapacity(list.count)
      uses.reserveCapacity(list.count)
    }
    // Through a span: a copy of an artifact's syntax costs more than what is asked of it.
    let artifacts = list.span
    for index in artifacts.indices { declare(artifacts[index], in: scope) }
    checkOutputs(of: scope)
    if let inputs, !inputs.isEmpty {
      for index in artifacts.indices {
        guard let source = artifacts[index].source else { continue }
        report(
          Diagnostic(
            .sourceInChild, "a runbook with inputs holds no source", at: source.keySpan,
            labels: [DiagnosticLabel("its data comes through this input", at: inputs[0].name.span)]))
      }
    }
  }

  /// Binds a name of a scope, or says that it is taken.
  mutating func bind(
    _ name: ScalarSyntax, to binding: NameBinding, in scope: ScopeIndex, route: AliasRoute? = nil
  ) {
    let bound = BoundName(binding: binding, place: name.span, route: route)
    if let first = self[scope].names.updateValue(bound, forKey: name.text) {
      self[scope].names[name.text] = first
      report(
        Diagnostic(
          .duplicateArtifact, "the name '\(name.text)' is used twice in this runbook", at: name.span,
          annotation: "already the name of an artifact or an input",
          labels: first.place.map { [DiagnosticLabel("first here", at: $0)] } ?? []))
    }
  }

  private mutating func declare(_ artifact: ArtifactSyntax, in scope: ScopeIndex) {
    let id = id(artifact.id.text, in: scope)
    checkLength(of: id, artifact.id)
    guard checkProductionMethod(artifact) else {
      declareBroken(artifact, id: id, in: scope)
      return
    }
    if artifact.methods.contains(.childRunbook) {
      inlineChild(of: artifact, id: id, in: scope)
      return
    }
    let flags = flags(of: artifact, in: scope)
    var operands = (artifact.inputs?.elements ?? []).map { Operand(name: $0, target: nil) }
    references += operands.count
    let production = production(of: artifact, id: id, scope: scope, flags, &operands)
    // Where something is missing, or may belong elsewhere, the parts are checked and the whole is not.
    let isWhole = !artifact.isDamaged && (artifact.gaps.isEmpty || !hasDecisiveGap(artifact))
    let made = isWhole ? production : .broken
    // Built in one go: to fill a node and to append it then would copy it.
    nodes.append(
      Node(
        id: id, scope: scope, place: artifact.id.span, production: made, operands: operands,
        label: label(of: artifact), flags: flags, timeout: readPositive(artifact.timeout, field: "timeout"),
        outputSchema: artifact.outputSchema))
    markSensitive(artifact.sensitive)
    bind(artifact.id, to: .node(NodeIndex(value: nodes.count - 1)), in: scope)
  }

  /// The id of an artifact of a scope, without a copy of the scope.
  private func id(_ name: String, in scope: ScopeIndex) -> ArtifactID {
    let own = ArtifactID(name) ?? ArtifactID(reported: name)
    return scopes[scope.value].prefix?.appending(own) ?? own
  }

  /// Whether it is unknown how an artifact is made, although it says so in part.
  private func hasDecisiveGap(_ artifact: ArtifactSyntax) -> Bool {
    guard artifact.inputs != nil else { return false }
    if artifact.gaps.contains(.inputs) { return true }
    return artifact.gaps.contains(.process) && artifact.methods.isDisjoint(with: [.reuse, .execute, .source])
  }

  /// Ids of children's artifacts are paths, which grow longer than any id that is written.
  private mutating func checkLength(of id: ArtifactID, _ written: ScalarSyntax) {
    let length = id.text.utf8.count
    guard length > ArtifactID.maximumLength, written.text.utf8.count <= ArtifactID.maximumLength else {
      return
    }
    report(
      Diagnostic(
        .invalidArtifactId, "the id that this artifact has in the plan is too long", at: written.span,
        annotation: "with the ids of the artifacts that lead here: \(length) bytes",
        notes: ["at most \(ArtifactID.maximumLength) bytes are possible; use shorter ids"]))
  }

  /// An artifact that is not made in any way that there is still has parts, each of which is looked at: its references
  /// are followed, and cycles through it found.
  private mutating func declareBroken(_ artifact: ArtifactSyntax, id: ArtifactID, in scope: ScopeIndex) {
    if let source = artifact.source { _ = add(ComponentUse(kind: .connector, syntax: source), of: artifact) }
    if let process = artifact.process {
      _ = add(ComponentUse(kind: .processor, syntax: process), of: artifact)
    }
    if let execute = artifact.execute { _ = nestedRun(execute, in: scope) }
    _ = readPositive(artifact.timeout, field: "timeout")
    if let child = artifact.childRunbook {
      declareUnloaded(artifact, child, in: scope)
      return
    }
    let flags = flags(of: artifact, in: scope)
    let operands = (artifact.inputs?.elements ?? []).map { Operand(name: $0, target: nil) }
    references += operands.count
    nodes.append(
      Node(
        id: id, scope: scope, place: artifact.id.span, production: .broken, operands: operands, flags: flags,
        outputSchema: artifact.outputSchema))
    bind(artifact.id, to: .node(NodeIndex(value: nodes.count - 1)), in: scope)
  }

  /// Remembers where the last node is marked sensitive, if it is.
  mutating func markSensitive(_ mark: ScalarSyntax?) {
    guard let mark, let node = nodes.last, node.flags.contains(.sensitive) else { return }
    sensitiveMarks[NodeIndex(value: nodes.count - 1)] = mark.span
  }

  func label(of artifact: ArtifactSyntax) -> ArtifactLabel {
    ArtifactLabel(
      name: artifact.name?.text, description: artifact.description?.text, contact: artifact.contact?.text)
  }

  /// The flags that an artifact's fields set; `output` counts in the runbook itself only.
  mutating func flags(of artifact: ArtifactSyntax, in scope: ScopeIndex) -> Instruction.Flags {
    // The empty literal goes through a sequence, for each artifact.
    var flags = Instruction.Flags(rawValue: 0)
    if readBool(artifact.output, field: "output") {
      if scope.value == 0 {
        flags.insert(.output)
      } else if let output = artifact.output {
        report(
          Diagnostic(
            .ignoredChildOutput, "'output' has no effect in a child runbook", at: output.span,
            notes: ["set 'output: true' on the artifact that uses the child"]))
      }
    }
    // What an optional child is made of may fail as well as what it exposes.
    if readBool(artifact.optional, field: "optional") || self[scope].isOptional { flags.insert(.optional) }
    if readBool(artifact.sensitive, field: "sensitive") { flags.insert(.sensitive) }
    return flags
  }

  private mutating func production(
    of artifact: ArtifactSyntax, id: ArtifactID, scope: ScopeIndex, _ flags: Instruction.Flags,
    _ operands: inout [Operand]
  ) -> Production {
    if let reuse = artifact.reuse {
      return reuse.fromRun == nil || reuse.artifact == nil ? .broken : .reuse(reuse)
    }
    if let execute = artifact.execute { return nestedRun(execute, in: scope) }
    if let source = artifact.source {
      let extract = Production.extract(add(ComponentUse(kind: .connector, syntax: source), of: artifact))
      guard let process = artifact.process else { return extract }
      return inlineProcessor(process, after: extract, artifact, id: id, scope: scope, flags, &operands)
    }
    if let process = artifact.process {
      return .process(add(ComponentUse(kind: .processor, syntax: process), of: artifact))
    }
    return operands.count > 1 ? .merge : .pass
  }

  private mutating func add(_ use: ComponentUse, of artifact: ArtifactSyntax) -> Int {
    uses.append(use)
    uses[uses.count - 1].scope = reporting.focus
    uses[uses.count - 1].isDamaged = artifact.isDamaged
    return uses.count - 1
  }

  /// `source` with `process` beside it: a node of its own for the source, which the processor reads.
  private mutating func inlineProcessor(
    _ process: ComponentSyntax, after extract: Production, _ artifact: ArtifactSyntax, id: ArtifactID,
    scope: ScopeIndex, _ flags: Instruction.Flags, _ operands: inout [Operand]
  ) -> Production {
    guard let own = ArtifactID("source") else { return .broken }
    var source = Node(id: id.appending(own), scope: scope, place: artifact.id.span, production: extract)
    source.flags = flags.intersection([.optional, .sensitive])
    source.isDeclared = false
    nodes.append(source)
    markSensitive(artifact.sensitive)
    let name = ScalarSyntax(
      text: source.id.text, span: artifact.source?.keySpan ?? artifact.id.span, isPlain: true)
    operands = [Operand(name: name, target: NodeIndex(value: nodes.count - 1))]
    return .process(add(ComponentUse(kind: .processor, syntax: process), of: artifact))
  }

  /// Every declared output names an artifact of its runbook.
  private mutating func checkOutputs(of scope: ScopeIndex) {
    guard let outputs = self[scope].runbook.syntax.outputs, !outputs.isEmpty else { return }
    let syntax = self[scope].runbook.syntax
    for output in outputs {
      guard let artifact = output.artifact else { continue }
      if let input = syntax.inputs?.first(where: { $0.name.text == artifact.text }) {
        reportInputAsOutput(artifact, input)
      } else {
        switch self[scope].names[artifact.text]?.binding {
        case nil: reportUnknownArtifact(artifact, in: scope, candidates: syntax.artifacts.map(\.id.text))
        case .childWithoutOutput(let outputs)?: reportChildWithoutOutput(artifact, outputs)
        default: break
        }
      }
    }
  }

  private mutating func reportInputAsOutput(_ name: ScalarSyntax, _ input: InputDeclarationSyntax) {
    report(
      Diagnostic(
        .unknownArtifact, "'\(name.text)' is an input of this runbook, not an artifact", at: name.span,
        labels: [DiagnosticLabel("declared here", at: input.name.span)],
        notes: ["an artifact with 'inputs: \(name.text)' passes it on"]))
  }
}
