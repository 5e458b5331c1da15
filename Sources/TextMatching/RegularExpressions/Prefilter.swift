// Says where in a text a match of a pattern can be, by what every match holds. Knows no engine.

/// What is looked for before the engine is asked.
enum Prefilter: Sendable {
  case byte(RequiredByte)
  case literal(RequiredLiteral)
  case digits(RequiredDigits)

  /// Distances above this, in code points, are of no use: the search would cover most of a text all the same.
  static let maximumLead = 256

  /// What is certain about the matches, the rarest first.
  static func all(in tree: PatternNode, groups: PatternGroups) -> [Prefilter] {
    let byte = RequiredByte(in: tree, groups: groups)
    let digits = RequiredDigits(in: tree, groups: groups)
    if byte?.isVeryRare != true, let literal = RequiredLiteral(in: tree, groups: groups) {
      return [.literal(literal)] + (digits.map { [.digits($0)] } ?? [])
    }
    let both = [byte.map(Prefilter.byte), digits.map(Prefilter.digits)].compactMap(\.self)
    return digits.map { isBetter($0, than: byte) } == true ? both.reversed() : both
  }

  /// Three digits in a row are rarer than a hyphen, two are not; a single one is rarer than a space or a letter.
  private static func isBetter(_ digits: RequiredDigits, than byte: RequiredByte?) -> Bool {
    switch byte?.frequency {
    case .rare?: false
    case .middling?: digits.length > 2
    case .common?: true
    case nil: digits.length > 1
    }
  }

  /// The greatest distance in code points from the beginning of a match to what is looked for; nil without useful
  /// bound.
  var lead: Int? {
    switch self {
    case .byte(let required): required.lead
    case .literal(let required): required.lead
    case .digits(let required): required.lead <= Self.maximumLead ? required.lead : nil
    }
  }

  /// The first place, going back from what was found, at which a match can begin that holds it.
  func start(before place: Int, lead: Int, in text: Span<UInt8>) -> Int {
    let bound = CodePointPositions.back(from: place, by: lead, in: text)
    guard case .byte(let required) = self else { return bound }
    var start = place
    while start > bound, required.leadBytes.contains(text[start - 1]) { start -= 1 }
    return start
  }

  /// Where what is looked for comes next; nil if it does not.
  func next(in text: Span<UInt8>, from position: Int, _ digits: inout DigitRuns) -> Int? {
    guard position < text.count else { return nil }
    switch self {
    case .byte(let required): return text.firstIndex(of: required.byte, from: position)
    case .literal(let required): return required.next(in: text, from: position)
    case .digits(let required): return digits.next(of: required.length, in: text, from: position)
    }
  }
}
