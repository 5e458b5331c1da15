// A plan as it is listed: which of it is shown, what else its artifacts are called, which of them are the same.
internal import CanonicalJSON
package import ComponentKit
package import ExecutionPlan
package import PlanSelection

/// A plan whose operands, components and rulesets are there (``Plan/checkConsistency()``), and what is shown of it.
package struct ListedPlan: Sendable {
  package let plan: Plan
  package let id: ContentDigest
  package let digest: ContentDigest
  /// Where the runbook writes each artifact, where that is known.
  package let sourceMap: SourceMap?
  /// Whether contents that are marked sensitive are shown.
  package let showsSensitive: Bool
  package private(set) var shown: SelectedArtifacts
  /// For each instruction the first one that has the same key; nil for the first itself.
  let sameAs: [Int?]
  /// Other names by instruction, sorted.
  let aliases: [Int: [String]]

  package init(
    _ plan: Plan, id: ContentDigest, digest: ContentDigest, sourceMap: SourceMap?,
    showsSensitive: Bool = false
  ) {
    self.plan = plan
    self.id = id
    self.digest = digest
    self.sourceMap = sourceMap
    self.showsSensitive = showsSensitive
    shown = SelectedArtifacts(repeating: true, count: plan.instructions.count)
    sameAs = Self.duplicates(in: plan)
    var aliases: [Int: [String]] = [:]
    for (alias, target) in plan.aliases { aliases[target.value, default: []].append(alias.text) }
    self.aliases = aliases.mapValues { $0.sorted() }
  }

  /// The plan with only these artifacts shown; numbers stay those of the whole plan.
  package func showing(_ artifacts: SelectedArtifacts) -> ListedPlan {
    var listed = self
    listed.shown = artifacts
    return listed
  }

  /// The numbers of the instructions that are shown.
  var indices: [Int] { plan.instructions.indices.filter { shown.contains($0) } }

  private static func duplicates(in plan: Plan) -> [Int?] {
    var first: [ContentDigest: Int] = [:]
    first.reserveCapacity(plan.instructions.count)
    return plan.instructions.enumerated().map { index, instruction in
      if let earlier = first[instruction.key] { return earlier }
      first[instruction.key] = index
      return nil
    }
  }

  /// The component that an instruction calls.
  func component(of instruction: Instruction) -> ComponentImport? {
    instruction.operation.call.flatMap { call in
      plan.components.indices.contains(call.component.value) ? plan.components[call.component.value] : nil
    }
  }

  /// What stands in place of a content that is marked sensitive.
  static let redacted = "[REDACTED]"

  /// The fields that go into an instruction's key; a content that is marked sensitive is not among what is shown.
  func meaning(of index: Int) -> JSONObject {
    let instruction = plan.instructions[index]
    var fields = InstructionMeaning.fields(
      of: instruction.operation, schema: instruction.schema,
      operandKeys: instruction.operands.map { plan.instructions[$0.value].key },
      components: plan.components, rulesets: plan.rulesets)
    if instruction.flags.contains(.sensitive), !showsSensitive, fields["content"] != nil {
      fields["content"] = .string(Self.redacted)
    }
    return fields
  }
}
