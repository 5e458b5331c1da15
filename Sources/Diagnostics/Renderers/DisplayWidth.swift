// How many columns of a terminal a character takes.

/// The columns of one character as people see it: an emoji of several scalars takes two, whatever it is made of,
/// other characters what their scalars take.
func displayWidth(of character: Character) -> Int {
  let scalars = character.unicodeScalars
  guard let first = scalars.first else { return 0 }
  if scalars.count == 1 { return displayWidth(of: first) }
  // U+FE0F asks for the picture (Unicode Technical Standard #51), U+200D joins several into one.
  let isPicture = scalars.contains { $0.value == 0xFE0F } || first.properties.isEmojiPresentation
  let isJoined = first.properties.isEmoji && scalars.contains { $0.value == 0x200D }
  if isPicture || isJoined { return 2 }
  return scalars.reduce(0) { $0 + displayWidth(of: $1) }
}

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
  // Vowels and final consonants of Hangul join the syllable before them.
  case 0x1160...0x11FF: return 0
  case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
    0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
    0xFFE0...0xFFE6, 0x16FE0...0x18AFF, 0x1B000...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x3FFFD:
    return 2
  default: return isWidePicture(scalar) ? 2 : 1
  }
}

/// An emoji that is a picture without being asked; half of a flag is one column.
private func isWidePicture(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.isEmojiPresentation && !(0x1F1E6...0x1F1FF).contains(scalar.value)
}
