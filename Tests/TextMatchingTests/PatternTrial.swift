// Compares a pattern's matches in a text with Python's. Knows how to make random patterns.

import Testing

@testable import TextMatching

/// A pattern and a text to try it on.
struct PatternTrial {
  let pattern: String
  let text: String

  static let script = """
    import re, sys
    for line in sys.stdin:
      pattern, text = (bytes.fromhex(part).decode() for part in line.rstrip('\\n').split(' '))
      try:
        compiled = re.compile(pattern, re.IGNORECASE)
      except (re.error, OverflowError, ValueError):
        print('refused')
        continue
      offsets, size = [], 0
      for character in text:
        offsets.append(size)
        size += len(character.encode())
      offsets.append(size)
      print(' '.join('%d-%d' % (offsets[m.start()], offsets[m.end()]) for m in compiled.finditer(text)))
    """

  /// Expects equal answers; what is refused as unsupported is passed over.
  static func compare(_ trials: [PatternTrial]) throws {
    let lines = trials.map { PythonInterpreter.hex($0.pattern) + " " + PythonInterpreter.hex($0.text) }
    let answers = try PythonInterpreter.run(script, input: lines)
    try #require(answers.count == trials.count)
    for (trial, answer) in zip(trials, answers) {
      guard let own = try trial.answer() else { continue }
      #expect(
        own == answer, "\(trial.pattern.debugDescription) in \(trial.text.prefix(200).debugDescription)")
    }
  }

  /// The matches as the script prints them; nil for an unsupported pattern.
  func answer() throws -> String? {
    do {
      let expression = try RegularExpression(python: pattern)
      return try expression.ranges(in: text).map { "\($0.lowerBound)-\($0.upperBound)" }.joined(
        separator: " ")
    } catch RegularExpressionError.invalidPattern {
      return "refused"
    } catch RegularExpressionError.unsupportedPattern {
      return nil
    }
  }
}

extension PatternTrial {
  static let letters: [Unicode.Scalar] = Array(
    "abkKsiI1_- \n.\u{212A}\u{17F}\u{130}\u{131}\u{E9}\u{C9}\u{DF}\u{1E9E}µΣς\u{1C}\u{A0}日🙂".unicodeScalars)
  private static let atoms = [
    "a", "b", "k", "s", "i", "é", "ß", "Σ", ".", "1", "-", " ", "[a-k]", "[^a]", "[^is]", "[a1_]", "[µ-σ]",
    #"\w"#, #"\W"#, #"\d"#, #"\s"#, #"\S"#, #"[\w-]"#, #"[^\W\d]"#, #"\n"#, #"\u212a"#, #"\x41"#, #"\."#,
    #"[\s\S]"#, "[]-]", "[k]", "日", #"\-"#, "ab",
  ]
  private static let anchors = ["^", "$", #"\b"#, #"\B"#, #"\A"#, #"\Z"#]
  private static let counts = [
    "*", "+", "?", "{2}", "{1,2}", "{,1}", "{1,}", "*?", "+?", "??", "{1,2}?", "++", "*+", "?+", "{", "{,",
  ]
  private static let openings = [
    "(", "(?:", "(?=", "(?!", "(?<=", "(?<!", "(?>", "(?i:", "(?-i:", "(?s:", "(?m:", "(?a:", "(?P<n>",
    "(?x:",
  ]

  init(using generator: inout SeededGenerator) {
    var pattern = Self.pattern(depth: 3, using: &generator)
    if Int.random(in: 0..<8, using: &generator) == 0 {
      pattern =
        (["(?i)", "(?m)", "(?s)", "(?a)", "(?x)", "(?im)"].randomElement(using: &generator) ?? "") + pattern
    }
    self.pattern = pattern
    text = generator.text(of: Self.letters, length: 0...30)
  }

  private static func pattern(depth: Int, using generator: inout SeededGenerator) -> String {
    (0..<Int.random(in: 1...4, using: &generator)).map { _ in item(depth: depth, using: &generator) }.joined()
  }

  private static func item(depth: Int, using generator: inout SeededGenerator) -> String {
    var item: String
    switch Int.random(in: 0..<12, using: &generator) {
    case 0: return anchors.randomElement(using: &generator) ?? ""
    case 1: return "|"
    case 2: return #"\1"#
    case 3...5 where depth > 0:
      item =
        (openings.randomElement(using: &generator) ?? "(") + pattern(depth: depth - 1, using: &generator)
        + ")"
    default: item = atoms.randomElement(using: &generator) ?? "a"
    }
    if Int.random(in: 0..<3, using: &generator) == 0 { item += counts.randomElement(using: &generator) ?? "" }
    return item
  }
}
