// Writes a plan as canonical JSON. The reader is PlanDecoder.swift; the two change together.
internal import CanonicalJSON
package import ComponentKit

/// The form of plan files.
package enum PlanFormat {
  /// The value of `format`.
  package static let name = "wct-plan"
  /// The value of `format_version`: raised when an older machine could misread a newer plan.
  package static let version = 1
}

/// A plan's canonical bytes and identities.
package struct EncodedPlan: Sendable {
  /// The plan file.
  package let bytes: [UInt8]
  /// The digest of what the plan means: display names do not change it.
  package let id: ContentDigest
  /// The digest of everything in the file but this digest itself.
  package let digest: ContentDigest
}

extension Plan {
  /// The canonical plan file of this plan.
  package func encoded() -> EncodedPlan {
    let id = meaningDigest()
    let body = encodedMembers(id: id)
    let digest = ContentDigest(of: Self.join(body))
    let whole = (body + [("digest", JSONWriter.bytes(of: .string(digest.description)))])
      .sorted { $0.0 < $1.0 }
    return EncodedPlan(bytes: Self.join(whole) + [0x0A], id: id, digest: digest)
  }

  /// The plan id: the digest of the framework, the configuration, and every instruction's id, key and flags.
  ///
  /// A key stands for the operation, component, properties, rulesets, schemas and inputs.
  package func meaningDigest() -> ContentDigest {
    var writer = JSONWriter()
    writer.write([
      "format_version": .integer(PlanFormat.version), "config": configuration.json,
      "framework": framework.map { .string($0) } ?? .null,
      "aliases": aliasesJSON, "environment": .array(environment.map(\.json)),
    ])
    for instruction in instructions {
      writer.write([
        .string(instruction.id.text), .string(instruction.key.description),
        .integer(Int(instruction.flags.rawValue)), instruction.timeout.map { .number($0) } ?? .null,
      ])
    }
    return ContentDigest(of: writer.bytes)
  }

  private var aliasesJSON: JSONValue {
    .object(JSONObject(aliases.map { ($0.key.text, .integer($0.value.value)) }))
  }

  /// The members of the file but `digest`, in canonical order, each already encoded.
  private func encodedMembers(id: ContentDigest) -> [(String, [UInt8])] {
    var members: [(String, JSONValue)] = [
      ("components", .array(components.map(\.json))),
      ("config", configuration.json),
      ("environment", .array(environment.map(\.json))),
      ("format", .string(PlanFormat.name)),
      ("format_version", .integer(PlanFormat.version)),
      ("plan_id", .string(id.description)),
      ("rulesets", .array(rulesets.map(\.json))),
      ("runbook", runbook.json),
    ]
    if !aliases.isEmpty { members.append(("aliases", aliasesJSON)) }
    if let framework { members.append(("framework", .string(framework))) }
    var encoded = members.map { ($0.0, JSONWriter.bytes(of: $0.1)) }
    encoded.append(("instructions", encodedInstructions()))
    return encoded.sorted { $0.0 < $1.0 }
  }

  /// One instruction a line, so that plans can be read and compared line by line.
  private func encodedInstructions() -> [UInt8] {
    var writer = JSONWriter()
    for (index, instruction) in instructions.enumerated() {
      writer.writeRaw(index == 0 ? "[".utf8 : ",".utf8)
      writer.write(instruction.json)
    }
    writer.writeRaw(instructions.isEmpty ? "[]".utf8 : "]".utf8)
    return writer.bytes
  }

  private static func join(_ members: [(String, [UInt8])]) -> [UInt8] {
    var writer = JSONWriter()
    for (index, member) in members.enumerated() {
      writer.writeRaw(index == 0 ? "{".utf8 : ",".utf8)
      writer.write(member.0)
      writer.writeRaw(":".utf8)
      writer.writeRaw(member.1)
    }
    writer.writeRaw("}".utf8)
    return writer.bytes
  }
}

extension RunbookLabel {
  var json: JSONValue {
    var object = JSONObject([("name", .string(name)), ("description", .string(description))])
    if let contact { object["contact"] = .string(contact) }
    return .object(object)
  }
}

extension RunConfiguration {
  var json: JSONValue {
    var object = JSONObject([
      ("max_concurrency", .integer(maximumConcurrency)), ("max_child_depth", .integer(maximumChildDepth)),
    ])
    if let timeout { object["timeout"] = .number(timeout) }
    if let costLimit { object["cost_limit"] = .number(costLimit) }
    return .object(object)
  }
}

extension ComponentImport {
  var json: JSONValue {
    [
      "kind": .string(kind.rawValue), "type": .string(type), "version": .string(version),
      "manifest": .string(manifest.description),
    ]
  }
}

extension RulesetConstant {
  var json: JSONValue { ["digest": .string(digest.description), "value": value] }
}

extension RequiredVariable {
  var json: JSONValue {
    ["name": .string(name), "required": .bool(isRequired), "secret": .bool(isSecret)]
  }
}

extension LateBinding {
  var json: JSONValue {
    var object = JSONObject([
      ("property", .string(pointer)), ("template", .string(template)), ("type", .string(type.rawValue)),
    ])
    if isSecret { object["secret"] = true }
    if isOverride { object["override"] = true }
    return .object(object)
  }
}

extension Instruction {
  var json: JSONValue {
    var object = JSONObject([
      ("id", .string(id.text)), ("op", .string(operation.name)),
      ("schema", .string(schema.description)), ("key", .string(key.description)),
    ])
    if !operands.isEmpty { object["inputs"] = .array(operands.map { .integer($0.value) }) }
    switch operation {
    case .extract(let call), .process(let call): call.add(to: &object)
    case .reuse(let run, let artifact, let digest):
      object["reuse"] = Operation.reuseJSON(run: run, artifact: artifact, digest: digest)
    case .execute(let run): object["execute"] = run.json
    case .constant(let content): object["content"] = .object(content)
    case .merge, .pass: break
    }
    if !flags.isEmpty { object["flags"] = .array(flags.names.map { .string($0) }) }
    if let timeout { object["timeout"] = .number(timeout) }
    if !label.isEmpty { object["label"] = label.json }
    return .object(object)
  }
}

extension Operation {
  static func reuseJSON(run: String, artifact: String, digest: ContentDigest?) -> JSONValue {
    var origin = JSONObject([("run", .string(run)), ("artifact", .string(artifact))])
    if let digest { origin["digest"] = .string(digest.description) }
    return .object(origin)
  }
}

extension ComponentCall {
  func add(to object: inout JSONObject) {
    object["component"] = .integer(component.value)
    object["properties"] = .object(properties)
    if !bindings.isEmpty { object["bindings"] = .array(bindings.map(\.json)) }
    if !rulesets.isEmpty {
      object["rulesets"] = .object(JSONObject(rulesets.map { ($0.key, .integer($0.value.value)) }))
    }
  }
}

extension ArtifactLabel {
  var json: JSONValue {
    var object = JSONObject()
    if let name { object["name"] = .string(name) }
    if let description { object["description"] = .string(description) }
    if let contact { object["contact"] = .string(contact) }
    return .object(object)
  }
}

extension Instruction.Flags {
  /// The flags' names in plan files, in a fixed order.
  static let named: [(name: String, flag: Instruction.Flags)] = [
    ("output", .output), ("optional", .optional), ("sensitive", .sensitive), ("tainted", .tainted),
  ]

  package var names: [String] { Self.named.filter { contains($0.flag) }.map(\.name) }
}
