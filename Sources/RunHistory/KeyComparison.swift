// What differs between two instructions that made, or would make, an artifact of the same name.
package import CanonicalJSON
internal import ComponentKit
package import ExecutionPlan

/// One component of a key that is not as it was.
package struct KeyChange: Sendable, Hashable {
  package let reason: DecisionReason
  /// Which one of its kind: a property's JSON Pointer, a ruleset's URI, an artifact; nil where there is one only.
  package let name: String?
  /// Nil where there was none, or where it must not be shown.
  package let before: JSONValue?
  package let after: JSONValue?

  package init(_ reason: DecisionReason, _ name: String? = nil, before: JSONValue?, after: JSONValue?) {
    self.reason = reason
    self.name = name
    self.before = before
    self.after = after
  }
}

/// An instruction of a plan, with what it read and depended on, as far as that is known.
package struct ComparedInstruction: Sendable {
  package let plan: Plan
  package let index: InstructionIndex
  /// Each operand; nil where it is not known.
  package var inputs: [ArtifactRecord?]
  package var evidence: KeyEvidence?

  package init(plan: Plan, index: InstructionIndex, inputs: [ArtifactRecord?], evidence: KeyEvidence?) {
    self.plan = plan
    self.index = index
    self.inputs = inputs
    self.evidence = evidence
  }

  fileprivate var instruction: Instruction { plan.instructions[index.value] }

  /// What the instruction itself means, whatever it reads.
  fileprivate var fields: JSONObject {
    InstructionMeaning.fields(
      of: instruction.operation, schema: instruction.schema, operandKeys: [], components: plan.components,
      rulesets: plan.rulesets)
  }

  fileprivate var operandNames: [String] {
    instruction.operands.map { plan.instructions[$0.value].id.text }
  }
}

/// Finds the components of the key that differ, the most telling first.
package struct KeyComparison: Sendable {
  package let before: ComparedInstruction
  package let after: ComparedInstruction

  package init(before: ComparedInstruction, after: ComparedInstruction) {
    self.before = before
    self.after = after
  }

  package var changes: [KeyChange] { ownChanges + environmentChanges + inputChanges }

  /// What the plans say differently of the instruction itself.
  private var ownChanges: [KeyChange] {
    let (old, new) = (before.fields, after.fields)
    var changes = [("op", DecisionReason.operationChanged), ("component", .componentChanged)]
      .compactMap { change($1, old[$0], new[$0], name: nil) }
    changes += differences(.schemaChanged, old["schema"], new["schema"], at: nil)
    changes += differences(.propertyChanged, old["properties"], new["properties"], at: "")
    for key in ["content", "reuse", "execute"] {
      changes += differences(.propertyChanged, old[key], new[key], at: "/\(key)")
    }
    changes += members(.rulesetChanged, old["rulesets"], new["rulesets"])
    return changes + bindingChanges(old["bindings"], new["bindings"])
  }

  private func change(
    _ reason: DecisionReason, _ old: JSONValue?, _ new: JSONValue?, name: String?
  ) -> KeyChange? {
    old == new ? nil : KeyChange(reason, name, before: old, after: new)
  }

  /// Goes down to the members that differ.
  private func differences(
    _ reason: DecisionReason, _ old: JSONValue?, _ new: JSONValue?, at pointer: String?
  ) -> [KeyChange] {
    if old == new { return [] }
    guard let pointer, case .object(let left)? = old, case .object(let right)? = new else {
      return [KeyChange(reason, pointer, before: old, after: new)]
    }
    var keys = left.keys
    keys += right.keys.filter { left[$0] == nil }
    return keys.flatMap { key in
      differences(reason, left[key], right[key], at: pointer + PropertyPointer(keys: [key]).text)
    }
  }

  private func members(_ reason: DecisionReason, _ old: JSONValue?, _ new: JSONValue?) -> [KeyChange] {
    let (left, right) = (old?.objectValue ?? JSONObject(), new?.objectValue ?? JSONObject())
    let keys = left.keys + right.keys.filter { left[$0] == nil }
    return keys.compactMap { change(reason, left[$0], right[$0], name: $0) }
  }

  /// How values are made from the environment: the templates, which hold no values.
  private func bindingChanges(_ old: JSONValue?, _ new: JSONValue?) -> [KeyChange] {
    let (left, right) = (Self.byPointer(old), Self.byPointer(new))
    return Set(left.keys).union(right.keys).sorted().compactMap {
      change(.valueChanged, left[$0], right[$0], name: $0)
    }
  }

  private static func byPointer(_ bindings: JSONValue?) -> [String: JSONValue] {
    var found: [String: JSONValue] = [:]
    for binding in bindings?.arrayValue ?? [] {
      found[binding.objectValue?["property"]?.stringValue ?? ""] = binding
    }
    return found
  }

  // MARK: - What the plans can't say

  private var environmentChanges: [KeyChange] {
    guard let old = before.evidence, let new = after.evidence else { return [] }
    let pointers = Set(old.values.keys).intersection(new.values.keys).sorted()
    let values = pointers.filter { old.values[$0] != new.values[$0] }.map {
      // Only that it changed: not even the digests of values are shown.
      KeyChange(.valueChanged, $0, before: nil, after: nil)
    }
    guard let oldSource = old.source, let newSource = new.source, oldSource != newSource else {
      return values
    }
    return values + [
      KeyChange(
        .sourceChanged, before: .string(oldSource.description), after: .string(newSource.description))
    ]
  }

  private var inputChanges: [KeyChange] {
    let (old, new) = (before.operandNames, after.operandNames)
    guard old == new else {
      return [
        KeyChange(
          .inputsRewired, before: .array(old.map { .string($0) }), after: .array(new.map { .string($0) }))
      ]
    }
    return zip(new, zip(before.inputs, after.inputs)).compactMap { name, records in
      guard let old = records.0, let new = records.1, !old.isEquivalent(to: new) else { return nil }
      return KeyChange(
        .inputChanged, name, before: .string(old.digest.description), after: .string(new.digest.description))
    }
  }
}
