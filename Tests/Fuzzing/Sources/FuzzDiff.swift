// The comparison of two plans, in every form that it is shown in: each line of the input is a plan.
internal import CanonicalJSON
internal import ExecutionPlan
internal import PlanDifferences
internal import StandardManifests

enum FuzzDiff {
  static func test(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: 0x0A, maxSplits: 1)
    guard let first = lines.first, let old = comparable(Array(first), "old"),
      let new = comparable(Array(lines.last ?? first), "new")
    else { return }
    let difference = PlanComparison(old, new, catalog: .standard).difference()
    show(difference)
    // What was added one way is removed the other way.
    let reversed = PlanComparison(new, old, catalog: .standard).difference()
    precondition(difference.isEmpty == reversed.isEmpty, "a difference in one direction only")
  }

  private static func comparable(_ bytes: [UInt8], _ name: String) -> ComparablePlan? {
    guard let plan = FuzzVerify.keyedPlan(bytes), let decoded = try? Plan.decode(plan.encoded().bytes) else {
      return nil
    }
    return try? ComparablePlan(decoded, name: name)
  }

  private static func show(_ difference: PlanDifference) {
    _ = TextDifferenceRenderer(isColoured: true).render(difference)
    _ = MarkdownDifferenceRenderer().render(difference)
    _ = HTMLDifferenceRenderer.render(difference)
    let json = JSONDifferenceRenderer.render(difference)
    precondition((try? JSONReader.read(json)) != nil, "a difference that is not JSON")
  }
}
