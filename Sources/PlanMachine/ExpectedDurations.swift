// How long the instructions of a plan took the last time, for people who wait.
package import ExecutionPlan

/// Seconds by instruction; nil for what was never measured. Empty where the store can't say.
package func expectedDurations(of plan: Plan, _ memory: any RunMemory) -> [Double?] {
  let indices = plan.instructions.indices.filter { plan.instructions[$0].isMeasured }
  let names = indices.map { plan.instructions[$0].measured }
  guard let found = try? memory.measurements(of: names, runbook: plan.runbook.name),
    found.count == indices.count
  else { return [] }
  var expected = [Double?](repeating: 0, count: plan.instructions.count)
  for (index, measurement) in zip(indices, found) { expected[index] = measurement?.seconds }
  return expected
}
