// Reads one instruction of a plan file: structure only.
internal import CanonicalJSON
internal import ComponentKit

extension Instruction {
  static func decode(_ value: JSONValue, _ pointer: String) throws(PlanError) -> Instruction {
    var fields = try PlanFields(value, at: pointer)
    let instruction = Instruction(
      id: try artifactID(&fields), operation: try operation(&fields), operands: try operands(&fields),
      schema: try schema(&fields), flags: try flags(&fields), timeout: try fields.optionalPositive("timeout"),
      label: try label(&fields), key: try Plan.digest(&fields, "key"))
    try fields.finish()
    return instruction
  }

  private static func artifactID(_ fields: inout PlanFields) throws(PlanError) -> ArtifactID {
    guard let id = ArtifactID(try fields.string("id")) else {
      throw PlanError(.structure, "not an artifact id", at: "\(fields.pointer)/id")
    }
    return id
  }

  private static func schema(_ fields: inout PlanFields) throws(PlanError) -> SchemaReference {
    guard let schema = SchemaReference(parsing: try fields.string("schema")) else {
      throw PlanError(.structure, "not a schema reference", at: "\(fields.pointer)/schema")
    }
    return schema
  }

  private static func operands(_ fields: inout PlanFields) throws(PlanError) -> [InstructionIndex] {
    var operands: [InstructionIndex] = []
    for value in try fields.array("inputs") {
      guard let index = value.integerValue else {
        throw PlanError(
          .structure, "expected an instruction's number, found \(value.typeName)",
          at: "\(fields.pointer)/inputs")
      }
      operands.append(InstructionIndex(index))
    }
    return operands
  }

  private static func flags(_ fields: inout PlanFields) throws(PlanError) -> Flags {
    var flags: Flags = []
    for value in try fields.array("flags") {
      guard let flag = Flags.named.first(where: { .string($0.name) == value }) else {
        throw PlanError(.structure, "unknown flag \(value.canonicalText)", at: "\(fields.pointer)/flags")
      }
      flags.insert(flag.flag)
    }
    return flags
  }

  private static func label(_ fields: inout PlanFields) throws(PlanError) -> ArtifactLabel {
    guard let value = fields.optional("label") else { return ArtifactLabel() }
    var inner = try PlanFields(value, at: "\(fields.pointer)/label")
    let label = ArtifactLabel(
      name: try inner.optionalString("name"), description: try inner.optionalString("description"),
      contact: try inner.optionalString("contact"))
    try inner.finish()
    return label
  }

  private static func operation(_ fields: inout PlanFields) throws(PlanError) -> Operation {
    let name = try fields.string("op")
    switch name {
    case "extract": return .extract(try call(&fields))
    case "process": return .process(try call(&fields))
    case "merge": return .merge
    case "pass": return .pass
    case "constant": return .constant(try fields.object("content"))
    case "reuse":
      var inner = try PlanFields(try fields.value("reuse"), at: "\(fields.pointer)/reuse")
      let operation = Operation.reuse(
        run: try inner.string("run"), artifact: try inner.string("artifact"),
        digest: try Plan.optionalDigest(&inner, "digest"))
      try inner.finish()
      return operation
    case "execute":
      return .execute(try NestedRun.decode(try fields.value("execute"), "\(fields.pointer)/execute"))
    default: throw PlanError(.structure, "unknown operation '\(name)'", at: "\(fields.pointer)/op")
    }
  }

  private static func call(_ fields: inout PlanFields) throws(PlanError) -> ComponentCall {
    var call = ComponentCall(
      component: ComponentIndex(try fields.integer("component")), properties: try fields.object("properties"))
    for (index, value) in try fields.array("bindings").enumerated() {
      call.bindings.append(try binding(value, "\(fields.pointer)/bindings/\(index)"))
    }
    guard let rulesets = fields.optional("rulesets") else { return call }
    guard let members = rulesets.objectValue?.members else {
      throw PlanError(.structure, "expected an object", at: "\(fields.pointer)/rulesets")
    }
    for member in members {
      guard let index = member.value.integerValue else {
        throw PlanError(.structure, "expected a ruleset's number", at: "\(fields.pointer)/rulesets")
      }
      call.rulesets[member.key] = RulesetIndex(index)
    }
    return call
  }

  private static func binding(_ value: JSONValue, _ pointer: String) throws(PlanError) -> LateBinding {
    var fields = try PlanFields(value, at: pointer)
    let name = try fields.string("type")
    guard let type = LateBinding.ValueType(rawValue: name) else {
      throw PlanError(.structure, "unknown value type '\(name)'", at: "\(pointer)/type")
    }
    let binding = LateBinding(
      pointer: try fields.string("property"), template: try fields.string("template"), type: type,
      isSecret: try fields.flag("secret"), isOverride: try fields.flag("override"))
    try fields.finish()
    return binding
  }
}
