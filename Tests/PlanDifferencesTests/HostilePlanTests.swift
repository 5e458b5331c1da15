// Plans that no compiler writes: they are compared or refused, and whatever is shown of them can do no harm.
import CanonicalJSON
import ComponentKit
import ExecutionPlan
import PlanDifferences
import TestSupport
import Testing

struct HostilePlanTests {
  private static let bases: [Plan] = [
    "inputs_added", "sensitive_flow_to_model", "moved_child", "ruleset_rules",
  ]
  .flatMap { name in
    ["a.yaml", "b.yaml"].compactMap { try? DifferenceTrial.plan(FixtureFile("diff/\(name)/\($0)")).plan }
  }

  private static let texts = [
    "\u{0}", "\u{202E}evil", "\u{1B}[31m", "`", "```", "</details>", "<script>", "@everyone", "|", "a\nb", "",
    String(repeating: "x", count: 5000), "e\u{301}", "é", "~/~0",
  ]

  @Test(arguments: 0..<400) func isComparedOrRefused(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed) &+ 77)
    #expect(Self.bases.count == 8)
    let plans = try (0..<2).compactMap { _ -> ComparablePlan? in
      var plan = try #require(Self.bases.randomElement(using: &generator))
      for _ in 0..<Int.random(in: 0...6, using: &generator) { mutate(&plan, &generator) }
      // What the decoder refuses is not looked at further.
      guard let decoded = try? Plan.decode(plan.encoded().bytes) else { return nil }
      return try? ComparablePlan(decoded, name: Self.texts.randomElement(using: &generator) ?? "")
    }
    guard plans.count == 2 else { return }
    for (old, new) in [(plans[0], plans[1]), (plans[1], plans[0])] {
      let comparison = PlanComparison(old, new, catalog: DifferenceCatalog.catalog)
      _ = comparison.selectionStates()
      try expectHarmless(comparison.difference())
    }
  }

  private func expectHarmless(_ difference: PlanDifference) throws {
    let text = TextDifferenceRenderer(isColoured: false).render(difference)
    let page = HTMLDifferenceRenderer.render(difference)
    let comment = MarkdownDifferenceRenderer(limit: 4000).render(difference)
    _ = try JSONReader.read(JSONDifferenceRenderer.render(difference))
    for shown in [text, page, comment] {
      #expect(!shown.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" || $0 == "\u{0}" })
    }
    #expect(!page.contains("<script") && comment.utf16.count <= 4000)
    // A folded part that something closes early would let the rest out.
    #expect(comment.ranges(of: "<details>").count == comment.ranges(of: "\n</details>\n").count)
  }

  private func mutate(_ plan: inout Plan, _ generator: inout SeededGenerator) {
    let text = Self.texts.randomElement(using: &generator) ?? ""
    guard !plan.instructions.isEmpty else { return }
    let index = Int.random(in: plan.instructions.indices, using: &generator)
    switch Int.random(in: 0..<14, using: &generator) {
    case 0: plan.instructions.remove(at: index)
    case 1: plan.instructions[index].label = ArtifactLabel(name: text, description: text)
    case 2:
      plan.instructions[index].flags = Instruction.Flags(
        rawValue: UInt8.random(in: 0..<16, using: &generator))
    case 3: plan.instructions[index].key = ContentDigest(of: Array(text.utf8))
    case 4:
      plan.instructions[index].operands.append(InstructionIndex(Int.random(in: -1..<8, using: &generator)))
    case 5: plan.instructions[index].operation = .pass
    case 6: plan.instructions[index].operation = .constant([text: .string(text), "deep": deep(30)])
    case 7: plan.instructions[index].schema = SchemaReference(text.isEmpty ? "x" : text, "9.9.9")
    case 8:
      plan.rulesets = plan.rulesets.map { _ in RulesetConstant([text: .array([.string(text), .null])]) }
    case 9: plan.runbook.name = text
    case 10: plan.instructions[index].timeout = Double.greatestFiniteMagnitude
    case 11:
      plan.components.append(
        plan.components.first
          ?? ComponentImport(kind: .exporter, type: text, version: text, manifest: ContentDigest(of: [])))
    case 12: plan.instructions[index].operation = .reuse(run: text, artifact: text)
    default:
      if var call = plan.instructions[index].operation.call {
        call.properties[text] = .string(text)
        call.bindings = [LateBinding(pointer: text, template: text, type: .string, isSecret: false)]
        plan.instructions[index].operation = .process(call)
      }
    }
  }

  private func deep(_ depth: Int) -> JSONValue {
    (0..<depth).reduce("leaf") { value, _ in .object(JSONObject([("k", value)])) }
  }
}
