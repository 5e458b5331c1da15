// Writes the instructions of a plan as canonical JSON. The reader is InstructionDecoder.swift; they change together.
internal import CanonicalJSON
internal import ComponentKit

extension Instruction {
  func write(to writer: inout JSONWriter) {
    var line = ObjectWriter(&writer)
    let call = operation.call
    if let call { call.writeStart(&line, &writer) }
    if case .constant(let content) = operation { line.object(content, "content", &writer) }
    if case .execute(let run) = operation {
      line.key("execute", &writer)
      run.write(to: &writer)
    }
    if !flags.isEmpty { line.array(flags.names, "flags", &writer) { $1.write($0) } }
    line.text(id.text, "id", &writer)
    if !operands.isEmpty { line.array(operands, "inputs", &writer) { $1.write($0.value) } }
    line.digest(key, "key", &writer)
    if !label.isEmpty { label.write(&line, &writer) }
    line.text(operation.name, "op", &writer)
    if let call { line.object(call.properties, "properties", &writer) }
    if case .reuse(let run, let artifact, let digest) = operation {
      line.key("reuse", &writer)
      writer.writeReuse(run: run, artifact: artifact, digest: digest)
    }
    if let call, !call.rulesets.isEmpty {
      line.object(JSONObject(call.rulesets.map { ($0.key, .integer($0.value.value)) }), "rulesets", &writer)
    }
    line.key("schema", &writer)
    writer.write(schema)
    line.number(timeout, "timeout", &writer)
    line.end(&writer)
  }
}

extension JSONWriter {
  /// Appends what the plan id covers of an instruction: id, key, flags and timeout.
  mutating func writeIdentity(of instructions: Span<Instruction>, at index: Int) {
    // An id is ASCII without quotes or backslashes.
    let id = instructions[index].id.text
    writeASCII("[\"")
    writeRaw(id.utf8Span.span)
    writeASCII("\",")
    write(instructions[index].key)
    writeASCII(",")
    write(Int(instructions[index].flags.rawValue))
    writeASCII(",")
    if let timeout = instructions[index].timeout {
      write(JSONValue.number(timeout))
    } else {
      writeASCII("null")
    }
    writeASCII("]")
  }

  /// Appends where a reused artifact comes from: what an instruction means, and what its line says.
  mutating func writeReuse(run: String, artifact: String, digest: ContentDigest?) {
    var object = ObjectWriter(&self)
    object.text(artifact, "artifact", &self)
    if let digest { object.digest(digest, "digest", &self) }
    object.text(run, "run", &self)
    object.end(&self)
  }
}

extension ComponentCall {
  fileprivate func writeStart(_ line: inout ObjectWriter, _ writer: inout JSONWriter) {
    if !bindings.isEmpty { line.array(bindings, "bindings", &writer) { $0.write(to: &$1) } }
    line.number(component.value, "component", &writer)
  }
}

extension LateBinding {
  func write(to writer: inout JSONWriter) {
    var object = ObjectWriter(&writer)
    object.flag(isOverride, "override", &writer)
    object.text(pointer, "property", &writer)
    object.flag(isSecret, "secret", &writer)
    object.text(template, "template", &writer)
    object.text(type.rawValue, "type", &writer)
    object.end(&writer)
  }
}

extension ArtifactLabel {
  fileprivate func write(_ line: inout ObjectWriter, _ writer: inout JSONWriter) {
    line.key("label", &writer)
    var object = ObjectWriter(&writer)
    object.text(contact, "contact", &writer)
    object.text(description, "description", &writer)
    object.text(name, "name", &writer)
    object.end(&writer)
  }
}

extension Instruction.Flags {
  /// The flags' names in plan files, in a fixed order, by rising value.
  static let named: [(name: String, flag: Instruction.Flags)] = [
    ("output", .output), ("optional", .optional), ("sensitive", .sensitive), ("tainted", .tainted),
  ]

  package var names: [String] { Self.named.filter { contains($0.flag) }.map(\.name) }
}
