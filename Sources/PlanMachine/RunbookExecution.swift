// What a verified plan may ask for, and not every program can do.
package import ExecutionPlan

extension VerifiedPlan {
  /// Whether an instruction runs a runbook that an artifact holds.
  package var executesRunbooks: Bool { firstExecution != nil }

  private var firstExecution: Int? {
    plan.instructions.firstIndex { if case .execute = $0.operation { true } else { false } }
  }

  /// Refuses a plan that executes runbooks in a program that can't compile them, before anything runs.
  ///
  /// - Throws: ``PlanError`` with the code `unsupported`, at the first such instruction.
  package func refuseExecution(because reason: String, hint: String) throws(PlanError) {
    guard let index = firstExecution else { return }
    throw PlanError(
      .unsupported, "'\(plan.instructions[index].id)' executes a runbook that an artifact holds; \(reason)",
      at: "/instructions/\(index)/op", hint: hint)
  }
}
