// What a verified plan may ask for, and this machine can't do yet.
package import ExecutionPlan

extension VerifiedPlan {
  /// Refuses a plan that asks for an operation that this machine can't carry out, before anything runs.
  ///
  /// - Throws: ``PlanError`` with the code `unsupported`, at the first such instruction.
  package func refuseUnsupportedOperations() throws(PlanError) {
    for (index, instruction) in plan.instructions.enumerated() {
      guard case .execute = instruction.operation else { continue }
      throw PlanError(
        .unsupported,
        "'\(instruction.id)' executes a runbook that an artifact holds, which this wct-exec can't do",
        at: "/instructions/\(index)/op", hint: "use 'child_runbook' for a runbook that is known in advance")
    }
  }
}
