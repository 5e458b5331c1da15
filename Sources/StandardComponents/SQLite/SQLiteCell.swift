// Prints the value of a cell as Python's `str` prints what its sqlite3 module gives. Knows no table.

/// One value of a row. The bytes of texts and blobs stand in a buffer beside it, so that a value is nothing to free.
enum SQLiteCell: Equatable, Sendable {
  case null
  case integer(Int64)
  case real(Double)
  /// A range of the buffer: UTF-8 as a rule; a database may hold any bytes.
  case text(Range<Int>)
  /// A range of the buffer.
  case blob(Range<Int>)
  /// A text or blob of so many bytes that was not copied.
  case tooLarge(Int)
}

extension SQLiteCell {
  /// Bytes that the value takes.
  var size: Int {
    switch self {
    case .null, .tooLarge: 0
    case .integer, .real: 8
    case .text(let range): range.count
    // Printed, a byte may take four.
    case .blob(let range): 4 * range.count
    }
  }

  /// `repr` of a float: the shortest digits that read back as the same number, with an exponent below 1e-4 and
  /// from 1e16 on.
  static func text(of value: Double) -> String {
    if value.isNaN { return "nan" }
    if value.isInfinite { return value < 0 ? "-inf" : "inf" }
    // Here both write the shortest digits, and no exponent.
    if value.magnitude >= 0.001, value.magnitude < 1e15 {
      let description = value.description
      if !description.utf8.contains(UInt8(ascii: "e")) { return description }
    }
    let (digits, point) = shortestDigits(of: value.magnitude)
    let sign = value.sign == .minus ? "-" : ""
    if value == 0 { return sign + "0.0" }
    if (-3...16).contains(point) { return sign + positional(digits, point) }
    let exponent = point - 1
    let fraction = digits.count > 1 ? "." + text(digits[1...]) : ""
    let size = String(exponent.magnitude)
    return sign + text(digits[..<1]) + fraction + "e" + (exponent < 0 ? "-" : "+")
      + (size.utf8.count < 2 ? "0" + size : size)
  }

  /// The digits without zeros at the ends, and the place of the decimal point among them.
  private static func shortestDigits(of value: Double) -> (digits: [UInt8], point: Int) {
    var digits: [UInt8] = []
    var point: Int?
    var exponent = 0
    let written = Array(value.description.utf8)
    for (index, byte) in written.enumerated() {
      if byte == UInt8(ascii: "e") {
        exponent = Int(text(written[(index + 1)...])) ?? 0
        break
      }
      if byte == UInt8(ascii: ".") { point = digits.count } else { digits.append(byte) }
    }
    var place = (point ?? digits.count) + exponent
    while digits.count > 1, digits.first == UInt8(ascii: "0") {
      digits.removeFirst()
      place -= 1
    }
    while digits.count > 1, digits.last == UInt8(ascii: "0") { digits.removeLast() }
    return (digits, place)
  }

  private static func positional(_ digits: [UInt8], _ point: Int) -> String {
    if point <= 0 { return "0." + String(repeating: "0", count: -point) + text(digits[...]) }
    if point >= digits.count {
      return text(digits[...]) + String(repeating: "0", count: point - digits.count) + ".0"
    }
    return text(digits[..<point]) + "." + text(digits[point...])
  }

  private static func text(_ digits: ArraySlice<UInt8>) -> String { String(decoding: digits, as: UTF8.self) }

  /// `repr` of bytes: `b'…'`, with double quotes where the bytes hold single ones only.
  static func literal(of bytes: ArraySlice<UInt8>) -> String {
    let single = UInt8(ascii: "'")
    let double = UInt8(ascii: "\"")
    let quote = bytes.contains(single) && !bytes.contains(double) ? double : single
    var text: [UInt8] = [UInt8(ascii: "b"), quote]
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes { append(byte, to: &text, quote) }
    text.append(quote)
    return String(decoding: text, as: UTF8.self)
  }

  private static func append(_ byte: UInt8, to text: inout [UInt8], _ quote: UInt8) {
    let backslash = UInt8(ascii: "\\")
    switch byte {
    case quote, backslash: text += [backslash, byte]
    case 0x09: text += [backslash, UInt8(ascii: "t")]
    case 0x0A: text += [backslash, UInt8(ascii: "n")]
    case 0x0D: text += [backslash, UInt8(ascii: "r")]
    case 0x20..<0x7F: text.append(byte)
    default:
      let digits = Array("0123456789abcdef".utf8)
      text += [backslash, UInt8(ascii: "x"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
}
