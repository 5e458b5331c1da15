// Pass: component types exist, their properties fit, and the rulesets that properties name load.
internal import CanonicalJSON
internal import ComponentKit
internal import Diagnostics
internal import ExecutionPlan
internal import RunbookSyntax
internal import RulesetModel
internal import Rulesets

extension Compilation {
  mutating func checkComponents() {
    var schemas: [String: JSONSchema] = [:]
    for index in uses.indices {
      guard let manifest = findManifest(uses[index]) else { continue }
      uses[index].manifest = manifest
      let name = "\(manifest.kind.rawValue):\(manifest.type)"
      guard let schema = schemas[name] ?? (try? JSONSchema(manifest.propertySchema)) else { continue }
      schemas[name] = schema
      readProperties(of: index, schema)
      loadRulesets(of: index, manifest)
    }
  }

  private mutating func findManifest(_ use: ComponentUse) -> ComponentManifest? {
    guard let type = use.syntax.type else { return nil }
    if let manifest = options.catalog.manifest(use.kind, type.text) {
      if let advice = manifest.deprecation {
        report(
          Diagnostic(
            .unavailableOption, "the \(use.kind.rawValue) '\(type.text)' is deprecated: \(advice)",
            at: type.span))
      }
      return manifest
    }
    let known = options.catalog.manifests(use.kind).map(\.type)
    let nearest = closest(to: type.text, among: known)
    let other: ComponentKind = use.kind == .connector ? .processor : .connector
    var notes = ["installed: \(known.joined(separator: ", "))"]
    if options.catalog.manifest(other, type.text) != nil {
      notes.insert(
        "'\(type.text)' is a \(other.rawValue): it belongs under '\(other == .connector ? "source" : "process")'",
        at: 0)
    }
    report(
      Diagnostic(
        .unknownComponent, "there is no \(use.kind.rawValue) '\(type.text)'", at: type.span,
        annotation: nearest.map { "did you mean '\($0)'?" }, notes: notes,
        fixes: nearest.map { [FixIt("replace with '\($0)'", replacing: type.span, with: $0)] } ?? []))
    return nil
  }

  // MARK: - Properties

  private mutating func readProperties(of index: Int, _ schema: JSONSchema) {
    var reader = PropertyReader()
    let written = uses[index].syntax.properties
    let value = written.flatMap { reader.read($0, schema: schema.source.objectValue) }
    guard let object = value?.objectValue ?? (written == nil ? JSONObject() : nil) else {
      if let written {
        report(Diagnostic(.propertyType, "'properties' is a mapping", at: written.span))
      }
      return
    }
    for ambiguous in reader.ambiguousBooleans { report(ambiguous) }
    uses[index].literalSecrets = reader.literalSecrets
    for span in reader.literalSecrets {
      report(
        Diagnostic(
          .hardCodedSecret, "a secret stands in the runbook's text", at: span,
          annotation: "anyone who reads this file can read it",
          notes: ["write ${NAME} and set the variable when the plan runs; a plan never holds a secret"]))
    }
    var bindings = reader.bindings
    let filled = schema.fillingDefaults(in: object)
    addOverrides(to: &bindings, object, schema.source)
    let bound = Set(bindings.map(\.pointer))
    for violation in schema.violations(of: .object(filled)) where !isBound(violation, bound) {
      report(violation, uses[index])
    }
    reportUnknownNested(uses[index], schema)
    uses[index].properties = filled
    uses[index].bindings = bindings.sorted { $0.pointer < $1.pointer }
  }

  /// Variables that override a property when the plan runs, as the manifest names them.
  private func addOverrides(to bindings: inout [LateBinding], _ object: JSONObject, _ schema: JSONValue) {
    let required = schema.objectValue?["required"]?.arrayValue ?? []
    for member in schema.objectValue?["properties"]?.objectValue?.members ?? [] {
      guard let property = member.value.objectValue, let variable = property["x-environment"]?.stringValue
      else { continue }
      let pointer = PropertyPointer(keys: [member.key]).text
      let type = property["type"]?.stringValue.flatMap(LateBinding.ValueType.init) ?? .string
      let isGiven = object[member.key] != nil || bindings.contains { $0.pointer == pointer }
      let isNeeded = required.contains(.string(member.key)) && !isGiven
      bindings.append(
        LateBinding(
          pointer: pointer, template: "${\(variable)}", type: type, isSecret: property["writeOnly"] == true,
          isOverride: !isNeeded))
    }
  }

  private func isBound(_ violation: SchemaViolation, _ bound: Set<String>) -> Bool {
    guard case .missing(let property) = violation.reason else { return false }
    return bound.contains("\(violation.pointer)\(PropertyPointer(keys: [property]).text)")
  }

  private mutating func report(_ violation: SchemaViolation, _ use: ComponentUse) {
    let component = use.syntax.type?.text ?? ""
    let properties = use.syntax.properties
    let name = violation.path.last.map(\.displayName) ?? "properties"
    let place = properties?.part(at: violation.path).span ?? use.syntax.keySpan
    switch violation.reason {
    case .missing(let property):
      let key = properties?.key(at: violation.path)
      report(
        Diagnostic(
          .missingProperty, "'\(component)' needs the property '\(property)'",
          at: key?.span ?? use.syntax.type?.span ?? use.syntax.keySpan,
          annotation: "'\(property)' is missing\(violation.path.isEmpty ? "" : " in '\(name)'")"))
    case .unknown(let property, let known):
      reportUnknown(property, known, properties?.key(at: violation.path)?.span ?? place, component)
    case .type:
      report(
        Diagnostic(
          .propertyType, "'\(name)' of '\(component)': \(violation.message)", at: place,
          annotation: violation.message))
    case .enumeration, .bound, .noAlternative:
      report(
        Diagnostic(
          .propertyValue, "'\(name)' of '\(component)': \(violation.message)", at: place,
          annotation: violation.message))
    }
  }

  private mutating func reportUnknown(
    _ property: String, _ known: [String], _ span: SourceSpan, _ component: String
  ) {
    let nearest = closest(to: property, among: known)
    report(
      Diagnostic(
        .unknownProperty, "'\(component)' has no property '\(property)'", at: span,
        annotation: nearest.map { "did you mean '\($0)'?" },
        notes: nearest == nil ? ["its properties: \(known.joined(separator: ", "))"] : [],
        fixes: nearest.map { [FixIt("replace with '\($0)'", replacing: span, with: $0)] } ?? []))
  }

  /// Unknown properties below the top level are only warned about: Python ignores them, and samples have them.
  private mutating func reportUnknownNested(_ use: ComponentUse, _ schema: JSONSchema) {
    guard case .mapping(let entries, _)? = use.syntax.properties else { return }
    let properties = schema.source.objectValue?["properties"]?.objectValue
    for entry in entries {
      guard case .mapping(let inner, _) = entry.value,
        let known = properties?[entry.key.text]?.objectValue?["properties"]?.objectValue?.keys
      else { continue }
      for nested in inner where !known.contains(nested.key.text) && !nested.key.text.hasPrefix("x-") {
        let nearest = closest(to: nested.key.text, among: known)
        report(
          Diagnostic(
            .unknownNestedProperty, "'\(entry.key.text)' has no property '\(nested.key.text)'; it is ignored",
            at: nested.key.span, annotation: nearest.map { "did you mean '\($0)'?" },
            fixes: nearest.map { [FixIt("replace with '\($0)'", replacing: nested.key.span, with: $0)] } ?? []
          ))
      }
    }
  }

  // MARK: - Rulesets

  private mutating func loadRulesets(of index: Int, _ manifest: ComponentManifest) {
    guard let schema = manifest.propertySchema.objectValue else { return }
    for reference in RulesetReference.find(in: uses[index].properties, schema: schema) {
      let written = uses[index].syntax.properties?.part(at: reference.path.map { .key($0) })
      let span =
        if case .scalar(let scalar)? = written { scalar.span } else {
          uses[index].syntax.type?.span ?? uses[index].syntax.keySpan
        }
      guard let value = loadRuleset(reference, at: span) else { continue }
      uses[index].rulesets[reference.uri] = value
    }
  }

  private mutating func loadRuleset(_ reference: RulesetReference, at span: SourceSpan) -> JSONValue? {
    let key = "\(reference.kind.name) \(reference.uri)"
    if let known = loadedRulesets[key] { return known }
    let result = lookUpRuleset(reference, at: span)
    if result != nil { loadedRulesets[key] = result }
    return result
  }

  private mutating func lookUpRuleset(_ reference: RulesetReference, at span: SourceSpan) -> JSONValue? {
    switch options.rulesets.load(reference.uri, kind: reference.kind, sources: &sources) {
    case .found(let value, let note):
      if let note { rulesetNotes.append(note) }
      return value
    case .notFound(let searched, let suggestion):
      report(
        Diagnostic(
          .unknownRuleset, "there is no ruleset '\(reference.uri)'", at: span,
          annotation: suggestion.map { "did you mean '\($0)'?" },
          notes: [
            "looked in: \(searched.joined(separator: ", "))", "name a directory with --rulesets NAME=DIR",
          ],
          fixes: suggestion.map { [FixIt("replace with '\($0)'", replacing: span, with: $0)] } ?? []))
    case .malformed(let reason):
      report(
        Diagnostic(
          .unknownRuleset, "'\(reference.uri)' is not a ruleset's name: \(reason)", at: span,
          annotation: "expected provider/name/version"))
    case .invalid(let diagnostics):
      for diagnostic in diagnostics { report(diagnostic) }
      report(
        Diagnostic(
          .invalidRuleset, "the ruleset '\(reference.uri)' has errors", at: span,
          annotation: "named here"))
    }
    return nil
  }
}

extension SchemaPathElement {
  /// The step as people would say it.
  var displayName: String {
    switch self {
    case .key(let key): key
    case .index(let index): "element \(index + 1)"
    }
  }
}
