// What a value violates.
public import CanonicalJSON

/// One way in which a value does not fit a schema.
public struct SchemaViolation: Sendable, Hashable, CustomStringConvertible {
  /// What kind of rule is violated.
  public enum Reason: Sendable, Hashable {
    /// Expected one of these types, found another.
    case type(expected: [String], found: String)
    case missing(property: String)
    /// A property that the schema does not know; `known` are those that it knows.
    case unknown(property: String, known: [String])
    /// Not one of the allowed values.
    case enumeration(allowed: [JSONValue])
    /// Outside a bound, in words: "at least 1".
    case bound(String)
    /// Fits none of the alternatives.
    case noAlternative
  }

  /// Which rule is violated.
  public let reason: Reason
  /// The keys and indices that lead to the value that violates.
  public let path: [SchemaPathElement]

  /// JSON Pointer (RFC 6901) to the value.
  public var pointer: String { path.map { "/" + $0.pointerToken }.joined() }

  /// What was expected and what was found, without the place.
  public var message: String {
    switch reason {
    case .type(let expected, let found): "expected \(expected.joined(separator: " or ")), found \(found)"
    case .missing(let property): "the required property '\(property)' is missing"
    case .unknown(let property, _): "unknown property '\(property)'"
    case .enumeration(let allowed):
      "expected one of \(allowed.map(\.canonicalText).joined(separator: ", "))"
    case .bound(let bound): "expected \(bound)"
    case .noAlternative: "fits none of the allowed forms"
    }
  }

  /// The message with its place.
  public var description: String { "\(message) at '\(pointer)'" }
}

/// One step into a JSON value.
public enum SchemaPathElement: Sendable, Hashable {
  case key(String)
  case index(Int)

  var pointerToken: String {
    switch self {
    case .index(let index): String(index)
    case .key(let key):
      key.split(separator: "~", omittingEmptySubsequences: false).joined(separator: "~0")
        .split(separator: "/", omittingEmptySubsequences: false).joined(separator: "~1")
    }
  }
}
