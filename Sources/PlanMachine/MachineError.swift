// Why a run could not begin or could not go on.

/// A fault of the run as a whole; what goes wrong with one artifact is that artifact's failure.
package struct MachineError: Error, Sendable, Hashable, CustomStringConvertible {
  package enum Code: String, Sendable, CaseIterable {
    /// Variables that the plan needs are not set.
    case missingVariable = "WCT5101"
    /// A variable's value does not fit the property that it is for.
    case unfitVariable = "WCT5102"
    /// The plan calls a component that is known, but not linked into this executable.
    case missingComponent = "WCT5103"
    /// `reuse` names a run or an artifact that is not there, or of another schema.
    case unfitReuse = "WCT5104"
    /// The store failed while the run was under way; the run can be resumed.
    case store = "WCT5105"
    /// The state that is stored does not belong to the plan.
    case unfitState = "WCT5106"
  }

  package let code: Code
  package let message: String
  package let hint: String?
  /// Further faults of the same kind, one a line; all that were found, not the first alone.
  package let details: [String]
  /// What the store said; with `store` and `unfitReuse` only.
  package let storeError: StoreError?

  package init(
    _ code: Code, _ message: String, hint: String? = nil, details: [String] = [],
    storeError: StoreError? = nil
  ) {
    self.code = code
    self.message = message
    self.hint = hint
    self.details = details
    self.storeError = storeError
  }

  package var description: String {
    let lines = details.isEmpty ? "" : details.map { "\n  \($0)" }.joined()
    return "\(code.rawValue): \(message)\(hint.map { "; \($0)" } ?? "")\(lines)"
  }
}

extension MachineError {
  /// The store failed while the run was under way.
  init(_ error: StoreError) {
    self.init(.store, error.message, hint: error.hint, storeError: error)
  }
}
