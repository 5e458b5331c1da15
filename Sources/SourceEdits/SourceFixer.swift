// Applies fixes until nothing is left to apply, checking after each round. Reads and writes no files.
package import Diagnostics

/// Fixes the problems of some files through a check that it is given.
package struct SourceFixer {
  /// How many rounds and checks fixing may take.
  package struct Limits: Sendable {
    package var rounds = 20
    package var checks = 500

    package init() {}
  }

  /// Checks all files, with these texts in place of those of the files; keys are as `identity` gives them.
  private let check: ([String: [UInt8]]) throws -> [DiagnosticReport]
  /// The key of a file by the name that reports give it: the same for all names of one file.
  private let identity: (String) -> String
  /// Whether the file of a key may be changed.
  private let mayChange: (String) -> Bool
  private let limits: Limits

  package init(
    limits: Limits = Limits(), identity: @escaping (String) -> String, mayChange: @escaping (String) -> Bool,
    check: @escaping ([String: [UInt8]]) throws -> [DiagnosticReport]
  ) {
    (self.limits, self.identity, self.mayChange, self.check) = (limits, identity, mayChange, check)
  }

  /// Applies fixes up to a degree of risk.
  ///
  /// In each round the fixes that don't conflict are applied together. Where that does harm, halves of them are
  /// tried, down to single ones, which are taken back. The others have their turn in the next round.
  package func fix(_ applicability: FixApplicability) throws -> FixOutcome {
    let first = try Findings(check([:]), identity: identity)
    var session = FixSession(first, limits: limits, identity: identity, mayChange: mayChange, check: check)
    var hasConverged = false
    for _ in 0..<limits.rounds where !hasConverged {
      let candidates = session.candidates(applicability)
      hasConverged = try !session.applyRound(candidates) && !session.isExhausted
    }
    return session.outcome(hasConverged: hasConverged)
  }
}
