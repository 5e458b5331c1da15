// Reads JSON text (RFC 8259) strictly. Knows nothing of what the values mean.
// Strings, numbers and reading by parts are in the files beside it.

/// Why a text is not acceptable JSON, and where.
public struct JSONReadError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What was expected and what was found.
  public let message: String
  /// Byte offset from the start of the text.
  public let offset: Int

  /// The message with its place.
  public var description: String { "\(message) (at byte \(offset))" }
}

/// A strict reader: duplicate keys, unpaired surrogates, deep nesting and anything after the value are refused.
public struct JSONReader {
  /// The depth of nested arrays and objects that is read unless told otherwise.
  public static let defaultMaximumDepth = 128

  /// The whole text, valid UTF-8.
  @usableFromInline package let bytes: [UInt8]
  /// The offset of what is read next.
  @usableFromInline package internal(set) var position = 0
  /// Whether all that was read is spelled as the canonical writer does; only followed where asked for.
  @usableFromInline package internal(set) var isCanonical: Bool
  @usableFromInline var depth = 0
  @usableFromInline let maximumDepth: Int
  /// The string that is being read, if it has escapes.
  var content = ByteBuffer()

  /// The one value that `bytes` hold.
  ///
  /// - Throws: ``JSONReadError`` with the byte offset of the fault.
  public static func read(
    _ bytes: [UInt8], maximumDepth: Int = defaultMaximumDepth
  ) throws(JSONReadError) -> JSONValue {
    var reader = try JSONReader(bytes, maximumDepth: maximumDepth, checksForm: false)
    reader.skipWhitespace()
    let value = try reader.readValue()
    try reader.finish()
    return value
  }

  /// The one value that a string holds.
  public static func read(
    text: String, maximumDepth: Int = defaultMaximumDepth
  ) throws(JSONReadError) -> JSONValue {
    try read(Array(text.utf8), maximumDepth: maximumDepth)
  }

  /// A reader at the start of a text.
  ///
  /// - Parameter checksForm: Whether ``isCanonical`` is followed.
  package init(
    _ bytes: [UInt8], maximumDepth: Int = defaultMaximumDepth, checksForm: Bool
  ) throws(JSONReadError) {
    let ascii = PlainRun.asciiCount(of: bytes.span)
    do {
      if ascii < bytes.count { _ = try UTF8Span(validating: bytes.span.extracting(ascii...)) }
    } catch {
      throw JSONReadError(
        message: "the text is not valid UTF-8", offset: ascii + error.byteOffsets.lowerBound)
    }
    self.bytes = bytes
    self.maximumDepth = maximumDepth
    isCanonical = checksForm
  }

  /// Fails when anything but white space is left.
  package mutating func finish() throws(JSONReadError) {
    skipWhitespace()
    guard position == bytes.count else { throw fail("more text after the value") }
  }

  @usableFromInline
  func fail(_ message: String, at offset: Int? = nil) -> JSONReadError {
    JSONReadError(message: message, offset: offset ?? position)
  }

  /// The byte that is read next; nil at the end.
  @inlinable
  package func peek() -> UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Passes over white space, of which canonical JSON has none.
  @inlinable @inline(__always)
  package mutating func skipWhitespace() {
    if position < bytes.count, bytes[position] <= 0x20 { skipSpaces() }
  }

  @usableFromInline
  mutating func skipSpaces() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x0A, 0x0D, 0x09:
        position += 1
        isCanonical = false
      default: return
      }
    }
  }

  /// The value that begins here.
  package mutating func readValue() throws(JSONReadError) -> JSONValue {
    guard let byte = peek() else { throw fail("the text ends where a value is expected") }
    switch byte {
    case UInt8(ascii: "{"): return .object(try readObject())
    case UInt8(ascii: "["): return try readArray()
    case UInt8(ascii: "\""): return .string(try readString())
    case UInt8(ascii: "t"):
      try readWord("true")
      return true
    case UInt8(ascii: "f"):
      try readWord("false")
      return false
    case UInt8(ascii: "n"):
      try readWord("null")
      return .null
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try readNumber()
    default: throw fail("a value is expected")
    }
  }

  func startsHere(_ word: StaticString) -> Bool {
    guard bytes.count - position >= word.utf8CodeUnitCount else { return false }
    for index in 0..<word.utf8CodeUnitCount
    // SAFETY: the index is below the word's count.
    where unsafe bytes[position + index] != word.utf8Start[index] { return false }
    return true
  }

  mutating func readWord(_ word: StaticString) throws(JSONReadError) {
    guard startsHere(word) else { throw fail("a value is expected") }
    position += word.utf8CodeUnitCount
  }

  private mutating func readArray() throws(JSONReadError) -> JSONValue {
    var elements: [JSONValue] = []
    guard try open(.array) else { return .array([]) }
    repeat { elements.append(try readValue()) } while try hasNext(in: .array)
    return .array(elements)
  }

  /// The object that begins here.
  package mutating func readObject() throws(JSONReadError) -> JSONObject {
    let start = position
    guard try open(.object) else { return JSONObject() }
    var members: [JSONObject.Member] = []
    repeat {
      let key = try readKey()
      members.append(JSONObject.Member(key: key, value: try readValue()))
    } while try hasNext(in: .object)
    if let sorted = JSONObject(sorted: members) { return sorted }
    isCanonical = false
    do {
      return try JSONObject(unique: members)
    } catch {
      throw fail("the key \"\(error.key)\" stands twice in one object", at: start)
    }
  }
}

// MARK: - Arrays and objects

extension JSONReader {
  /// What holds other values.
  @usableFromInline
  package enum Container: Sendable {
    case array, object

    @inlinable var opening: UInt8 { self == .array ? UInt8(ascii: "[") : UInt8(ascii: "{") }
    @inlinable var closing: UInt8 { self == .array ? UInt8(ascii: "]") : UInt8(ascii: "}") }
    @usableFromInline var name: String { self == .array ? "an array" : "an object" }
  }

  /// Consumes the opening byte, and the closing one where nothing is between.
  ///
  /// - Returns: Whether an element or a member follows; ``hasNext(in:)`` is asked after each.
  @inlinable
  package mutating func open(_ container: Container) throws(JSONReadError) -> Bool {
    guard peek() == container.opening else { throw fail("\(container.name) is expected") }
    guard depth < maximumDepth else { throw fail("nested more than \(maximumDepth) deep") }
    position += 1
    skipWhitespace()
    if peek() == container.closing {
      position += 1
      return false
    }
    depth += 1
    return true
  }

  /// Consumes a comma (true), or the closing byte (false).
  @inlinable
  package mutating func hasNext(in container: Container) throws(JSONReadError) -> Bool {
    skipWhitespace()
    switch peek() {
    case container.closing:
      position += 1
      depth -= 1
      return false
    case UInt8(ascii: ","):
      position += 1
      skipWhitespace()
      return true
    case nil: throw fail("the text ends inside \(container.name)")
    default: throw fail("',' or the end of \(container.name) is expected")
    }
  }

  /// The key that begins here, with its colon.
  package mutating func readKey() throws(JSONReadError) -> String {
    guard peek() == UInt8(ascii: "\"") else { throw fail("a key in double quotes is expected") }
    let key = try readString()
    try readColon { "after the key \"\(key)\"" }
    return key
  }

  mutating func readColon(_ place: () -> String) throws(JSONReadError) {
    skipWhitespace()
    guard peek() == UInt8(ascii: ":") else { throw fail("':' is expected \(place())") }
    position += 1
    skipWhitespace()
  }
}
