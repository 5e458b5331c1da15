// Reads the numbers of JSON: whole ones exactly, whatever their size.

extension JSONReader {
  /// Digits of a whole number that are kept; longer ones are refused.
  static let maximumDigits = 4096

  mutating func readNumber() throws(JSONReadError) -> JSONValue {
    let start = position
    if peek() == UInt8(ascii: "-") { position += 1 }
    let firstDigit = position
    try skipDigits()
    if bytes[firstDigit] == UInt8(ascii: "0"), position > firstDigit + 1 {
      throw fail("a number has no leading zeros", at: start)
    }
    let isWhole = try !skipFractionAndExponent()
    if isWhole, position - firstDigit <= 18 { return .integer(smallInteger(from: start, firstDigit)) }
    guard position - start <= Self.maximumDigits else {
      throw fail("a number of more than \(Self.maximumDigits) digits", at: start)
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isWhole { return Int(text).map { .integer($0) } ?? .bigInteger(text) }
    guard let double = Double(text), double.isFinite else {
      throw fail("the number \(text) is out of range", at: start)
    }
    let value = JSONValue.number(double)
    if isCanonical { isCanonical = value.canonicalText == text }
    return value
  }

  /// Whether there was a fraction or an exponent.
  private mutating func skipFractionAndExponent() throws(JSONReadError) -> Bool {
    let start = position
    if peek() == UInt8(ascii: ".") {
      position += 1
      try skipDigits()
    }
    if peek() == UInt8(ascii: "e") || peek() == UInt8(ascii: "E") {
      position += 1
      if peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") { position += 1 }
      try skipDigits()
    }
    return position > start
  }

  private mutating func skipDigits() throws(JSONReadError) {
    let start = position
    while position < bytes.count, bytes[position] &- UInt8(ascii: "0") < 10 { position += 1 }
    guard position > start else { throw fail("a digit is expected") }
  }

  /// The value of up to 18 digits, which cannot overflow.
  private mutating func smallInteger(from start: Int, _ firstDigit: Int) -> Int {
    var value = 0
    for index in firstDigit..<position { value = value * 10 + Int(bytes[index] - UInt8(ascii: "0")) }
    guard firstDigit > start else { return value }
    if value == 0 { isCanonical = false }
    return -value
  }
}
