// What a compilation tells about its own work when it is asked to: the model after a pass, and the time of each step.

/// What is asked for.
package struct PassInspection: Sendable, Hashable {
  /// The steps after which the model is written down.
  package var dumpsAfter: Set<String> = []
  /// Whether the time of each step is taken.
  package var isTimed = false

  package init() {}
}

/// What came of it.
package struct InspectionRecord: Sendable {
  /// One step and its time.
  package struct Timing: Sendable {
    package let step: String
    package let duration: Duration
  }

  /// The model after each step that was asked for, in the order of the steps.
  package fileprivate(set) var dumps: [(step: String, text: String)] = []
  /// All steps in order, the passes among them.
  package fileprivate(set) var timings: [Timing] = []
}

extension Compiler {
  /// The steps after which the model can be written down, in their order.
  package static var dumpableSteps: [String] { passOrder.map(\.name) + ["lower-to-plan"] }
}

extension Compilation {
  /// Does one step, and keeps what was asked for about it.
  mutating func inspecting<Result, Failure: Error>(
    _ step: String, _ work: (inout Compilation) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let inspection = options.inspection
    guard inspection.isTimed || !inspection.dumpsAfter.isEmpty else { return try work(&self) }
    let clock = ContinuousClock()
    let start = clock.now
    let result = try work(&self)
    record.timings.append(InspectionRecord.Timing(step: step, duration: start.duration(to: clock.now)))
    if inspection.dumpsAfter.contains(step) {
      record.dumps.append((step, ModelDump.text(of: self, after: step)))
    }
    return result
  }
}
