// What came of fixing: the new texts, what remains, and what was taken back.
package import Diagnostics

/// A file that fixes changed.
package struct FixedFile: Sendable {
  /// The name under which the check speaks of it.
  package let name: String
  /// The key that the workspace gave it.
  package let key: String
  /// The text that was checked first, and what it shall become.
  package let before: [UInt8]
  package let after: [UInt8]
}

/// A fix that was tried and taken back.
package struct RefusedFix: Sendable {
  package let fix: LocatedFix
  package let harm: FixHarm
}

/// The end of fixing.
package struct FixOutcome: Sendable {
  /// Files whose text is another now, by name.
  package let files: [FixedFile]
  /// How many fixes were applied.
  package let fixedCount: Int
  /// What is found in the fixed texts.
  package let reports: [DiagnosticReport]
  package let refused: [RefusedFix]
  /// Files that fixes would change and that must not be, by name.
  package let protectedFiles: [String]
  /// False when fixes were still to be had after the last round.
  package let hasConverged: Bool
  /// How many of the remaining problems an unsafe fix could resolve.
  package let unsafeCount: Int
}
