// Which ways of sensitive data are there in one plan and not in the other, as values.

/// A way of sensitive data to where it leaves the run.
package struct SensitiveFlow: Sendable, Hashable {
  /// Where it gets to; the raw values stand in files and are append-only.
  package enum End: String, Sendable, CaseIterable, Comparable {
    case output, network, llm, subprocess

    package static func < (left: End, right: End) -> Bool { left.rawValue < right.rawValue }
  }

  /// The artifact that is sensitive by itself.
  package let origin: String
  /// The artifact that is an output, or whose component is handed the data.
  package let sink: String
  package let ends: [End]
  /// From the origin to the sink; the middle is left out where it is long. Empty where ways are not shown any
  /// more.
  package let path: [String]
  /// How many artifacts are left out in ``path``, after the first half.
  package let omitted: Int
}

/// A mark that came or went.
package struct MarkChange: Sendable, Hashable {
  package let artifact: String
  package let isSet: Bool
}

/// What became of the ways of sensitive data.
package struct FlowComparison: Sendable, Hashable {
  package var opened: [SensitiveFlow] = []
  package var closed: [SensitiveFlow] = []
  /// How many there are; more than are listed where there are very many.
  package var openedCount = 0
  package var closedCount = 0
  /// `sensitive` marks: where one is gone, the value is not redacted any more.
  package var marks: [MarkChange] = []
  /// How many artifacts hold sensitive data that did not before, and the other way round.
  package var newlyTainted = 0
  package var noLongerTainted = 0

  package var isEmpty: Bool {
    openedCount == 0 && closedCount == 0 && marks.isEmpty && newlyTainted == 0 && noLongerTainted == 0
  }

  /// Whether sensitive data may go where it did not.
  package var isWidened: Bool { openedCount > 0 || marks.contains { !$0.isSet } }

  static let listed = 200
  static let shownPaths = 50
}
