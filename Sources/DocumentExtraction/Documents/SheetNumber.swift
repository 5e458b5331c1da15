// Writes a number of a sheet as Python's `str` writes it. Knows no formats.

/// A number that a sheet holds as text.
enum SheetNumber {
  /// One with a point or an exponent is a float, any other an integer.
  static func text(of number: String) -> String {
    guard number.utf8.contains(where: { $0 == 0x2E || $0 | 0x20 == 0x65 }) else {
      return Int(number).map(String.init) ?? number
    }
    guard let value = Double(number), value.isFinite else { return number }
    // Swift goes over to exponents a little earlier than Python.
    if value.magnitude >= 0x1p53, value.magnitude < 1e16 { return "\(Int(value)).0" }
    return "\(value)"
  }
}
