// One pass of a keyword automaton over one text. Keeps what the pass must remember between matches.

/// The search for word starts that the filter admits, and the walk through the table from each of them.
///
/// Every byte is classified once and walked at most once, so the pass is linear whatever the keywords are.
struct KeywordScan {
  /// What is remembered between matches.
  struct Memory {
    /// For each keyword the end of its last match; empty unless places can overlap.
    var lastEnds: [Int] = []
    /// True once the walk has met a character whose folded form has another length in bytes.
    var lengthsDiffer = false
  }

  let automaton: KeywordAutomaton

  func run<Failure: Error>(
    over text: Span<UInt8>, _ body: (KeywordMatch) throws(Failure) -> Void
  ) throws(Failure) {
    var memory = Memory()
    if automaton.tracksOverlap {
      memory.lastEnds = [Int](repeating: 0, count: automaton.keywords.count)
    }
    var block = 0
    // The lowest bit: the byte before the block is a letter or digit.
    var carry: UInt64 = 0
    var mask = WordMask(of: text, at: 0)
    while block < text.count {
      let following = WordMask(of: text, at: block &+ 64)
      let candidates = ~(mask.alphanumeric << 1 | carry) & starts(in: mask)
      let position = try search(text, block: block, mask, following, candidates: candidates, &memory, body)
      block &+= 64
      if position < block {
        carry = mask.alphanumeric >> 63
        mask = following
      } else {
        block = position
        carry = WordBoundary.isASCIIAlphanumeric(text[position - 1]) ? 1 : 0
        mask = WordMask(of: text, at: block)
      }
    }
  }

  /// Walks from the candidates of a block that the filter admits; gives the furthest position reached.
  @inline(__always)
  private func search<Failure: Error>(
    _ text: Span<UInt8>, block: Int, _ mask: WordMask, _ following: WordMask, candidates: UInt64,
    _ memory: inout Memory,
    _ body: (KeywordMatch) throws(Failure) -> Void
  ) throws(Failure) -> Int {
    var candidates = candidates
    var position = block
    while candidates != 0 {
      let offset = candidates.trailingZeroBitCount
      let start = block &+ offset
      candidates &= candidates &- 1
      guard automaton.filter.admits(text, at: start, run: run(from: offset, mask, following)),
        !WordBoundary.followsFoldedLetter(in: text, at: start)
      else { continue }
      position = try walk(text, from: start, &memory, body)
      guard position < block &+ 64 else { break }
      candidates &= ~0 << UInt64(position &- block)
    }
    return position
  }

  /// The letters and digits of ASCII from an offset in a block on, at most those that the filter tells apart.
  @inline(__always)
  private func run(from offset: Int, _ mask: WordMask, _ following: WordMask) -> Int {
    // The second shift is in two steps, as a shift by 64 has no meaning.
    let bits = mask.alphanumeric &>> UInt64(offset) | (following.alphanumeric &<< 1) &<< UInt64(63 &- offset)
    return (~bits | (1 &<< UInt64(KeywordPrefixFilter.maximumRun))).trailingZeroBitCount
  }

  /// The bytes of a block at which a keyword may begin if there is a boundary before.
  @inline(__always)
  private func starts(in mask: WordMask) -> UInt64 {
    if automaton.filter.hasPunctuationStart { return mask.character }
    return automaton.filter.hasNonASCIIStart ? mask.alphanumeric | mask.lead : mask.alphanumeric
  }

  /// Walks from a boundary until no keyword is under way; gives the position reached.
  @inline(__always)
  private func walk<Failure: Error>(
    _ text: Span<UInt8>, from start: Int, _ memory: inout Memory,
    _ body: (KeywordMatch) throws(Failure) -> Void
  ) throws(Failure) -> Int {
    let cells = automaton.table.cells.span
    let classes = automaton.table.classes.ofTextByte.span
    let root = automaton.table.root
    memory.lengthsDiffer = false
    var state = root
    var position = start
    while position < text.count {
      // Safe: `position` is below the count, 256 classes are given, and a state is the offset of a full row.
      let column = unsafe classes[unchecked: Int(text[unchecked: position])]
      var next = unsafe cells[unchecked: Int(state) &+ Int(column)]
      position &+= 1
      if next == KeywordTable.stop { next = stepBeyondASCII(text, from: state, position: &position, &memory) }
      if next <= root { return position }
      if next >= KeywordTable.output {
        next &= ~KeywordTable.output
        try report(text, state: next, end: position, &memory, body)
      }
      state = next
    }
    return position
  }

  /// Steps over the character beyond ASCII that begins just before `position`, and moves `position` after it.
  private func stepBeyondASCII(
    _ text: Span<UInt8>, from state: UInt32, position: inout Int, _ memory: inout Memory
  ) -> UInt32 {
    let table = automaton.table
    guard let scalar = UTF8Decoding.scalar(in: text, at: position - 1) else { return table.root }
    position += scalar.length - 1
    guard let folded = automaton.folding.fold(scalar.codePoint) else { return table.root }
    return step(over: folded, from: state, length: scalar.length, &memory)
  }

  private func step(
    over folded: UInt32, from state: UInt32, length: Int, _ memory: inout Memory
  ) -> UInt32 {
    let table = automaton.table
    guard let scalar = Unicode.Scalar(folded), let encoded = UTF8.encode(scalar) else { return table.root }
    if encoded.count != length { memory.lengthsDiffer = true }
    var state = state
    for byte in encoded {
      let row = Int(state & ~KeywordTable.output)
      state = table.cells[row + Int(table.classes.ofFoldedByte[Int(byte)])]
    }
    return state
  }

  private func report<Failure: Error>(
    _ text: Span<UInt8>, state: UInt32, end: Int, _ memory: inout Memory,
    _ body: (KeywordMatch) throws(Failure) -> Void
  ) throws(Failure) {
    guard !WordBoundary.isWordCharacter(in: text, at: end) else { return }
    for output in automaton.table.keywords(endingIn: state) {
      let index = Int(automaton.table.outputs[output])
      let start = start(of: index, endingAt: end, in: text, lengthsDiffer: memory.lengthsDiffer)
      if automaton.tracksOverlap {
        guard start >= memory.lastEnds[index] else { continue }
        memory.lastEnds[index] = end
      }
      try body(KeywordMatch(patternIndex: index, start: start, end: end))
    }
  }

  private func start(of index: Int, endingAt end: Int, in text: Span<UInt8>, lengthsDiffer: Bool) -> Int {
    guard lengthsDiffer else { return end - automaton.keywords[index].bytes.count }
    var start = end
    for _ in automaton.keywords[index].codePoints {
      repeat { start -= 1 } while start > 0 && text[start] & 0xC0 == 0x80
    }
    return max(start, 0)
  }
}
