// What an instruction means, and its key: one walk, read by people and by the digest.
package import CanonicalJSON
package import ComponentKit

/// The meaning of an instruction: everything that decides what it writes, and nothing else.
///
/// The key is the digest of this object's canonical bytes, so an explanation and a key can't drift apart.
package enum InstructionMeaning {
  /// The fields of an operation's meaning, given the keys of its operands.
  package static func fields(
    of operation: Operation, schema: SchemaReference, operandKeys: [ContentDigest],
    components: [ComponentImport], rulesets: [RulesetConstant]
  ) -> JSONObject {
    var fields = JSONObject([
      ("op", .string(operation.name)),
      ("schema", .string(schema.description)),
      ("inputs", .array(operandKeys.map { .string($0.description) })),
    ])
    switch operation {
    case .extract(let call), .process(let call):
      add(call, components: components, rulesets: rulesets, to: &fields)
    case .reuse(let run, let artifact, let digest):
      fields["reuse"] = Operation.reuseJSON(run: run, artifact: artifact, digest: digest)
    case .execute(let run): fields["execute"] = run.json
    case .constant(let content):
      fields["content"] = .object(content)
    case .merge, .pass: break
    }
    return fields
  }

  /// The key of an operation.
  package static func key(
    of operation: Operation, schema: SchemaReference, operandKeys: [ContentDigest],
    components: [ComponentImport], rulesets: [RulesetConstant]
  ) -> ContentDigest {
    let fields = fields(
      of: operation, schema: schema, operandKeys: operandKeys, components: components, rulesets: rulesets)
    return ContentDigest(of: JSONWriter.bytes(of: .object(fields)))
  }

  private static func add(
    _ call: ComponentCall, components: [ComponentImport], rulesets: [RulesetConstant],
    to fields: inout JSONObject
  ) {
    let component = components[call.component.value]
    fields["component"] = .string("\(component.kind.rawValue):\(component.type)/\(component.version)")
    fields["properties"] = .object(call.properties)
    if !call.bindings.isEmpty { fields["bindings"] = .array(call.bindings.map(\.json)) }
    if !call.rulesets.isEmpty {
      fields["rulesets"] = .object(
        JSONObject(call.rulesets.map { ($0.key, .string(rulesets[$0.value.value].digest.description)) }))
    }
  }
}
