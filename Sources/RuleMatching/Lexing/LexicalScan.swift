// Goes through a program once and notes its comments and strings. Knows no language by name.
internal import RulesetModel

/// One pass over a text. What is open around code, strings and elements of markup, is a stack, so that depth costs
/// memory and never the stack of the thread.
struct LexicalScan {
  /// The last thing that is neither space nor comment; decides what `/` and `<` mean.
  enum Token: Equatable {
    case none, punctuation(UInt8), value, keyword
  }

  /// What is read next.
  enum Mode { case code, tag, children }

  /// Code inside of something else.
  struct Frame {
    enum Outside {
      case string(LexicalRules.Quote)
      case markup(Mode)
    }

    let outside: Outside
    let brackets: (UInt8, UInt8)
    /// Brackets open in the code.
    var depth = 0
  }

  /// More is no program that people wrote.
  static let greatestDepth = 1000

  let rules: LexicalRules
  var parts: [SourceLexer.Part] = []
  var mode = Mode.code
  var frames: [Frame] = []
  var previous = Token.none
  /// Brackets open in all; a line that begins within some is no statement.
  private(set) var bracketDepth = 0
  var isAtLineStart = true
  /// Ruby's documents whose lines begin behind the present one.
  var pendingDocuments: [HereDocument] = []
  /// The depth of each outermost element of markup; one stands in the code of the one before.
  var elements: [Int] = []
  /// How often `<` seemed to begin an element and did not.
  var missedElements = 0

  init(rules: LexicalRules) { self.rules = rules }

  mutating func run(over text: Span<UInt8>) {
    var position = 0
    if rules.embedding != nil { position = skipMarkup(text, from: 0) }
    if rules.has(.ruby), text.holds(Array("=begin".utf8), at: 0) {
      position = add(.comment, 0..<self.position(behind: Array("\n=end".utf8), in: text, from: 0))
    }
    while position < text.count {
      switch mode {
      case .tag: position = tag(text, from: position)
      case .children: position = children(text, from: position)
      case .code:
        if let close = rules.embedding?.close, text.holds(close, at: position) {
          position = skipMarkup(text, from: position)
        } else {
          position = step(text, at: position)
        }
      }
    }
  }

  /// Takes a comment, a string, a word or one byte of something else; gives where to go on, which is further on.
  private mutating func step(_ text: Span<UInt8>, at position: Int) -> Int {
    let byte = text[position]
    if byte == 0x0A, !startsBlockComment(text, position) { return endLine(text, at: position) }
    if ByteClass.isSpace(byte), byte != 0x0A { return position + 1 }
    if let next = comment(text, at: position) ?? literal(text, at: position) { return next }
    if ByteClass.isWord(byte) || byte == UInt8(ascii: "$") { return word(text, at: position) }
    if let next = closeFrame(byte, text, at: position) { return next }
    previous = token(byte)
    count(byte)
    isAtLineStart = false
    return position + 1
  }

  private func token(_ byte: UInt8) -> Token {
    switch byte {
    case UInt8(ascii: ")"), UInt8(ascii: "]"): .value
    // `i++` is a value.
    case UInt8(ascii: "+"), UInt8(ascii: "-"): previous == .punctuation(byte) ? .value : .punctuation(byte)
    default: .punctuation(byte)
    }
  }

  private mutating func count(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): bracketDepth += 1
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): bracketDepth = max(0, bracketDepth - 1)
    default: break
    }
  }

  private mutating func word(_ text: Span<UInt8>, at position: Int) -> Int {
    let end = max(text.wordEnd(from: position), position + 1)
    if !rules.keywords.isEmpty, end - position <= 10, rules.keywords.contains(text.text(position..<end)) {
      previous = .keyword
    } else {
      previous = .value
    }
    isAtLineStart = false
    return end
  }

  private mutating func endLine(_ text: Span<UInt8>, at position: Int) -> Int {
    isAtLineStart = true
    // A string that ends with its line ends with its code, too.
    while case .string(let quote)? = frames.last?.outside, !quote.spansLines { frames.removeLast() }
    guard !pendingDocuments.isEmpty else { return position + 1 }
    return takeDocuments(text, from: position + 1)
  }

  /// Code that ends here goes on as what it stands in.
  private mutating func closeFrame(_ byte: UInt8, _ text: Span<UInt8>, at position: Int) -> Int? {
    guard let frame = frames.last else { return nil }
    if byte == frame.brackets.0 { frames[frames.count - 1].depth += 1 }
    guard byte == frame.brackets.1 else { return nil }
    guard frame.depth == 0 else {
      frames[frames.count - 1].depth -= 1
      return nil
    }
    frames.removeLast()
    switch frame.outside {
    case .string(let quote): return string(quote, text, from: position + 1, start: position)
    case .markup(let mode):
      self.mode = mode
      return position + 1
    }
  }

  mutating func add(_ lexicalClass: LexicalClass?, _ range: Range<Int>) -> Int {
    if !range.isEmpty { parts.append(SourceLexer.Part(range: range, lexicalClass: lexicalClass)) }
    return range.upperBound
  }

  /// A literal was read to its end.
  mutating func addLiteral(_ range: Range<Int>) -> Int {
    previous = .value
    isAtLineStart = false
    return add(.string, range)
  }

  /// Whether an expression may begin here, so that `/` is no division and `<` no comparison.
  func expressionMayBegin(_ text: Span<UInt8>, at position: Int) -> Bool {
    switch previous {
    case .none, .keyword: return true
    case .punctuation(let byte): return byte != UInt8(ascii: "}") || isAtLineStart
    case .value:
      // `puts /x/` and `join %w[a]`, which are calls; `a / b` is none.
      guard rules.has(.ruby), let before = text.byte(position - 1), let after = text.byte(position + 1)
      else { return false }
      return ByteClass.isSpace(before) && !ByteClass.isSpace(after) && after != UInt8(ascii: "=")
    }
  }

  // MARK: Comments

  private func startsBlockComment(_ text: Span<UInt8>, _ position: Int) -> Bool {
    rules.blockComments.contains { $0.open.first == 0x0A && text.holds($0.open, at: position) }
  }

  private mutating func comment(_ text: Span<UInt8>, at position: Int) -> Int? {
    for mark in rules.lineComments where text.holds(mark, at: position) {
      // `#[` begins an attribute of PHP, and `#!` is a comment on the first line only.
      if mark == [0x23], rules.has(.phpDocuments), text.byte(position + 1) == 0x5B { continue }
      if mark == [0x23, 0x21], position > 0 { continue }
      return add(.comment, position..<lineEnd(of: text, from: position))
    }
    for comment in rules.blockComments where text.holds(comment.open, at: position) {
      if comment.open.first == 0x0A { isAtLineStart = true }
      return add(.comment, position..<end(of: comment, in: text, from: position + comment.open.count))
    }
    return nil
  }

  private func lineEnd(of text: Span<UInt8>, from start: Int) -> Int {
    var position = start
    while position < text.count, text[position] != 0x0A {
      if let close = rules.embedding?.close, text.holds(close, at: position) { return position }
      position += 1
    }
    return position
  }

  private func end(of comment: LexicalRules.Comment, in text: Span<UInt8>, from start: Int) -> Int {
    var position = start
    var depth = 1
    while position < text.count {
      if text.holds(comment.close, at: position) {
        depth -= 1
        position += comment.close.count
        if depth == 0 { return position }
      } else if comment.nests, text.holds(comment.open, at: position) {
        depth += 1
        position += comment.open.count
      } else {
        position += 1
      }
    }
    return text.count
  }

  /// Skips what is no program.
  private mutating func skipMarkup(_ text: Span<UInt8>, from start: Int) -> Int {
    guard let open = rules.embedding?.open else { return start }
    var position = start
    while position < text.count {
      // `<?xml` is no mark of PHP.
      if text.holds(open, at: position), !text.holds(Array("<?xml".utf8), at: position) { break }
      position += 1
    }
    _ = add(nil, start..<min(position, text.count))
    previous = .none
    frames = []
    isAtLineStart = true
    return min(text.count, position + open.count)
  }

  func position(behind mark: [UInt8], in text: Span<UInt8>, from start: Int) -> Int {
    var position = start
    while position < text.count {
      if text.holds(mark, at: position) { return position + mark.count }
      position += 1
    }
    return text.count
  }

  /// Whether a line begins here that is a statement.
  var statementBegins: Bool {
    isAtLineStart && bracketDepth == 0 && frames.isEmpty && previous != .punctuation(UInt8(ascii: "\\"))
  }

  /// Whether nothing but a comment follows on the line.
  func lineEnds(_ text: Span<UInt8>, at end: Int) -> Bool {
    var position = end
    while let byte = text.byte(position), byte == 0x20 || byte == 0x09 || byte == 0x0D { position += 1 }
    return position >= text.count || text[position] == 0x0A || text[position] == UInt8(ascii: "#")
  }
}
