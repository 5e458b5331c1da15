// A plan as JSON for programs: what the listing shows, and what goes into each key.
internal import CanonicalJSON
internal import ComponentKit
internal import ExecutionPlan

/// The listing as one object of canonical JSON (docs/show.schema.json).
package struct PlanListingJSON {
  /// The value of `format`.
  package static let format = "wct-show"
  /// Raised when something is taken away or means something else.
  package static let formatVersion = 1

  private let listed: ListedPlan
  private var plan: Plan { listed.plan }

  package init(_ listed: ListedPlan) { self.listed = listed }

  /// Writes the members in their canonical order, one instruction at a time.
  package func write(to sink: inout ListingSink) {
    var members: [(String, JSONValue?)] = [
      ("aliases", aliases), ("components", .array(components)), ("config", configuration),
      ("digest", .string(listed.digest.description)), ("environment", .array(environment)),
      ("format", .string(Self.format)), ("format_version", .integer(Self.formatVersion)),
      ("framework", text(plan.framework)), ("instruction_count", .integer(plan.instructions.count)),
      ("instructions", nil), ("outputs", .array(outputs)), ("plan_id", .string(listed.id.description)),
      ("rulesets", .array(rulesets)), ("runbook", runbook),
    ]
    members.sort { JSONObject.isOrdered($0.0, before: $1.0) }
    for (position, member) in members.enumerated() {
      sink.write(Array(position == 0 ? "{".utf8 : ",".utf8))
      sink.write(JSONWriter.bytes(of: .string(member.0)) + Array(":".utf8))
      if let value = member.1 {
        sink.write(JSONWriter.bytes(of: value))
      } else {
        writeInstructions(to: &sink)
      }
    }
    sink.line("}")
  }

  private func writeInstructions(to sink: inout ListingSink) {
    sink.write(Array("[".utf8))
    for (position, index) in listed.indices.enumerated() where sink.isOpen {
      if position > 0 { sink.write(Array(",".utf8)) }
      sink.write(JSONWriter.bytes(of: instruction(index)))
    }
    sink.write(Array("]".utf8))
  }

  // MARK: - One instruction

  private func instruction(_ index: Int) -> JSONValue {
    let instruction = plan.instructions[index]
    return [
      "number": .integer(index), "id": .string(instruction.id.text),
      "aliases": .array((listed.aliases[index] ?? []).map { .string($0) }),
      "op": .string(instruction.operation.name), "component": component(of: instruction),
      "inputs": .array(instruction.operands.map { .integer($0.value) }),
      "schema": .string(instruction.schema.description),
      "flags": .array(instruction.flags.names.map { .string($0) }),
      "timeout": number(instruction.timeout), "label": label(instruction.label),
      "key": .string(instruction.key.description),
      "same_as": listed.sameAs[index].map { .integer($0) } ?? .null,
      "source": places(of: instruction.id), "meaning": .object(listed.meaning(of: index)),
    ]
  }

  private func component(of instruction: Instruction) -> JSONValue {
    listed.component(of: instruction).map { component in
      [
        "kind": .string(component.kind.rawValue), "type": .string(component.type),
        "version": .string(component.version),
      ]
    } ?? .null
  }

  private func label(_ label: ArtifactLabel) -> JSONValue {
    ["name": text(label.name), "description": text(label.description), "contact": text(label.contact)]
  }

  /// The artifact's own place, then the uses of child runbooks that led there, inner ones first.
  private func places(of artifact: ArtifactID) -> JSONValue {
    guard let map = listed.sourceMap else { return .array([]) }
    return .array(
      (map.places[artifact] ?? []).filter { map.sources.indices.contains($0.source) }.map { place in
        [
          "file": .string(map.sources[place.source]), "line": .integer(place.line),
          "column": .integer(place.column),
        ]
      })
  }

  // MARK: - The plan

  private var aliases: JSONValue {
    .object(JSONObject(plan.aliases.map { ($0.key.text, .integer($0.value.value)) }))
  }

  private var components: [JSONValue] {
    plan.components.map { component in
      [
        "kind": .string(component.kind.rawValue), "type": .string(component.type),
        "version": .string(component.version), "interface": .string(component.manifest.description),
      ]
    }
  }

  private var configuration: JSONValue {
    [
      "max_concurrency": .integer(plan.configuration.maximumConcurrency),
      "max_child_depth": .integer(plan.configuration.maximumChildDepth),
      "timeout": number(plan.configuration.timeout), "cost_limit": number(plan.configuration.costLimit),
    ]
  }

  private var environment: [JSONValue] {
    plan.environment.map { variable in
      [
        "name": .string(variable.name), "required": .bool(variable.isRequired),
        "secret": .bool(variable.isSecret),
      ]
    }
  }

  private var outputs: [JSONValue] {
    plan.instructions.indices.filter { plan.instructions[$0].flags.contains(.output) }.map { .integer($0) }
  }

  private var rulesets: [JSONValue] {
    plan.rulesets.map { ruleset in
      [
        "digest": .string(ruleset.digest.description),
        "name": text(ruleset.value.objectValue?["name"]?.stringValue),
        "version": text(ruleset.value.objectValue?["version"]?.stringValue),
      ]
    }
  }

  private var runbook: JSONValue {
    [
      "name": .string(plan.runbook.name), "description": .string(plan.runbook.description),
      "contact": text(plan.runbook.contact),
    ]
  }

  private func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
  private func number(_ value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }
}
