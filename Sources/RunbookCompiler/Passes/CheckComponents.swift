// Pass: component types exist, and their properties fit. Rulesets are loaded in LoadRulesets.swift.
internal import CanonicalJSON
internal import ComponentKit
internal import Diagnostics
internal import ExecutionPlan
internal import Rulesets
internal import RunbookSyntax
internal import YAMLReader

extension Compilation {
  mutating func checkComponents() {
    // A list, since there are few: to look through it takes less than to look a name up.
    var interfaces: [ComponentInterface] = []
    for index in uses.indices {
      let kind = uses[index].kind
      reporting.focus = uses[index].scope
      let type = uses[index].syntax.type?.text ?? ""
      var found = interfaces.first { $0.is(kind, type) }
      if found == nil {
        found = options.memory.interface(kind, type)
        if let found { interfaces.append(found) }
      }
      if found == nil || found?.isDeprecated == true {
        guard let manifest = findManifest(uses[index].syntax.type, kind) else {
          checkAsNearest(index)
          continue
        }
        found = options.memory.interface(of: manifest)
      }
      guard let interface = found else { continue }
      uses[index].interface = interface
      check(index, interface)
    }
  }

  private mutating func check(_ index: Int, _ interface: ComponentInterface) {
    let isPlain = goal == .check && uses[index].syntax.properties == nil && !options.rulesets.hasDirectories
    if isPlain, let plain = interface.plainUse {
      uses[index].properties = interface.unset.properties
      (uses[index].capabilities, uses[index].rulesets) = (plain.capabilities, plain.rulesets)
      return
    }
    let reported = sink.diagnostics.count
    readProperties(of: index, interface)
    uses[index].capabilities = interface.capabilities(with: uses[index].properties, uses[index].bindings)
    loadRulesets(of: index, interface)
    // What is missing in a use without properties is said of each.
    guard isPlain, interface.mayBePlain, sink.diagnostics.count == reported,
      uses[index].rulesets.count == interface.rulesets.count
    else { return }
    interface.keep(
      ComponentInterface.PlainUse(
        capabilities: uses[index].capabilities, rulesets: uses[index].rulesets))
  }

  /// Properties of a component that does not exist are those of the one that was probably meant: what is wrong with them
  /// need not wait for the next run. Nothing else follows from the guess.
  private mutating func checkAsNearest(_ index: Int) {
    let kind = uses[index].kind
    guard let type = uses[index].syntax.type, options.catalog.manifest(kind, type.text) == nil,
      let nearest = closest(to: type.text, among: options.catalog.manifests(kind).map(\.type)),
      let manifest = options.catalog.manifest(kind, nearest),
      let interface = options.memory.interface(of: manifest)
    else { return }
    let use = uses[index]
    var syntax = use.syntax
    syntax.type?.text = nearest
    var guess = ComponentUse(kind: kind, syntax: syntax)
    guess.scope = use.scope
    // What is missing may have been left out because something else was meant.
    guess.isDamaged = true
    uses[index] = guess
    readProperties(of: index, interface)
    loadRulesets(of: index, interface)
    uses[index] = use
  }

  private mutating func findManifest(_ type: ScalarSyntax?, _ kind: ComponentKind) -> ComponentManifest? {
    guard let type else { return nil }
    if let manifest = options.catalog.manifest(kind, type.text) {
      if let advice = manifest.deprecation {
        report(
          Diagnostic(
            .deprecatedComponent, "the \(kind.rawValue) '\(type.text)' is deprecated: \(advice)",
            at: type.span))
      }
      return manifest
    }
    let known = options.catalog.manifests(kind).map(\.type)
    let nearest = closest(to: type.text, among: known)
    let other: ComponentKind = kind == .connector ? .processor : .connector
    var notes: [String] = []
    if options.catalog.manifest(other, type.text) != nil {
      let field = other == .connector ? "source" : "process"
      notes = ["'\(type.text)' is a \(other.rawValue): it belongs under '\(field)'"]
    } else if nearest == nil {
      notes = ["installed: \(known.joined(separator: ", "))"]
    }
    report(
      Diagnostic(
        .unknownComponent, "there is no \(kind.rawValue) '\(type.text)'", at: type.span,
        suggesting: nearest, notes: notes))
    return nil
  }

  // MARK: - Properties

  private mutating func readProperties(of index: Int, _ interface: ComponentInterface) {
    var reader = PropertyReader()
    let written = uses[index].syntax.properties
    let value = written.flatMap { reader.read($0, guide: interface.guide) }
    guard let object = value?.objectValue ?? (written == nil ? JSONObject() : nil) else {
      if let written {
        report(Diagnostic(.propertyType, "'properties' is a mapping", at: written.span))
      }
      return
    }
    for ambiguous in reader.ambiguousBooleans { report(ambiguous) }
    for secret in reader.literalSecrets {
      reportLiteralSecret(at: secret.span)
      reporting.literalSecrets[secret.span] = secret
    }
    var bindings = reader.bindings
    var filled = written == nil ? interface.unset.properties : interface.schema.fillingDefaults(in: object)
    for binding in bindings { PropertyPointer(binding.pointer)?.remove(from: &filled) }
    addOverrides(to: &bindings, object, interface)
    var refused: Set<SourceSpan> = []
    let violations =
      written == nil ? interface.unset.violations : interface.schema.violations(of: .object(filled))
    let misspelt = written.map { misspeltProperties(violations, in: $0) } ?? []
    for violation in violations where !isBound(violation, bindings) {
      if case .missing(let property) = violation.reason {
        // Properties that could not be read are not missing, nor are those that were misspelt, which is said.
        if uses[index].isDamaged || uses[index].syntax.mayLackProperties { continue }
        if misspelt.contains(violation.path + [.key(property)]) { continue }
      }
      if let span = written?.part(at: violation.path).span { refused.insert(span) }
      report(violation, uses[index])
    }
    for span in reader.oversizedIntegers where !refused.contains(span) {
      report(
        Diagnostic(
          .integerOutOfRange, "the whole number does not fit in 64 bits", at: span,
          annotation: "expected -9223372036854775808 to 9223372036854775807"))
    }
    if let written { reportUnknownNested(written, interface) }
    uses[index].properties = filled
    uses[index].bindings = bindings.sorted { $0.pointer < $1.pointer }
  }

  /// A plan never holds a secret; a runbook that does is worth a warning even when nothing is compiled.
  private mutating func reportLiteralSecret(at span: SourceSpan) {
    let note = "write ${NAME} and set the variable when the plan runs; a plan never holds a secret"
    if goal == .plan {
      report(
        Diagnostic(
          .secretInPlan, "a secret in the runbook's text can't go into a plan", at: span,
          annotation: "anyone who reads this file can read it", notes: [note]))
    } else {
      report(
        Diagnostic(
          .hardCodedSecret, "a secret stands in the runbook's text", at: span,
          annotation: "anyone who reads this file can read it", notes: [note]))
    }
  }

  /// Variables that override a property when the plan runs, as the manifest names them.
  private func addOverrides(
    to bindings: inout [LateBinding], _ object: JSONObject, _ interface: ComponentInterface
  ) {
    for override in interface.overrides {
      var binding = override.binding
      let isGiven = object[override.property] != nil || bindings.contains { $0.pointer == binding.pointer }
      binding.isOverride = isGiven || !override.isRequired
      bindings.append(binding)
    }
  }

  private func isBound(_ violation: SchemaViolation, _ bindings: [LateBinding]) -> Bool {
    guard case .missing(let property) = violation.reason else {
      // The place that a list keeps for an element.
      guard case .index? = violation.path.last else { return false }
      return bindings.contains { $0.pointer == violation.pointer }
    }
    let pointer = "\(violation.pointer)\(PropertyPointer(keys: [property]).text)"
    return bindings.contains { $0.pointer == pointer }
  }

  private mutating func report(_ violation: SchemaViolation, _ use: ComponentUse) {
    let component = use.syntax.type?.text ?? ""
    let properties = use.syntax.properties
    let part = properties?.part(at: violation.path)
    let place = part?.span ?? use.syntax.keySpan
    let subject = "\(violation.path.displayName) of '\(component)'"
    switch violation.reason {
    case .missing(let property):
      let key = properties?.key(at: violation.path)
      report(
        Diagnostic(
          .missingProperty, "'\(component)' needs the property '\(property)'",
          at: key?.span ?? use.syntax.type?.span ?? use.syntax.keySpan,
          annotation:
            "'\(property)' is missing\(violation.path.isEmpty ? "" : " in \(violation.path.displayName)")"
        ))
    case .unknown(let property, let known):
      let siblings = properties?.part(at: Array(violation.path.dropLast())).keys ?? []
      reportUnknown(
        property, known, present: siblings, properties?.key(at: violation.path)?.span ?? place, component)
    case .type:
      let message = part?.isNotFinite == true ? "expected a finite number" : violation.message
      report(Diagnostic(.propertyType, "\(subject): \(message)", at: place, annotation: message))
    case .enumeration(let allowed):
      reportChoice(subject, part, allowed, violation.message, at: place)
    case .bound, .noAlternative:
      report(
        Diagnostic(
          .propertyValue, "\(subject): \(violation.message)", at: place, annotation: violation.message))
    }
  }

  private mutating func reportChoice(
    _ subject: String, _ part: ValueSyntax?, _ allowed: [JSONValue], _ message: String, at place: SourceSpan
  ) {
    var nearest: String?
    if case .scalar(let scalar)? = part {
      nearest = closest(to: scalar.text, among: allowed.compactMap(\.stringValue))
    }
    report(
      Diagnostic(
        .propertyValue, "\(subject): \(message)", at: place,
        suggesting: nearest, otherwise: message))
  }

  /// The properties that were probably meant by those that are unknown.
  private func misspeltProperties(
    _ violations: [SchemaViolation], in written: ValueSyntax
  ) -> Set<[SchemaPathElement]> {
    var meant: Set<[SchemaPathElement]> = []
    for violation in violations {
      guard case .unknown(let property, let known) = violation.reason else { continue }
      let place = Array(violation.path.dropLast())
      let present = written.part(at: place).keys
      guard let nearest = closest(to: property, among: known.filter({ !present.contains($0) })) else {
        continue
      }
      meant.insert(place + [.key(nearest)])
    }
    return meant
  }

  private mutating func reportUnknown(
    _ property: String, _ known: [String], present: [String], _ span: SourceSpan, _ component: String
  ) {
    let nearest = closest(to: property, among: known.filter { !present.contains($0) })
    report(
      Diagnostic(
        .unknownProperty, "'\(component)' has no property '\(property)'", at: span,
        suggesting: nearest,
        notes: nearest == nil ? ["its properties: \(known.joined(separator: ", "))"] : []))
  }

  /// Unknown properties below the top level are only warned about: Python ignores them, and samples have them.
  private mutating func reportUnknownNested(_ written: ValueSyntax, _ interface: ComponentInterface) {
    guard case .mapping(let entries, _) = written else { return }
    for index in entries.indices {
      guard case .mapping(let inner, _) = entries[index].value,
        let known = interface.nestedProperties[entries[index].key.text]
      else { continue }
      let entry = entries[index]
      for nested in inner where !known.contains(nested.key.text) && !nested.key.text.hasPrefix("x-") {
        let present = inner.map(\.key.text)
        let nearest = closest(to: nested.key.text, among: known.filter { !present.contains($0) })
        report(
          Diagnostic(
            .unknownNestedProperty, "'\(entry.key.text)' has no property '\(nested.key.text)'; it is ignored",
            at: nested.key.span, suggesting: nearest))
      }
    }
  }
}

extension [SchemaPathElement] {
  /// The place as people would say it: `'tags'`, `element 2 of 'tags'`.
  fileprivate var displayName: String {
    switch last {
    case nil: "'properties'"
    case .key(let key)?: "'\(key)'"
    case .index(let index)?: "element \(index + 1) of \(Array(dropLast()).displayName)"
    }
  }
}

extension ValueSyntax {
  /// The keys of a mapping.
  fileprivate var keys: [String] {
    if case .mapping(let entries, _) = self { entries.map(\.key.text) } else { [] }
  }

  /// Whether this is an infinity or no number at all, which JSON can't hold.
  fileprivate var isNotFinite: Bool {
    if case .scalar(let scalar) = self, case .float(let value) = scalar.resolved {
      !value.isFinite
    } else {
      false
    }
  }
}
