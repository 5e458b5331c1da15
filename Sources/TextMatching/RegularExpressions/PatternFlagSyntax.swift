// Parses inline flags: `(?aims)`, `(?i-s:…)`. Knows no other syntax.

/// Flags that are switched on and off at a place.
struct PatternFlagSyntax {
  private var on: PatternFlags = []
  private var off: PatternFlags = []
  /// True for `(?i)`, which holds for the whole pattern.
  private(set) var isGlobal = false

  func applied(to flags: PatternFlags) -> PatternFlags {
    var result = flags
    if on.contains(.unicode) { result.remove(.ascii) }
    return result.union(on.subtracting(.unicode)).subtracting(off)
  }

  /// Reads flags from `first`, which has just been taken, up to `)` or `:`.
  static func read(
    _ first: UInt32, from tokenizer: inout PatternTokenizer
  ) throws(RegularExpressionError) -> PatternFlagSyntax {
    var result = PatternFlagSyntax()
    var character = first
    var isOff = false
    if character == 0x2D {
      isOff = true
      character = try following(in: &tokenizer)
      guard isFlag(character) else { throw unknown(tokenizer) }
    } else if !isFlag(character) {
      throw .invalidPattern(message: "unknown extension", offset: tokenizer.position - 1)
    }
    while true {
      try result.add(character, isOff: isOff, at: tokenizer.position - 1)
      character = try following(in: &tokenizer)
      if character == 0x3A { return try result.checked(at: tokenizer.position) }
      if character == 0x29, !isOff {
        result.isGlobal = true
        return result
      }
      if character == 0x2D, !isOff {
        isOff = true
        character = try following(in: &tokenizer)
      }
      guard isFlag(character) else { throw unknown(tokenizer) }
    }
  }

  private static func isFlag(_ character: UInt32) -> Bool {
    PatternFlags.named(character) != nil || character == 0x4C || character == 0x74
  }

  private static func following(in tokenizer: inout PatternTokenizer) throws(RegularExpressionError) -> UInt32
  {
    guard let token = tokenizer.take(), token.count == 1, let character = token.first else {
      throw unknown(tokenizer)
    }
    return character
  }

  private static func unknown(_ tokenizer: PatternTokenizer) -> RegularExpressionError {
    .invalidPattern(message: "unknown flag or missing -, : or )", offset: tokenizer.position)
  }

  private mutating func add(
    _ character: UInt32, isOff: Bool, at offset: Int
  ) throws(RegularExpressionError) {
    guard let flag = PatternFlags.named(character) else {
      if character == 0x4C {
        throw .invalidPattern(
          message: "bad inline flags: cannot use 'L' flag with a str pattern", offset: offset)
      }
      throw .unsupportedPattern(message: "the flag t", offset: offset)
    }
    guard isOff else {
      on.insert(flag)
      guard !on.isSuperset(of: [.ascii, .unicode]) else {
        throw .invalidPattern(message: "bad inline flags: flags 'a' and 'u' are incompatible", offset: offset)
      }
      return
    }
    guard flag != .ascii, flag != .unicode else {
      throw .invalidPattern(message: "bad inline flags: cannot turn off flags 'a' and 'u'", offset: offset)
    }
    off.insert(flag)
  }

  private func checked(at offset: Int) throws(RegularExpressionError) -> PatternFlagSyntax {
    guard on.isDisjoint(with: off) else {
      throw .invalidPattern(message: "bad inline flags: flag turned on and off", offset: offset)
    }
    return self
  }
}
