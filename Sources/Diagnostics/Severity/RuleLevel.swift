// What people can set a rule to. Knows nothing of which rules there are.

/// A rule switched off, or the severity that its diagnostics have.
package enum RuleLevel: String, Sendable, Hashable, CaseIterable {
  case off, note, warning, error

  /// The severity; nil where nothing is shown.
  package var severity: Severity? {
    switch self {
    case .off: nil
    case .note: .note
    case .warning: .warning
    case .error: .error
    }
  }

  /// The level of a severity.
  package init(_ severity: Severity) {
    switch severity {
    case .note: self = .note
    case .warning: self = .warning
    case .error: self = .error
    }
  }
}
