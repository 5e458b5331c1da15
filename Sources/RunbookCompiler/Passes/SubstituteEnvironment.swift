// Pass: fills in `${NAME}` in every string value; what must not be known before the run keeps its reference.
internal import CanonicalJSON
internal import ComponentKit
internal import Diagnostics
internal import EnvironmentFiles
internal import ExecutionPlan
internal import RunbookSyntax
internal import SystemFiles

extension Compilation {
  mutating func substituteEnvironment() {
    guard !scopes.isEmpty else { return }
    var loaded = scopes[0].runbook
    substitute(in: &loaded.syntax)
    readPolicy(of: &loaded)
    scopes[0] = Scope(runbook: loaded, prefix: nil, origin: nil)
    checkRequiredTexts(of: loaded.syntax)
    checkMisleadingTexts(of: loaded.syntax)
    configuration = readConfiguration(loaded.syntax.configuration)
  }

  /// Substitutes in a whole file, children included when they are read.
  mutating func substitute(in syntax: inout RunbookSyntax) {
    guard syntax.mayHoldVariables else { return }
    substitute(&syntax.name)
    substitute(&syntax.description)
    substitute(&syntax.contact)
    substitute(&syntax.framework)
    if var configuration = syntax.configuration {
      substitute(&configuration.timeout)
      substitute(&configuration.maximumConcurrency)
      substitute(&configuration.maximumChildDepth)
      substitute(&configuration.costLimit)
      for index in configuration.templatePaths.indices { substitute(&configuration.templatePaths[index]) }
      syntax.configuration = configuration
    }
    if var inputs = syntax.inputs {
      for index in inputs.indices { substitute(in: &inputs[index]) }
      syntax.inputs = inputs
    }
    if var outputs = syntax.outputs {
      for index in outputs.indices {
        substitute(&outputs[index].artifact)
        substitute(&outputs[index].description)
      }
      syntax.outputs = outputs
    }
    if let policy = syntax.policy { syntax.policy = substituted(policy, schema: nil) }
    for index in syntax.artifacts.indices { substitute(in: &syntax.artifacts[index]) }
  }

  private mutating func substitute(in input: inout InputDeclarationSyntax) {
    substitute(&input.inputSchema)
    substitute(&input.optional)
    substitute(&input.sensitive)
    substitute(&input.description)
    if let value = input.defaultValue { input.defaultValue = substituted(value, schema: nil) }
  }

  private mutating func substitute(in artifact: inout ArtifactSyntax) {
    artifact.updateValues { substitute(&$0) }
    substitute(&artifact.source, .connector)
    substitute(&artifact.process, .processor)
    if var inputs = artifact.inputs {
      for index in inputs.elements.indices { substitute(&inputs.elements[index]) }
      artifact.inputs = inputs
    }
    if var reuse = artifact.reuse {
      substitute(&reuse.fromRun)
      substitute(&reuse.artifact)
      artifact.reuse = reuse
    }
    if var child = artifact.childRunbook {
      substitute(&child.path)
      substitute(&child.output)
      substitute(&child.inputMapping)
      substitute(&child.outputMapping)
      artifact.childRunbook = child
    }
    if var execute = artifact.execute {
      substitute(&execute.mode)
      substitute(&execute.timeout)
      substitute(&execute.costLimit)
      artifact.execute = execute
    }
  }

  private mutating func substitute(_ pairs: inout [MappingPairSyntax]?) {
    guard var changed = pairs else { return }
    for index in changed.indices { substitute(&changed[index].value) }
    pairs = changed
  }

  private mutating func substitute(_ component: inout ComponentSyntax?, _ kind: ComponentKind) {
    guard var changed = component else { return }
    substitute(&changed.type)
    if let properties = changed.properties {
      let manifest = changed.type.flatMap { options.catalog.manifest(kind, $0.text) }
      // Without a manifest nobody knows what is secret; nothing is compiled then, but unset names are reported.
      changed.properties = substituted(properties, schema: manifest?.propertySchema.objectValue)
    }
    component = changed
  }

  /// A property value with its variables filled in; `schema` says which parts are secret.
  private mutating func substituted(
    _ value: ValueSyntax, schema: JSONObject?
  ) -> ValueSyntax {
    switch value {
    case .scalar(var scalar):
      let isSecret = schema?["writeOnly"] == true
      substitute(&scalar, isSecret: isSecret, mayBeLate: schema != nil)
      return .scalar(scalar)
    case .sequence(let elements, let span):
      let inner = schema.map { $0["items"]?.objectValue ?? JSONObject() }
      return .sequence(elements.map { substituted($0, schema: inner) }, span: span)
    case .mapping(let entries, let span):
      let properties = schema?["properties"]?.objectValue
      return .mapping(
        entries.map { entry in
          ValueSyntax.Entry(
            key: entry.key,
            value: substituted(
              entry.value,
              schema: properties?[entry.key.text]?.objectValue ?? schema.map { _ in JSONObject() }))
        }, span: span)
    }
  }

  private mutating func substitute(_ scalar: inout ScalarSyntax?) {
    if scalar?.text.utf8.contains(UInt8(ascii: "$")) == true, var changed = scalar {
      substitute(&changed)
      scalar = changed
    }
  }

  private mutating func substitute(
    _ scalar: inout ScalarSyntax, isSecret: Bool = false, mayBeLate: Bool = false
  ) {
    guard scalar.text.utf8.contains(UInt8(ascii: "$")) else { return }
    let template: SubstitutionTemplate
    do {
      template = try SubstitutionTemplate.parse(scalar.text)
    } catch {
      report(
        Diagnostic(
          .malformedSubstitution, "malformed substitution: \(error.reason)",
          at: span(error.range, in: scalar),
          annotation: "expected ${NAME}, ${NAME:-default} or ${NAME:?message}",
          notes: ["write '$${' for a literal '${'"]))
      unknownValues.insert(scalar.span)
      return
    }
    let isLate =
      !template.variables.isEmpty && (isSecret || (mayBeLate && options.lateBinding.covers(template)))
    if isLate {
      reporting.secretVariables.formUnion(template.variables.map(\.name))
      scalar.origin = .late
      return
    }
    if !template.variables.isEmpty {
      note(template, at: scalar.span, isSecret: options.lateBinding.covers(template))
    }
    fill(&scalar, from: template)
  }

  private mutating func fill(_ scalar: inout ScalarSyntax, from template: SubstitutionTemplate) {
    var text = ""
    for part in template.parts {
      switch part {
      case .literal(let literal): text += literal
      case .variable(let variable):
        dependencies.consulted(variable: variable.name)
        do {
          text += try SubstitutionTemplate.resolve(variable, options.environment[variable.name])
        } catch {
          reportUnset(error, at: span(variable.range, in: scalar))
          unknownValues.insert(scalar.span)
        }
      }
    }
    if !template.variables.isEmpty { scalar.origin = .substituted(isWhole: template.isSingleVariable) }
    scalar.text = text
  }

  /// - Parameter span: The `${…}`, or its scalar where escapes hide it.
  private mutating func reportUnset(_ failure: SubstitutionTemplate.Unresolved, at span: SourceSpan) {
    let name = failure.variable.name
    let isEmpty = options.environment[name] != nil
    if !isEmpty { dependencies.consultedVariableNames() }
    let nearest = isEmpty ? nil : closest(to: name, among: options.environment.names)
    let state = failure.message == nil ? "not set, and no default" : "'\(name)' is not set"
    report(
      Diagnostic(
        .undefinedVariable, failure.message ?? "the variable '\(name)' is not set", at: span,
        annotation: isEmpty ? "'\(name)' is empty" : nearest.map { "did you mean '\($0)'?" } ?? state,
        notes: ["set \(name), name a file with --env-file, or write ${\(name):-default}"],
        fixes: nearest.flatMap { renaming(failure.variable, to: $0, at: span) }.map { [$0] } ?? []))
  }

  /// The fix that writes another variable's name; nil where escapes hide the name.
  private func renaming(
    _ variable: SubstitutionTemplate.Variable, to name: String, at span: SourceSpan
  ) -> FixIt? {
    let start = span.start + 2
    let place = SourceSpan(source: span.source, start: start, end: start + variable.name.utf8.count)
    guard sources.text(of: place) == variable.name, span.end - span.start == variable.range.count,
      SubstitutionTemplate("${\(name)}")?.variables.first?.name == name
    else { return nil }
    return FixIt("replace with '\(name)'", replacing: place, with: name)
  }

  /// The place of a part of a scalar's text, or of the whole where escapes make them differ.
  private func span(_ range: Range<Int>, in scalar: ScalarSyntax) -> SourceSpan {
    let written = sources[scalar.span.source].bytes[scalar.span.start..<scalar.span.end]
    let part = Array(scalar.text.utf8)[range]
    for offset in [range.lowerBound, range.lowerBound + 1] where !scalar.isPlain || offset == range.lowerBound
    {
      let start = scalar.span.start + offset
      if start <= scalar.span.end, written[start...].starts(with: part) {
        return SourceSpan(source: scalar.span.source, start: start, end: start + part.count)
      }
    }
    return scalar.span
  }

  mutating func readConfiguration(_ syntax: ConfigurationSyntax?) -> RunConfiguration {
    for path in syntax?.templatePaths ?? [] { checkTemplatePath(path) }
    var configuration = RunConfiguration()
    configuration.timeout = readPositive(syntax?.timeout, field: "timeout")
    configuration.costLimit = readPositive(syntax?.costLimit, field: "cost_limit")
    if let count = readCount(syntax?.maximumConcurrency, field: "max_concurrency", limit: 100_000) {
      configuration.maximumConcurrency = count
    }
    if let depth = readCount(syntax?.maximumChildDepth, field: "max_child_depth", limit: 1000) {
      configuration.maximumChildDepth = depth
    }
    return configuration
  }

  /// Directories are named from the runbook's own, so that a project can be moved.
  private mutating func checkTemplatePath(_ path: ScalarSyntax) {
    let isEmpty = path.text.isEmpty
    guard isEmpty || PathText.isAbsolute(path.text) || path.text.utf8.contains(0) else { return }
    report(
      Diagnostic(
        .invalidValue, "'template_paths' takes relative directories, found '\(path.text)'", at: path.span,
        annotation: "expected a directory relative to this runbook"))
  }
}
