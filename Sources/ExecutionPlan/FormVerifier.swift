// Checks what an instruction's operation and schema mean by themselves, whatever its operands are.
internal import CanonicalJSON
internal import ComponentKit

/// A component with its property schema, compiled once for all its calls.
struct ComponentInterface {
  let manifest: ComponentManifest
  let properties: JSONSchema
  /// Where properties name rulesets that travel in the plan.
  let rulesetPlaces: [[String]]

  init(_ manifest: ComponentManifest) throws(JSONSchemaError) {
    self.manifest = manifest
    properties = try JSONSchema(manifest.propertySchema)
    rulesetPlaces = Self.rulesetPlaces(in: properties.source.objectValue, below: [])
  }

  private static func rulesetPlaces(in schema: JSONObject?, below path: [String]) -> [[String]] {
    (schema?["properties"]?.objectValue?.members ?? []).flatMap { member -> [[String]] in
      let (property, place) = (member.value.objectValue, path + [member.key])
      let isRuleset = property?["format"] == "ruleset" && property?["x-ruleset-kind"] != nil
      return isRuleset ? [place] : rulesetPlaces(in: property, below: place)
    }
  }

  /// Whether the schema marks a property, or something that it lies in, as `writeOnly`.
  func isSecret(_ place: PropertyPointer) -> Bool {
    var schema = properties.source.objectValue
    for key in place.keys {
      // Beside a list's `items` there are no `properties`: each key is looked for where it can be.
      schema = (schema?["properties"]?.objectValue?[key] ?? schema?["items"])?.objectValue
      if schema?["writeOnly"] == true { return true }
    }
    return false
  }
}

/// Checks the forms of one plan's instructions; places are inside the instruction.
struct FormVerifier {
  private let interfaces: [ComponentInterface]
  private let catalog: ComponentCatalog
  private let references: InstructionReferences
  /// The variables that the plan says it reads.
  private let variables: Set<String>
  private let maximumChildDepth: Int
  /// The schema that was found last: most instructions of a plan have that of the one before.
  private var knownSchema: SchemaReference?

  init(_ plan: Plan, _ interfaces: [ComponentInterface], _ catalog: ComponentCatalog) {
    self.interfaces = interfaces
    self.catalog = catalog
    references = InstructionReferences(of: plan)
    variables = Set(plan.environment.map(\.name))
    maximumChildDepth = max(1, plan.configuration.maximumChildDepth)
  }

  /// What the operation names is there, and it may have these properties, content and schema.
  mutating func check(_ operation: Operation, _ schema: SchemaReference) throws(PlanError) {
    try references.check(operation)
    if knownSchema != schema {
      guard catalog.schemas[schema] != nil else {
        throw PlanError(.component, "unknown schema '\(schema)'", at: "/schema")
      }
      knownSchema = schema
    }
    switch operation {
    case .extract(let call), .process(let call): try checkCall(call, operation.kind, schema)
    case .constant(let content): try checkConstant(content, schema)
    case .execute(let run): try checkNestedRun(run)
    case .merge, .pass, .reuse: break
    }
  }

  private func checkConstant(_ content: JSONObject, _ schema: SchemaReference) throws(PlanError) {
    let violations = catalog.schemas[schema]?.schema.violations(of: .object(content)) ?? []
    if let violation = violations.first {
      throw PlanError(.meaning, "\(violation.message)", at: "/content\(violation.pointer)")
    }
  }

  /// What is executed is no deeper than the configuration allows.
  private func checkNestedRun(_ run: NestedRun) throws(PlanError) {
    guard (0..<maximumChildDepth).contains(run.maximumDepth) else {
      let expected = "expected 0 to \(maximumChildDepth - 1), found \(run.maximumDepth)"
      throw PlanError(.meaning, expected, at: "/execute/max_depth")
    }
  }

  /// The component is of the operation's kind, gives what the instruction says, and takes its properties.
  private func checkCall(
    _ call: ComponentCall, _ operation: OperationKind, _ schema: SchemaReference
  ) throws(PlanError) {
    let manifest = interfaces[call.component.value].manifest
    let kind: ComponentKind = operation == .extract ? .connector : .processor
    guard manifest.kind == kind else {
      throw PlanError(.meaning, "'\(manifest.type)' is not a \(kind.rawValue)", at: "/component")
    }
    guard manifest.outputs.contains(schema) else {
      throw PlanError(.meaning, "'\(manifest.type)' does not produce '\(schema)'", at: "/schema")
    }
    try checkProperties(call)
    try checkRulesets(call)
    try checkBindings(call)
  }
}

extension FormVerifier {
  /// Properties must fit the component's schema; what is bound later may be missing until then.
  private func checkProperties(_ call: ComponentCall) throws(PlanError) {
    let bound = Set(call.bindings.map(\.pointer))
    let schema = interfaces[call.component.value].properties
    for violation in schema.violations(of: .object(call.properties)) {
      // The place that a list keeps for an element.
      if case .index? = violation.path.last,
        call.bindings.contains(where: { !$0.isOverride && $0.pointer == violation.pointer })
      {
        continue
      }
      switch violation.reason {
      case .missing(let property) where bound.contains("\(violation.pointer)/\(property)"): continue
      case .unknown where violation.path.count > 1: continue
      default: throw PlanError(.meaning, violation.message, at: "/properties\(violation.pointer)")
      }
    }
    // Hardly any value is one: most properties need not be looked up again.
    if call.properties.holdsBigInteger,
      let place = schema.source.placeOfOversizedInteger(in: .object(call.properties))
    {
      throw PlanError(.meaning, "a whole number beyond 64 bits", at: "/properties\(place)")
    }
  }

  /// What a property names must travel in the plan: a machine looks nowhere else.
  private func checkRulesets(_ call: ComponentCall) throws(PlanError) {
    for place in interfaces[call.component.value].rulesetPlaces {
      var value: JSONValue? = .object(call.properties)
      for key in place { value = value?.objectValue?[key] }
      guard let uri = value?.stringValue, call.rulesets[uri] == nil else { continue }
      throw PlanError(
        .meaning, "the ruleset '\(uri)' is not in the plan", at: "/rulesets",
        hint: "compile the runbook again")
    }
  }

  private func checkBindings(_ call: ComponentCall) throws(PlanError) {
    for (index, binding) in call.bindings.enumerated() {
      let earlier = call.bindings[..<index]
      if earlier.contains(where: { $0.pointer == binding.pointer && $0.isOverride == binding.isOverride }) {
        throw PlanError(.meaning, "'\(binding.pointer)' is bound twice", at: "/bindings")
      }
      guard let place = PropertyPointer(binding.pointer) else {
        throw PlanError(.meaning, "not a property: '\(binding.pointer)'", at: "/bindings")
      }
      guard place.hasPlace(in: call.properties) else {
        throw PlanError(
          .meaning, "'\(binding.pointer)' is an element that the list does not have", at: "/bindings")
      }
      // Only what is marked is kept out of messages, so a plan may not leave the mark out.
      if !binding.isSecret, interfaces[call.component.value].isSecret(place) {
        throw PlanError(
          .meaning, "'\(binding.pointer)' is a secret and not marked as one", at: "/bindings")
      }
      try checkVariables(of: binding)
    }
  }

  /// Every variable that a binding reads is declared, so that a reviewer sees all of them in one place.
  private func checkVariables(of binding: LateBinding) throws(PlanError) {
    guard let template = SubstitutionTemplate(binding.template) else {
      throw PlanError(.meaning, "malformed substitution", at: "/bindings")
    }
    if let name = template.variables.first(where: { !variables.contains($0.name) })?.name {
      throw PlanError(.meaning, "the variable '\(name)' is not declared", at: "/bindings")
    }
  }
}
