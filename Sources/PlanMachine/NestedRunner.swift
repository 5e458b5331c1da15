// What the machine asks of whoever compiles and runs a runbook that an artifact holds.
package import CanonicalJSON
package import ComponentKit
package import ExecutionPlan
package import RunHistory

/// A run within a run, as an instruction asks for it.
package struct NestedRequest: Sendable {
  /// The runbook, field by field.
  package let runbook: JSONObject
  package let limits: NestedRun
  /// The run and the artifact that it is carried out for.
  package let parent: ParentArtifact
  /// The options of the parent: the nested run sees the same directory, variables and store.
  package let options: RunOptions
  /// The one output that is wanted, or the results of the run.
  package let schema: SchemaReference
}

/// What came of a nested run.
package enum NestedResult {
  /// The one output, which is in the store already.
  case output(ArtifactRecord)
  /// The results: writes their items, then gives the head.
  case results((any ItemSink) throws -> JSONObject)
}

/// Why a nested run gave nothing.
package struct NestedFailure: Error, Sendable, Hashable, CustomStringConvertible {
  package let message: String

  package init(_ message: String) { self.message = message }

  package var description: String { message }
}

/// Compiles and runs runbooks on the calling thread; used from several threads at once.
package protocol NestedRunner: Sendable {
  /// Carries a run out to its end.
  ///
  /// `cancellation` is thrown when the parent stops; `context` takes what is spent, warned and reported.
  /// - Throws: ``NestedFailure``, `PendingWork`, `CancellationError`.
  func run(
    _ request: NestedRequest, cancellation: RunCancellation, context: any ComponentContext
  ) throws -> NestedResult
}

extension NestedRun {
  /// The limits that hold when the parent has less left than the instruction says.
  package func limited(seconds: Double?, cost: Double?) -> NestedRun {
    NestedRun(
      timeout: [timeout, seconds].compactMap(\.self).min(),
      costLimit: [costLimit, cost].compactMap(\.self).min(), maximumDepth: maximumDepth)
  }
}
