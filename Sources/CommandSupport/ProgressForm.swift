// The forms in which a run is shown while it goes on.

/// What `--progress` takes.
package enum ProgressForm: String, Sendable, CaseIterable {
  /// Live lines on a terminal, else one line an event.
  case auto
  /// One line an event, on a terminal too.
  case plain
  /// One JSON object a line on standard output, for other programs.
  case json
  case none
}
