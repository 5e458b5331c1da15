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
    let bytes = walk.bytes(of: operation, schema: schema, operandKeys)
    // Canonical JSON reads back; nesting is bounded where properties and content are read.
    return (try? JSONReader.read(bytes, maximumDepth: .max))?.objectValue ?? JSONObject()
  }

  /// The key of an operation.
  package static func key(
    of operation: Operation, schema: SchemaReference, operandKeys: [ContentDigest],
    components: [ComponentImport], rulesets: [RulesetConstant]
  ) -> ContentDigest {
    var walk = MeaningWriter(components: components, rulesets: rulesets)
    return ContentDigest(of: walk.bytes(of: operation, schema: schema, operandKeys))
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

  /// The key of an instruction, whose component, rulesets and operands are in range.
  mutating func key(of instruction: InstructionBody, in instructions: Span<Instruction>)
    -> ContentDigest
  {
    write(instruction.operation, schema: instruction.schema) { writer in
      for place in instruction.operands.indices {
        if place > 0 { writer.writeASCII(",") }
        writer.write(instructions[instruction.operands[place].value].key)
      }
    }
    return writer.withWritten { ContentDigest(of: $0) }
  }

  /// What the meanings of all instructions of one operation and schema have before and after their operands' keys.
  mutating func frame(of operation: Operation, schema: SchemaReference) -> MeaningFrame {
    var offset = 0
    write(operation, schema: schema) { offset = $0.count }
    return MeaningFrame(text: writer.bytes, keysOffset: offset)
  }

  /// The key of an instruction in its frame, whose operands are in range.
  mutating func key(
    in frame: MeaningFrame, of operands: Span<InstructionIndex>, _ instructions: Span<Instruction>
  ) -> ContentDigest {
    writer.removeAll()
    writer.writeRaw(frame.text.span.extracting(first: frame.keysOffset))
    for place in operands.indices {
      if place > 0 { writer.writeASCII(",") }
      writer.write(instructions[operands[place].value].key)
    }
    writer.writeRaw(frame.text.span.extracting(droppingFirst: frame.keysOffset))
    return writer.withWritten { ContentDigest(of: $0) }
  }

  fileprivate mutating func bytes(
    of operation: Operation, schema: SchemaReference, _ operandKeys: [ContentDigest]
  ) -> [UInt8] {
    write(operation, schema: schema) { writer in
      for (place, key) in operandKeys.enumerated() {
        if place > 0 { writer.writeASCII(",") }
        writer.write(key)
      }
    }
    return writer.bytes
  }

  /// The walk: every field of the meaning, in canonical order.
  @inline(__always)
  private mutating func write(
    _ operation: Operation, schema: SchemaReference, _ writeOperandKeys: (inout JSONWriter) -> Void
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
    writeOperandKeys(&writer)
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

/// A meaning without the keys of its operands.
struct MeaningFrame {
  /// The meaning of no operands.
  fileprivate var text: [UInt8] = []
  /// Where their keys stand.
  fileprivate var keysOffset = 0
}
