// The exit codes of both programs.

/// Why a program ends, as its caller sees it.
package enum ExitStatus: Int32, Sendable {
  case done = 0
  /// The input has errors, or the run failed.
  case failed = 1
  /// Wrong usage, or a path that can't be read.
  case usage = 2
  /// `diff --exit-code` found changes.
  case changed = 3
  /// Refused: the plan was not verified, or another process holds the run.
  case refused = 4
  /// A bug in the program itself.
  case bug = 70
  /// Work is pending: poll and resume.
  case interrupted = 75
  /// Stopped by SIGINT; the run can be resumed.
  case stoppedByInterrupt = 130
  /// Stopped by SIGTERM; the run can be resumed.
  case stoppedByTermination = 143
}
