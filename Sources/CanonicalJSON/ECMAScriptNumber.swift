// How RFC 8785 prints a number: ECMAScript's Number::toString.

/// The shortest text that reads back as `value`, laid out as ECMAScript does (ECMA-262, 6.1.6.1.20).
func ecmaScriptNumber(_ value: Double) -> String {
  if value == 0 { return "0" }
  let sign = value < 0 ? "-" : ""
  let (digits, pointPosition) = shortestDigits(value.magnitude)
  let count = digits.count
  switch pointPosition {
  case count...21 where count <= 21:
    return sign + digits + String(repeating: "0", count: pointPosition - count)
  case 1...21:
    return sign + digits.prefix(pointPosition) + "." + digits.dropFirst(pointPosition)
  case -5...0:
    return sign + "0." + String(repeating: "0", count: -pointPosition) + digits
  default:
    let exponent = pointPosition - 1
    let fraction = count > 1 ? "." + digits.dropFirst() : ""
    return sign + digits.prefix(1) + fraction + "e" + (exponent < 0 ? "-" : "+") + String(exponent.magnitude)
  }
}

/// The significant digits d₁d₂…, and n such that the value is 0.d₁d₂… × 10ⁿ.
///
/// Swift's `description` gives the shortest digits that round-trip; only its layout differs.
private func shortestDigits(_ value: Double) -> (digits: String, pointPosition: Int) {
  let text = value.description
  let parts = text.split(separator: "e", maxSplits: 1)
  let mantissa = parts[0].split(separator: ".", maxSplits: 1)
  let whole = mantissa[0]
  let fraction = mantissa.count > 1 ? mantissa[1] : ""
  var pointPosition = whole.count + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
  var digits = String(whole + fraction)
  let leadingZeros = digits.prefix { $0 == "0" }.count
  digits.removeFirst(leadingZeros)
  pointPosition -= leadingZeros
  while digits.count > 1, digits.last == "0" { digits.removeLast() }
  return (digits, pointPosition)
}
