// How much a run says while it goes on.

/// From everything to errors alone.
package enum LogLevel: String, Sendable, CaseIterable {
  case debug, info, warning, error
}
