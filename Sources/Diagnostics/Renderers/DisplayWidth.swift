// How many columns of a terminal a character takes.

/// The columns of one Unicode scalar: 0 for combining marks, 2 for East Asian wide characters and emoji, else 1.
///
/// After Unicode Standard Annex #11 (East Asian Width): the ranges of W and F that are in common use.
func displayWidth(of scalar: Unicode.Scalar) -> Int {
  if scalar.value < 0x300 { return 1 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: return 0
  default: break
  }
  switch scalar.value {
  case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
    0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
    0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x1FA70...0x1FAFF,
    0x20000...0x3FFFD, 0x231A...0x231B, 0x23E9...0x23EC, 0x2614...0x2615, 0x2705, 0x274C, 0x2753...0x2755:
    return 2
  default: return 1
  }
}
