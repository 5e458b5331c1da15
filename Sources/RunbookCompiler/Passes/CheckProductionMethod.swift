// Part of `flatten-child-runbooks`: an artifact is made in exactly one way, and only fields of that way stand there.
internal import Diagnostics
internal import RunbookSyntax

extension Compilation {
  /// Whether the artifact is made in exactly one way; reports when it is not.
  mutating func checkProductionMethod(_ artifact: ArtifactSyntax) -> Bool {
    // Most artifacts have nothing but inputs, and nothing that could go wrong with them.
    if artifact.methods == .inputs, artifact.merge == nil, let inputs = artifact.inputs {
      checkElements(of: inputs, in: artifact)
      return true
    }
    // Sources and processors with nothing beside them are as usual.
    if artifact.merge == nil, !artifact.isDamaged {
      if artifact.methods == .derivation, let inputs = artifact.inputs {
        checkElements(of: inputs, in: artifact)
        return true
      }
      if artifact.methods.subtracting(.process) == .source { return true }
    }
    let methods = artifact.productionMethods
    guard let first = methods.first else {
      // What could not be read may have been the method.
      if !artifact.gaps.contains(.method) { reportNoMethod(artifact) }
      checkMergeValue(artifact)
      return false
    }
    if artifact.isDamaged {
      // Lines behind the damage may stand in an artifact that they don't belong to.
      if let inputs = artifact.inputs { checkElements(of: inputs, in: artifact) }
      return methods.count == 1
    }
    guard methods.count == 1 else {
      if let inputs = artifact.inputs { checkElements(of: inputs, in: artifact) }
      checkMergeValue(artifact)
      report(
        Diagnostic(
          .productionMethod, "the artifact '\(artifact.id.text)' is made in \(methods.count) ways",
          at: artifact.id.span, annotation: "an artifact is made in exactly one way",
          labels: methods.map { DiagnosticLabel("made by '\($0.name)'", at: $0.span) }))
      return false
    }
    let areInputsRight = checkInputs(of: artifact, method: first)
    checkMerge(artifact, method: first)
    return areInputsRight
  }

  private mutating func reportNoMethod(_ artifact: ArtifactSyntax) {
    let message =
      artifact.process == nil
      ? "the artifact '\(artifact.id.text)' does not say how it is made"
      : "the artifact '\(artifact.id.text)' has a process, but nothing to process"
    report(
      Diagnostic(
        .productionMethod, message, at: artifact.process?.keySpan ?? artifact.id.span,
        notes: ["give it one of: source, inputs, reuse, child_runbook, execute"]))
  }

  /// `source` and `reuse` stand without inputs, `child_runbook` and `execute` without process.
  private mutating func checkInputs(of artifact: ArtifactSyntax, method: ProductionMethod) -> Bool {
    if let inputs = artifact.inputs { checkElements(of: inputs, in: artifact) }
    if let inputs = artifact.inputs, method.name == "source" || method.name == "reuse" {
      return reportConflict(method, "inputs", inputs.keySpan)
    }
    if let process = artifact.process, !["source", "inputs"].contains(method.name) {
      return reportConflict(method, "process", process.keySpan)
    }
    guard method.name == "execute", artifact.inputs?.elements.count != 1 else { return true }
    // Inputs that could not be read may have been one; that there are none was said.
    if artifact.gaps.contains(.inputs) || artifact.inputs?.elements.isEmpty == true { return false }
    report(
      Diagnostic(
        .conflictingFields, "'execute' takes exactly one input", at: artifact.inputs?.span ?? method.span))
    return false
  }

  private mutating func reportConflict(
    _ method: ProductionMethod, _ field: String, _ span: SourceSpan
  ) -> Bool {
    report(
      Diagnostic(
        .conflictingFields, "'\(field)' does not stand beside '\(method.name)'", at: span,
        labels: [DiagnosticLabel("'\(method.name)' is here", at: method.span)]))
    return false
  }

  private mutating func checkElements(of inputs: ReferenceListSyntax, in artifact: ArtifactSyntax) {
    if inputs.elements.isEmpty, !artifact.gaps.contains(.inputs) {
      report(Diagnostic(.emptyInputs, "'inputs' names no artifact", at: inputs.span))
    }
    guard inputs.elements.count > 1 else { return }
    var seen: [String: SourceSpan] = [:]
    for element in inputs.elements {
      if let first = seen[element.text], !artifact.isDamaged {
        report(
          Diagnostic(
            .duplicateReference, "'\(element.text)' stands twice in 'inputs'", at: element.span,
            labels: [DiagnosticLabel("first here", at: first)]))
      }
      seen[element.text] = seen[element.text] ?? element.span
    }
  }

  /// `merge: concatenate` belongs to several inputs without a process.
  private mutating func checkMerge(_ artifact: ArtifactSyntax, method: ProductionMethod) {
    guard checkMergeValue(artifact), let merge = artifact.merge,
      method.name != "inputs" || artifact.process != nil
    else { return }
    report(
      Diagnostic(
        .conflictingFields, "'merge' belongs to 'inputs' without a process", at: merge.span,
        labels: [DiagnosticLabel("made by this", at: artifact.process?.keySpan ?? method.span)]))
  }

  /// Whether `merge`, if it is there, says something that there is.
  @discardableResult
  private mutating func checkMergeValue(_ artifact: ArtifactSyntax) -> Bool {
    guard let merge = artifact.merge, merge.text != "concatenate" else { return true }
    report(
      Diagnostic(
        .invalidValue, "unknown way to merge '\(merge.text)'", at: merge.span,
        annotation: "expected 'concatenate'",
        fixes: [FixIt("replace with 'concatenate'", replacing: merge.span, with: "concatenate")]))
    return false
  }
}

/// One of the fields that say how an artifact is made.
struct ProductionMethod {
  let name: String
  let span: SourceSpan
}

extension ArtifactSyntax {
  /// The ways in which this artifact says that it is made; `inputs` counts by itself only.
  var productionMethods: [ProductionMethod] {
    var methods: [ProductionMethod] = []
    if let source { methods.append(ProductionMethod(name: "source", span: source.keySpan)) }
    if let reuse { methods.append(ProductionMethod(name: "reuse", span: reuse.keySpan)) }
    if let childRunbook {
      methods.append(ProductionMethod(name: "child_runbook", span: childRunbook.keySpan))
    }
    if let execute { methods.append(ProductionMethod(name: "execute", span: execute.keySpan)) }
    if methods.isEmpty, let inputs { methods.append(ProductionMethod(name: "inputs", span: inputs.keySpan)) }
    return methods
  }
}
