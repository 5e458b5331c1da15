// The order of object keys (RFC 8785, section 3.2.3) on UTF-8 text.

/// Whether `left` stands before `right` when both are compared by UTF-16 code unit.
///
/// UTF-8 bytes give the order of code points. UTF-16 differs in one place only: characters beyond U+FFFF are
/// surrogates (U+D800 on) and so stand before U+E000–U+FFFF, whose UTF-8 lead bytes are EE and EF.
func isCanonicallyOrdered(_ left: String, before right: String) -> Bool {
  let (leftBytes, rightBytes) = (left.utf8Span.span, right.utf8Span.span)
  let shared = min(leftBytes.count, rightBytes.count)
  var index = 0
  while index < shared, leftBytes[index] == rightBytes[index] { index += 1 }
  guard index < shared else { return leftBytes.count < rightBytes.count }
  let (a, b) = (leftBytes[index], rightBytes[index])
  if a >= 0xEE, b >= 0xEE, (a >= 0xF0) != (b >= 0xF0) { return a >= 0xF0 }
  return a < b
}

/// Whether two keys are the same sequence of characters (`==` would also equate composed and decomposed forms).
package func haveSameBytes(_ left: String, _ right: String) -> Bool {
  guard left.utf8.count == right.utf8.count else { return false }
  let (leftBytes, rightBytes) = (left.utf8Span.span, right.utf8Span.span)
  for index in leftBytes.indices where leftBytes[index] != rightBytes[index] { return false }
  return true
}
