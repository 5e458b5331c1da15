// The name of a wire format.

/// Which schema a message follows: a name and a version, written `standard_input/1.0.0`.
public struct SchemaReference: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Letters, digits, `_` and `-`.
  public let name: String
  /// `MAJOR.MINOR.PATCH`.
  public let version: String

  /// A reference to a version of a schema.
  public init(_ name: String, _ version: String = "1.0.0") {
    self.name = name
    self.version = version
  }

  /// Reads `name` (version 1.0.0) or `name/1.2.3`; nil for anything else.
  public init?(parsing text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard let name = parts.first, parts.count <= 2, Self.isName(name) else { return nil }
    let version = parts.count == 2 ? parts[1] : "1.0.0"
    guard Self.isVersion(version) else { return nil }
    self.init(String(name), String(version))
  }

  /// `name/version`.
  public var description: String { "\(name)/\(version)" }

  /// By name, then by version as text.
  public static func < (left: SchemaReference, right: SchemaReference) -> Bool {
    (left.name, left.version) < (right.name, right.version)
  }

  private static func isName(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { $0.isASCIILetterOrDigit || $0 == 0x5F || $0 == 0x2D }
  }

  private static func isVersion(_ text: Substring) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 3
      && parts.allSatisfy { part in
        !part.isEmpty && part.utf8.count <= 9 && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
      }
  }
}

extension SchemaReference {
  /// A runbook as content: what `execute` takes.
  package static let runbook = SchemaReference("runbook")
  /// How a run ended and what it made: what `execute` gives unless told otherwise.
  package static let runResult = SchemaReference("run_result")
}

extension UInt8 {
  var isASCIILetterOrDigit: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}
