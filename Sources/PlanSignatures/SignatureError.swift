// Why a signature, or a key, is refused.

/// A fault of a signature or of a key, with its code.
package struct SignatureError: Error, Sendable, Hashable, CustomStringConvertible {
  package enum Code: String, Sendable, CaseIterable {
    /// There is no signature where one is required.
    case unsigned = "WCT4020"
    /// Not an envelope as this toolchain writes them.
    case malformed = "WCT4021"
    /// Signed, but by none of the keys that are trusted.
    case untrusted = "WCT4022"
    /// A signature under a trusted key's name that the key did not make.
    case wrong = "WCT4023"
    /// Rightly signed, but for something else.
    case mismatch = "WCT4024"
    /// What the plan will run is not known before it runs, so nobody can have signed it.
    case execute = "WCT4025"
    /// Not a key of the kind that is needed.
    case key = "WCT4026"
    /// A private key that others can read.
    case exposedKey = "WCT4027"
    /// The store does not hold what is attested.
    case attestation = "WCT4028"
  }

  package let code: Code
  package let message: String
  package let hint: String?

  package init(_ code: Code, _ message: String, hint: String? = nil) {
    self.code = code
    self.message = message
    self.hint = hint
  }

  package var description: String { "\(code.rawValue): \(message)\(hint.map { "; \($0)" } ?? "")" }
}
