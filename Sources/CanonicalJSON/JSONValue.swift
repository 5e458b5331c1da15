// A JSON value. Knows nothing of text: the reader and the writer are beside it.

/// A JSON value in its canonical form: object members are sorted and unique, integers are exact.
public enum JSONValue: Sendable {
  case null
  case bool(Bool)
  /// A whole number that fits 64 bits. Fractions that happen to be whole are read as this case too.
  case integer(Int)
  /// A whole number beyond 64 bits: an optional `-` and decimal digits without leading zeros.
  case bigInteger(String)
  /// A finite number that is not whole, or of 1e21 and more (build it with ``number(_:)``).
  case double(Double)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)

  /// The canonical value of a finite number: a whole number where its canonical text has neither a fraction nor
  /// an exponent, else `.double`. So what is written reads back as the same value.
  ///
  /// A number that is not finite has no JSON form and gives `.null`.
  public static func number(_ value: Double) -> JSONValue {
    guard value.isFinite else { return .null }
    guard value.magnitude < 1e21, value == value.rounded(.towardZero) else { return .double(value) }
    if value.magnitude < 9_007_199_254_740_992 { return .integer(Int(value)) }
    let digits = ecmaScriptNumber(value)
    return Int(digits).map(JSONValue.integer) ?? .bigInteger(digits)
  }
}

extension JSONValue {
  /// The text, or nil when this is not a string.
  public var stringValue: String? {
    if case .string(let value) = self { value } else { nil }
  }

  /// The whole number, or nil when this is not one that fits 64 bits.
  public var integerValue: Int? {
    if case .integer(let value) = self { value } else { nil }
  }

  /// The number as a double, or nil when this is not a number.
  public var doubleValue: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .double(let value): value
    case .bigInteger(let digits): Double(digits)
    default: nil
    }
  }

  /// The truth value, or nil when this is not one.
  public var boolValue: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// The elements, or nil when this is not an array.
  public var arrayValue: [JSONValue]? {
    if case .array(let value) = self { value } else { nil }
  }

  /// The members, or nil when this is not an object.
  public var objectValue: JSONObject? {
    if case .object(let value) = self { value } else { nil }
  }

  /// The JSON name of this value's type, as JSON Schema spells it.
  public var typeName: String {
    switch self {
    case .null: "null"
    case .bool: "boolean"
    case .integer, .bigInteger: "integer"
    case .double: "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// A string.
  public init(stringLiteral value: String) { self = .string(value) }
  /// A whole number.
  public init(integerLiteral value: Int) { self = .integer(value) }
  /// A truth value.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// An array of these elements.
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  /// An object of these members; where a key stands twice, the later value holds.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(JSONObject(elements))
  }
}
