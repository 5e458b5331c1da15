// Reads the text of a selection. Knows the grammar, not what names and values stand for.
internal import Diagnostics

struct SelectionParser {
  private let text: String
  private let bytes: [UInt8]
  private var position = 0
  private var terms = 0

  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
  }

  mutating func parse() throws(SelectionFault) -> SelectionList {
    let list = try parseList(depth: 0)
    if position < bytes.count {
      throw fault("there is no '(' that this ')' closes", at: position..<position + 1)
    }
    return list
  }

  // MARK: - Lists and words

  private mutating func parseList(depth: Int) throws(SelectionFault) -> SelectionList {
    var list = SelectionList()
    skipBlanks()
    let start = position
    while let byte = peek, byte != UInt8(ascii: ")") {
      let isExcluded = take("-")
      let word = try parseWord(depth)
      if isExcluded { list.excluded.append(word) } else { list.included.append(word) }
      try checkEndOfWord()
    }
    guard list != SelectionList() else {
      throw fault(
        "expected an artifact's name, a pattern or 'method:value', found nothing", at: start..<start)
    }
    return list
  }

  private mutating func parseWord(_ depth: Int) throws(SelectionFault) -> SelectionWord {
    var word = SelectionWord(reaches: [try parseReach(depth)])
    while take(",") { word.reaches.append(try parseReach(depth)) }
    return word
  }

  /// Behind a word comes a blank, a parenthesis, or nothing.
  private mutating func checkEndOfWord() throws(SelectionFault) {
    let end = position
    skipBlanks()
    guard let byte = peek, byte != UInt8(ascii: ")") else { return }
    if byte == UInt8(ascii: ",") {
      throw fault(
        "expected no blank before ','", at: end..<position,
        notes: ["'a,b' is what both hold, 'a b' what either holds"])
    }
    if position == end {
      throw fault(
        "expected a blank, a ',' or nothing, found '\(printable(character))'",
        at: position..<position + character.utf8.count)
    }
  }

  // MARK: - One reach

  private mutating func parseReach(_ depth: Int) throws(SelectionFault) -> SelectionReach {
    let start = position
    let isWhole = take("@")
    let before = isWhole ? nil : try parseLeadingSteps()
    let primaryStart = position
    let primary = try parsePrimary(depth)
    let primaryEnd = position
    let after = try parseTrailingSteps()
    if isWhole, after != nil {
      throw fault(
        "'@' takes in all that comes of an artifact already; leave out the '+'", at: start..<position)
    }
    return SelectionReach(
      primary: primary, span: primaryStart..<primaryEnd, before: before, after: after, isWhole: isWhole)
  }

  /// `+` or `2+`, but not the digits of a name.
  private mutating func parseLeadingSteps() throws(SelectionFault) -> Int? {
    let start = position
    let digits = takeDigits()
    guard take("+") else {
      position = start
      return nil
    }
    return try steps(digits)
  }

  private mutating func parseTrailingSteps() throws(SelectionFault) -> Int? {
    guard take("+") else { return nil }
    return try steps(takeDigits())
  }

  private func steps(_ digits: Range<Int>) throws(SelectionFault) -> Int {
    if digits.isEmpty { return .max }
    guard let steps = Int(slice(digits)) else {
      throw fault("expected at most \(Int.max) steps", at: digits)
    }
    return steps
  }

  private mutating func parsePrimary(_ depth: Int) throws(SelectionFault) -> SelectionReach.Primary {
    terms += 1
    guard terms <= Selection.maximumTerms else {
      throw fault(
        "a selection may hold \(Selection.maximumTerms) names and criteria at most",
        at: position..<position)
    }
    if take("(") { return .list(try parseParenthesised(depth)) }
    let start = position
    guard peek != UInt8(ascii: "-") else { throw missingName() }
    while let byte = peek, Self.isWordByte(byte) { position += 1 }
    guard position > start else { throw missingName() }
    let word = slice(start..<position)
    if let colon = word.utf8.firstIndex(of: UInt8(ascii: ":")) {
      let length = word.utf8.distance(from: word.startIndex, to: colon)
      return .criterion(try criterion(method: start..<start + length, value: start + length + 1..<position))
    }
    let name = NameWildcards(word)
    return name.hasWildcard ? .wildcards(name) : .name(word)
  }

  private mutating func parseParenthesised(_ depth: Int) throws(SelectionFault) -> SelectionList {
    let open = position - 1
    guard depth < Selection.maximumDepth else {
      throw fault("parentheses may nest \(Selection.maximumDepth) deep at most", at: open..<open + 1)
    }
    let list = try parseList(depth: depth + 1)
    guard take(")") else { throw fault("expected ')' that closes this '('", at: open..<open + 1) }
    return list
  }

  private func criterion(
    method: Range<Int>, value: Range<Int>
  ) throws(SelectionFault) -> SelectionCriterion {
    do throws(SelectionCriterion.Malformed) {
      return try SelectionCriterion(method: slice(method), value: slice(value))
    } catch {
      throw fault(
        error.message, at: error.isAboutMethod ? method : value, suggestion: error.suggestion,
        notes: error.notes)
    }
  }

  private func missingName() -> SelectionFault {
    guard let byte = peek else {
      return fault("expected an artifact's name, found nothing", at: position..<position)
    }
    if byte == UInt8(ascii: "-"), position > 0, bytes[position - 1] == UInt8(ascii: ",") {
      return fault(
        "'-' stands at the beginning of a word only", at: position..<position + 1,
        notes: ["'a -b' is what a holds and b does not"])
    }
    let isBlank = Self.isBlank(byte)
    return fault(
      "expected an artifact's name, found \(isBlank ? "a blank" : "'\(printable(character))'")",
      at: position..<position + character.utf8.count,
      notes: isBlank && position > 0 && bytes[position - 1] == UInt8(ascii: ",")
        ? ["'a,b' is what both hold, 'a b' what either holds"] : [])
  }

  // MARK: - Bytes

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// The character at the place where reading stopped.
  private var character: String {
    let rest = bytes[position...]
    let end = rest.dropFirst().firstIndex { $0 & 0xC0 != 0x80 } ?? bytes.count
    return String(decoding: bytes[position..<end], as: UTF8.self)
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: scalar) else { return false }
    position += 1
    return true
  }

  private mutating func takeDigits() -> Range<Int> {
    let start = position
    while let byte = peek, (0x30...0x39).contains(byte) { position += 1 }
    return start..<position
  }

  private mutating func skipBlanks() {
    while let byte = peek, Self.isBlank(byte) { position += 1 }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// What names, patterns, methods and values are made of.
  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: ":"),
      UInt8(ascii: "*"):
      true
    default: false
    }
  }

  private func slice(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private func fault(
    _ message: String, at span: Range<Int>, suggestion: String? = nil, notes: [String] = []
  ) -> SelectionFault {
    SelectionFault(message, in: text, at: span, suggestion: suggestion, notes: notes)
  }
}
