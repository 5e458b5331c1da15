// Why a plan is refused.

/// A fault of a plan file, with its code and its place.
package struct PlanError: Error, Sendable, Hashable, CustomStringConvertible {
  package enum Code: String, Sendable, CaseIterable {
    /// Not JSON, or cut off.
    case notJSON = "WCT4001"
    /// JSON, but not of the shape of a plan.
    case structure = "WCT4002"
    /// Of a format that this machine does not know.
    case format = "WCT4003"
    /// Changed after it was compiled.
    case altered = "WCT4004"
    /// Of the right shape, but it can't mean anything.
    case meaning = "WCT4005"
    /// It calls a component that this machine has not, or has in another version.
    case component = "WCT4006"
    /// It asks for an operation that this machine can't carry out.
    case unsupported = "WCT4007"
    /// A name for people holds what hides or reorders text.
    case misleadingText = "WCT4060"
  }

  package let code: Code
  package let message: String
  /// JSON Pointer into the plan file; empty for the whole.
  package let pointer: String
  package let hint: String?

  package init(_ code: Code, _ message: String, at pointer: String = "", hint: String? = nil) {
    self.code = code
    self.message = message
    self.pointer = pointer
    self.hint = hint
  }

  package var description: String {
    let place = pointer.isEmpty ? "" : " (at \(pointer))"
    return "\(code.rawValue): \(message)\(place)\(hint.map { "; \($0)" } ?? "")"
  }
}
