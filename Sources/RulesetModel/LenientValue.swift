// What the Python framework takes for numbers and truth values, so that its files load here too.
internal import CanonicalJSON

/// What a value stands for where the field wants something else: pydantic's conversions in its lax mode.
enum LenientValue {
  /// YAML 1.1, which Python reads, knows more words for true and false than YAML 1.2; its validation knows them too.
  private static let flags: [String: Bool] = [
    "true": true, "yes": true, "on": true, "y": true, "t": true, "1": true,
    "false": false, "no": false, "off": false, "n": false, "f": false, "0": false,
  ]

  static func flag(_ value: JSONValue) -> Bool? {
    switch value {
    case .string(let text): flags[text.lowercased()]
    case .integer, .double: integer(value).flatMap { $0 == 0 ? false : $0 == 1 ? true : nil }
    default: nil
    }
  }

  /// Whole numbers as text, with a fraction of zeros, and truth values.
  static func integer(_ value: JSONValue) -> Int? {
    switch value {
    case .integer(let number): number
    case .double(let number): Int(exactly: number)
    case .bool(let flag): flag ? 1 : 0
    case .string(let text): integer(text)
    default: nil
    }
  }

  /// `45`, ` +4_5.00 `.
  private static func integer(_ text: String) -> Int? {
    var digits = Array(text.utf8)[...]
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }
    digits = digits.drop(while: isSpace)
    while let last = digits.last, isSpace(last) { digits.removeLast() }
    if let point = digits.firstIndex(of: UInt8(ascii: ".")), point > digits.startIndex,
      digits[(point + 1)...].allSatisfy({ $0 == UInt8(ascii: "0") })
    {
      digits = digits[..<point]
    }
    // A single `_` between two digits parts them.
    let groups = digits.split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false)
    guard groups.dropFirst().allSatisfy({ $0.first.map { 0x30...0x39 ~= $0 } ?? false }),
      groups.dropLast().allSatisfy({ $0.last.map { 0x30...0x39 ~= $0 } ?? false })
    else { return nil }
    return Int(String(decoding: groups.joined(), as: UTF8.self))
  }
}
