// Reads a plan file: structure only. Whether the plan means anything is PlanVerifier's to say.
internal import CanonicalJSON
package import ComponentKit

/// A plan read from untrusted bytes, with the identities that the file claims.
package struct DecodedPlan: Sendable {
  package let plan: Plan
  package let id: ContentDigest
  package let digest: ContentDigest
}

extension Plan {
  /// Reads a plan file and checks that it is exactly what the compiler wrote.
  ///
  /// - Throws: ``PlanError`` with the JSON Pointer of the fault.
  package static func decode(_ bytes: [UInt8]) throws(PlanError) -> DecodedPlan {
    let value: JSONValue
    do {
      value = try JSONReader.read(bytes)
    } catch {
      throw PlanError(.notJSON, "not a plan: \(error)", hint: "compile the runbook again")
    }
    var fields = try PlanFields(value, at: "")
    try checkFormat(&fields)
    let decoded = DecodedPlan(
      plan: try decodeBody(&fields), id: try digest(&fields, "plan_id"), digest: try digest(&fields, "digest")
    )
    try fields.finish()
    try checkUnaltered(decoded, bytes)
    return decoded
  }

  private static func checkFormat(_ fields: inout PlanFields) throws(PlanError) {
    guard fields.optional("format") == .string(PlanFormat.name) else {
      throw PlanError(.structure, "not a plan: the field 'format' is not '\(PlanFormat.name)'")
    }
    let version = try fields.integer("format_version")
    guard version == PlanFormat.version else {
      let advice = version > PlanFormat.version ? "use a newer wct-exec" : "compile the runbook again"
      throw PlanError(
        .format, "the plan has format version \(version), this machine reads version \(PlanFormat.version)",
        at: "/format_version", hint: advice)
    }
  }

  /// The file must be the canonical encoding of what it says, digests included.
  private static func checkUnaltered(_ decoded: DecodedPlan, _ bytes: [UInt8]) throws(PlanError) {
    let hint = "compile the runbook again"
    let encoded = decoded.plan.encoded()
    guard encoded.id == decoded.id else {
      throw PlanError(
        .altered, "the plan id does not match the plan: it was altered", at: "/plan_id", hint: hint)
    }
    guard encoded.digest == decoded.digest, encoded.bytes == bytes else {
      throw PlanError(.altered, "the file was altered after it was compiled", at: "/digest", hint: hint)
    }
  }

  private static func decodeBody(_ fields: inout PlanFields) throws(PlanError) -> Plan {
    var plan = Plan(runbook: try label(try fields.value("runbook")))
    plan.framework = try fields.optionalString("framework")
    plan.configuration = try configuration(try fields.value("config"))
    plan.components = try decodeAll(try fields.array("components"), at: "/components", component)
    plan.rulesets = try decodeAll(try fields.array("rulesets"), at: "/rulesets", ruleset)
    plan.environment = try decodeAll(try fields.array("environment"), at: "/environment", variable)
    plan.instructions = try decodeAll(
      try fields.array("instructions"), at: "/instructions", Instruction.decode)
    plan.aliases = try aliases(fields.optional("aliases"))
    return plan
  }

  private static func decodeAll<Element>(
    _ values: [JSONValue], at pointer: String,
    _ decode: (JSONValue, String) throws(PlanError) -> Element
  ) throws(PlanError) -> [Element] {
    var elements: [Element] = []
    elements.reserveCapacity(values.count)
    for (index, value) in values.enumerated() { elements.append(try decode(value, "\(pointer)/\(index)")) }
    return elements
  }

  static func digest(_ fields: inout PlanFields, _ name: String) throws(PlanError) -> ContentDigest {
    let text = try fields.string(name)
    guard let digest = ContentDigest(parsing: text) else {
      throw PlanError(.structure, "expected 'sha256:' and 64 hex digits", at: "\(fields.pointer)/\(name)")
    }
    return digest
  }

  static func optionalDigest(
    _ fields: inout PlanFields, _ name: String
  ) throws(PlanError) -> ContentDigest? {
    guard let value = fields.optional(name) else { return nil }
    guard let digest = value.stringValue.flatMap({ ContentDigest(parsing: $0) }) else {
      throw PlanError(.structure, "expected 'sha256:' and 64 hex digits", at: "\(fields.pointer)/\(name)")
    }
    return digest
  }

  private static func label(_ value: JSONValue) throws(PlanError) -> RunbookLabel {
    var fields = try PlanFields(value, at: "/runbook")
    let label = RunbookLabel(
      name: try fields.string("name"), description: try fields.string("description"),
      contact: try fields.optionalString("contact"))
    try fields.finish()
    return label
  }

  private static func configuration(_ value: JSONValue) throws(PlanError) -> RunConfiguration {
    var fields = try PlanFields(value, at: "/config")
    let configuration = RunConfiguration(
      timeout: try fields.optionalPositive("timeout"),
      maximumConcurrency: try fields.integer("max_concurrency"),
      maximumChildDepth: try fields.integer("max_child_depth"),
      costLimit: try fields.optionalPositive("cost_limit"))
    try fields.finish()
    return configuration
  }

  private static func component(_ value: JSONValue, _ pointer: String) throws(PlanError) -> ComponentImport {
    var fields = try PlanFields(value, at: pointer)
    let name = try fields.string("kind")
    guard let kind = ComponentKind(rawValue: name) else {
      throw PlanError(.structure, "unknown component kind '\(name)'", at: "\(pointer)/kind")
    }
    let component = ComponentImport(
      kind: kind, type: try fields.string("type"), version: try fields.string("version"),
      manifest: try digest(&fields, "manifest"))
    try fields.finish()
    return component
  }

  private static func ruleset(_ value: JSONValue, _ pointer: String) throws(PlanError) -> RulesetConstant {
    var fields = try PlanFields(value, at: pointer)
    let constant = RulesetConstant(try fields.value("value"))
    guard try digest(&fields, "digest") == constant.digest else {
      throw PlanError(.altered, "the ruleset's digest does not match its rules", at: "\(pointer)/digest")
    }
    try fields.finish()
    return constant
  }

  private static func variable(_ value: JSONValue, _ pointer: String) throws(PlanError) -> RequiredVariable {
    var fields = try PlanFields(value, at: pointer)
    let variable = RequiredVariable(
      name: try fields.string("name"), isRequired: try fields.bool("required"),
      isSecret: try fields.bool("secret"))
    try fields.finish()
    return variable
  }

  private static func aliases(_ value: JSONValue?) throws(PlanError) -> [ArtifactID: InstructionIndex] {
    guard let value else { return [:] }
    guard let object = value.objectValue else {
      throw PlanError(.structure, "expected an object, found \(value.typeName)", at: "/aliases")
    }
    var aliases: [ArtifactID: InstructionIndex] = [:]
    for member in object.members {
      guard let id = ArtifactID(member.key), let index = member.value.integerValue else {
        throw PlanError(.structure, "an alias is an artifact id and an instruction's number", at: "/aliases")
      }
      aliases[id] = InstructionIndex(index)
    }
    return aliases
  }
}
