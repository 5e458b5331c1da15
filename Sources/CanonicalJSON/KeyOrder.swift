// The order of object keys (RFC 8785, section 3.2.3) on UTF-8 text.

/// Whether `left` stands before `right` when both are compared by UTF-16 code unit.
///
/// UTF-8 bytes give the order of code points. UTF-16 differs in one place only: characters beyond U+FFFF are
/// surrogates (U+D800 on) and so stand before U+E000–U+FFFF, whose UTF-8 lead bytes are EE and EF.
func isCanonicallyOrdered(_ left: String, before right: String) -> Bool {
  var leftBytes = left.utf8.makeIterator()
  var rightBytes = right.utf8.makeIterator()
  while true {
    switch (leftBytes.next(), rightBytes.next()) {
    case (nil, nil), (_?, nil): return false
    case (nil, _?): return true
    case (let a?, let b?) where a != b:
      if a >= 0xEE, b >= 0xEE, (a >= 0xF0) != (b >= 0xF0) { return a >= 0xF0 }
      return a < b
    default: continue
    }
  }
}

/// Whether two keys are the same sequence of characters (`==` would also equate composed and decomposed forms).
func haveSameBytes(_ left: String, _ right: String) -> Bool {
  left.utf8.elementsEqual(right.utf8)
}
