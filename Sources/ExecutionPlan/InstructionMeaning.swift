// What an instruction means, and its key: one walk, read by people and by the digest.
package import CanonicalJSON
package import ComponentKit

/// The meaning of an instruction: everything that decides what it writes, and nothing else.
///
/// One walk writes it as canonical JSON. The key is the digest of those bytes and the explanation is read from them,
/// so the two can't drift apart.
package enum InstructionMeaning {
  /// The fields of an operation's meaning, given the keys of its operands.
  package static func fields(
    of operation: Operation, schema: SchemaReference, operandKeys: [ContentDigest],
    components: [ComponentImport], rulesets: [RulesetConstant]
  ) -> JSONObject {
    var walk = MeaningWriter(components: components, rulesets: rulesets)
    let bytes = walk.bytes(of: operation, schema: schema) { operandKeys }
    // Canonical JSON reads back; nesting is bounded where properties and content are read.
    return (try? JSONReader.read(bytes, maximumDepth: .max))?.objectValue ?? JSONObject()
  }

  /// The key of an operation.
  package static func key(
    of operation: Operation, schema: SchemaReference, operandKeys: [ContentDigest],
    components: [ComponentImport], rulesets: [RulesetConstant]
  ) -> ContentDigest {
    var walk = MeaningWriter(components: components, rulesets: rulesets)
    return ContentDigest(of: walk.bytes(of: operation, schema: schema) { operandKeys })
  }
}

/// Writes the meanings of one plan's instructions, one after the other, into one buffer.
struct MeaningWriter {
  private let rulesets: [ContentDigest]
  /// `kind:type/version` of each component.
  private let components: [String]
  private var writer = JSONWriter()

  init(components: [ComponentImport], rulesets: [RulesetConstant]) {
    self.components = components.map { "\($0.kind.rawValue):\($0.type)/\($0.version)" }
    self.rulesets = rulesets.map(\.digest)
  }

  /// The key of an operation, whose component and rulesets are in range.
  mutating func key<Keys: Sequence<ContentDigest>>(
    of operation: Operation, schema: SchemaReference, operandKeys: () -> Keys
  ) -> ContentDigest {
    write(operation, schema: schema, operandKeys: operandKeys)
    return ContentDigest(of: writer.bytes.span)
  }

  fileprivate mutating func bytes(
    of operation: Operation, schema: SchemaReference, operandKeys: () -> [ContentDigest]
  ) -> [UInt8] {
    write(operation, schema: schema, operandKeys: operandKeys)
    return writer.bytes
  }

  /// The walk: every field of the meaning, in canonical order.
  private mutating func write<Keys: Sequence<ContentDigest>>(
    _ operation: Operation, schema: SchemaReference, operandKeys: () -> Keys
  ) {
    writer.removeAll()
    var object = ObjectWriter(&writer)
    let call = operation.call
    if let call { writeComponent(of: call, &object) }
    if case .constant(let content) = operation { object.object(content, "content", &writer) }
    if case .execute(let run) = operation {
      object.key("execute", &writer)
      run.write(to: &writer)
    }
    object.key("inputs", &writer)
    writer.writeASCII("[")
    for (index, key) in operandKeys().enumerated() {
      if index > 0 { writer.writeASCII(",") }
      writer.write(key)
    }
    writer.writeASCII("]")
    object.text(operation.name, "op", &writer)
    if let call { object.object(call.properties, "properties", &writer) }
    if case .reuse(let run, let artifact, let digest) = operation {
      object.key("reuse", &writer)
      writer.writeReuse(run: run, artifact: artifact, digest: digest)
    }
    if let call, !call.rulesets.isEmpty { writeRulesets(of: call, &object) }
    object.key("schema", &writer)
    writer.write(schema)
    object.end(&writer)
  }

  private mutating func writeComponent(of call: ComponentCall, _ object: inout ObjectWriter) {
    if !call.bindings.isEmpty {
      object.array(call.bindings, "bindings", &writer) { $0.write(to: &$1) }
    }
    object.text(components[call.component.value], "component", &writer)
  }

  private mutating func writeRulesets(of call: ComponentCall, _ object: inout ObjectWriter) {
    let digests = call.rulesets.map { ($0.key, JSONValue.string(rulesets[$0.value.value].description)) }
    object.object(JSONObject(digests), "rulesets", &writer)
  }
}
