// Loads two plans, and compares them: what `wct diff` does besides reading files.
internal import CanonicalJSON
internal import ComponentKit
internal import ExecutionPlan
internal import PlanDifferences
internal import StandardManifests
internal import SystemFiles

enum DifferenceProbe {
  /// Arguments: `load` or `diff`, and two plan files. Prints how many instructions there are, or how many causes.
  static func run(_ arguments: [String]) throws {
    guard arguments.count == 3, ["load", "diff"].contains(arguments[0]) else {
      throw ProbeFailure("diff takes load or diff, and two plans")
    }
    let old = try load(arguments[1])
    let new = try load(arguments[2])
    if arguments[0] == "load" {
      print(old.plan.instructions.count + new.plan.instructions.count)
      return
    }
    let difference = PlanComparison(old, new, catalog: .standard).difference()
    let text = TextDifferenceRenderer(isColoured: false).render(difference)
    print(difference.causes.count, difference.totals.madeAnew, text.utf8.count)
  }

  private static func load(_ path: String) throws -> ComparablePlan {
    let decoded = try Plan.decode(readFile(path, limit: 1 << 31))
    _ = try PlanVerifier.verify(decoded, catalog: .standard)
    return try ComparablePlan(decoded, name: path)
  }
}
