// Part of `flatten-child-runbooks`: one use of a child runbook becomes a scope of its own.
internal import ComponentKit
internal import Diagnostics
internal import ExecutionPlan
internal import RunbookSyntax
internal import SystemFiles
internal import YAMLReader

extension Compilation {
  mutating func inlineChild(of artifact: ArtifactSyntax, id: ArtifactID, in scope: ScopeIndex) {
    guard let child = artifact.childRunbook else { return }
    checkFieldsBesideChild(artifact, child)
    let isOutputClear = artifact.isDamaged || checkOutputChoice(child)
    guard !artifact.isDamaged, let path = child.path, checkDepth(path, in: scope), checkSize(path),
      let runbook = loadChild(path, of: artifact, in: scope), checkExpansion(by: runbook, path)
    else {
      declareUnloaded(artifact, child, in: scope)
      return
    }
    let depth = (self[scope].origin?.depth ?? 0) + 1
    let origin = Scope.Origin(scope: scope, place: path.span, depth: depth)
    let isOptional = self[scope].isOptional || readBool(artifact.optional, field: "optional")
    scopes.append(Scope(runbook: runbook, prefix: id, origin: origin, isOptional: isOptional))
    let inner = ScopeIndex(value: scopes.count - 1)
    reporting.focus = inner
    mapInputs(artifact, child, into: inner, from: scope)
    declareArtifacts(of: inner)
    reporting.focus = inner
    if isOutputClear {
      exposeOutputs(artifact, child, id: id, of: inner, to: scope)
    } else {
      for name in [child.output].compactMap(\.self) + (child.outputMapping ?? []).map(\.key) {
        _ = childOutput(name, of: inner)
      }
      reporting.focus = scope
      declareWithoutOutputs(artifact, child, in: scope)
    }
    reporting.focus = scope
  }

  /// Fields that say something of one artifact, where a child brings several.
  private mutating func checkFieldsBesideChild(_ artifact: ArtifactSyntax, _ child: ChildRunbookSyntax) {
    if let timeout = artifact.timeout {
      report(
        Diagnostic(
          .conflictingFields, "'timeout' does not stand beside 'child_runbook'", at: timeout.span,
          labels: [DiagnosticLabel("the child is here", at: child.keySpan)],
          notes: ["give the artifacts of the child timeouts of their own"]))
    }
    if let schema = artifact.outputSchema, child.outputMapping != nil, child.output == nil {
      report(
        Diagnostic(
          .conflictingFields, "'output_schema' does not stand beside 'output_mapping'", at: schema.span,
          labels: [DiagnosticLabel("the child is here", at: child.keySpan)],
          notes: ["each output of the child has its own schema"]))
    }
  }

  private mutating func checkOutputChoice(_ child: ChildRunbookSyntax) -> Bool {
    switch (child.output, child.outputMapping) {
    case (let output?, let mapping?):
      report(
        Diagnostic(
          .conflictingFields, "'output' does not stand beside 'output_mapping'", at: output.span,
          labels: mapping.first.map { [DiagnosticLabel("the mapping begins here", at: $0.key.span)] } ?? []))
      return false
    case (nil, nil):
      if child.mayLackOutputs { return false }
      report(
        Diagnostic(
          .missingField, "'child_runbook' needs 'output' or 'output_mapping'", at: child.keySpan,
          annotation: "does not say what is taken from the child"))
      return false
    default: return true
    }
  }

  private mutating func checkDepth(_ path: ScalarSyntax, in scope: ScopeIndex) -> Bool {
    let depth = (self[scope].origin?.depth ?? 0) + 1
    guard depth > configuration.maximumChildDepth else { return true }
    reportNestedTooDeep(at: path.span, in: scope)
    return false
  }

  mutating func reportNestedTooDeep(at place: SourceSpan, in scope: ScopeIndex) {
    report(
      Diagnostic(
        .childTooDeep,
        "child runbooks nest more than \(configuration.maximumChildDepth) deep", at: place,
        notes: ["raise 'max_child_depth' in 'config' of the outermost runbook"]))
  }

  private mutating func loadChild(
    _ path: ScalarSyntax, of artifact: ArtifactSyntax, in scope: ScopeIndex
  ) -> LoadedRunbook? {
    let place: (path: String, identity: String)
    guard !unknownValues.contains(path.span) else { return nil }
    let parent = self[scope].runbook
    let reference = ChildReference(parent: parent.identity, path: path.text)
    if let known = childPlaces[reference] {
      place = known
    } else {
      do {
        place = try parent.locateChild(path.text, noting: &dependencies)
        childPlaces[reference] = place
      } catch {
        reportLookup(error, path)
        return nil
      }
    }
    // Before it is read: what is wrong in it has been said where it was read first.
    if isIncludedAlready(place.identity, path, in: scope) { return nil }
    defer {
      if let source = childSources[place.identity] {
        reporting.childUses[source, default: []].append(
          ChildUse(scope: scope, place: path.span, artifact: artifact.id.text))
      }
    }
    if let known = loadedChildren[place.identity] { return known }
    let loaded = readChild(place.path, place.identity, path)
    loadedChildren[place.identity] = loaded
    return loaded
  }

  private mutating func readChild(
    _ file: String, _ identity: String, _ path: ScalarSyntax
  ) -> LoadedRunbook? {
    let bytes: [UInt8]
    do {
      if let text = options.texts[identity] {
        bytes = text
      } else {
        bytes = try readFile(file, limit: options.limits.yaml.fileSize)
      }
    } catch {
      dependencies.consultedSomethingElse()
      reportLookup(.unreadable(error), path)
      return nil
    }
    // Parsing adds the file first of all, whatever comes of it.
    childSources[identity] = sources.nextID
    guard var runbook = parse(bytes, path: file, identity: identity) else { return nil }
    substitute(in: &runbook.syntax)
    // It does not apply here, but it is wrong all the same.
    _ = readConfiguration(runbook.syntax.configuration)
    readPolicy(of: &runbook)
    checkRequiredTexts(of: runbook.syntax)
    checkMisleadingTexts(of: runbook.syntax)
    return runbook
  }

  private mutating func reportLookup(_ failure: ChildLookupFailure, _ path: ScalarSyntax) {
    switch failure {
    case .unsafe(let reason):
      report(
        Diagnostic(
          .unsafeChildPath, "'\(path.text)' may not be included: \(reason)", at: path.span,
          notes: ["a child lies beside its parent or below it, or in a directory of 'template_paths'"]))
    case .missing(let directories):
      for directory in directories { dependencies.listed(Self.parent(of: path.text, in: directory)) }
      let nearest = nearestFile(to: path.text, in: directories)
      report(
        Diagnostic(
          .childNotFound, "there is no child runbook '\(path.text)'", at: path.span,
          suggesting: nearest,
          notes: ["looked in: \(directories.joined(separator: ", "))"]))
    case .unreadable(let error):
      report(
        Diagnostic(.childNotFound, "the child runbook can't be read: \(error.description)", at: path.span))
    }
  }

  /// The file with the most similar name in the directory that the path leads to.
  private func nearestFile(to path: String, in directories: [String]) -> String? {
    let names = directories.flatMap { directory in
      ((try? listDirectory(Self.parent(of: path, in: directory))) ?? []).compactMap(\.text)
    }
    return closest(to: PathText.name(of: path), among: names).map {
      PathText.join(PathText.parent(of: path), $0)
    }
  }

  /// The directory that a relative path leads to from another.
  private static func parent(of path: String, in directory: String) -> String {
    PathText.join(directory, PathText.parent(of: path))
  }

  private mutating func isIncludedAlready(
    _ identity: String, _ path: ScalarSyntax, in scope: ScopeIndex
  ) -> Bool {
    var current: ScopeIndex? = scope
    while let index = current {
      let runbook = self[index].runbook
      if runbook.identity == identity {
        report(
          Diagnostic(
            .childCycle, "'\(runbook.path)' includes itself", at: path.span,
            annotation: index == scope
              ? "a runbook can't be its own child" : "leads back to '\(runbook.path)'"))
        return true
      }
      current = self[index].origin?.scope
    }
    return false
  }

  // MARK: - What brings nothing

  /// A use of a child that is not loaded: what it says by itself is looked at.
  mutating func declareUnloaded(
    _ artifact: ArtifactSyntax, _ child: ChildRunbookSyntax, in scope: ScopeIndex
  ) {
    if !artifact.isDamaged { checkListed(artifact, child, in: scope) }
    mention(artifact, in: scope)
    for pair in child.inputMapping ?? [] { mentions.append(Mention(scope: scope, name: pair.value)) }
    declareWithoutOutputs(artifact, child, in: scope)
  }

  /// Binds the names that the artifact would have brought, so that their users are not reported as well.
  private mutating func declareWithoutOutputs(
    _ artifact: ArtifactSyntax, _ child: ChildRunbookSyntax, in scope: ScopeIndex
  ) {
    _ = flags(of: artifact, in: scope)
    if let schema = artifact.outputSchema { _ = readKnownSchema(schema) }
    bind(artifact.id, to: .broken, in: scope)
    for pair in child.outputMapping ?? [] {
      _ = outputName(pair.value)
      if pair.value.text != artifact.id.text { bind(pair.value, to: .broken, in: scope) }
    }
  }
}
