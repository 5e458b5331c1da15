// Finds bytes in a row that every match of a pattern holds. Knows no engine.

/// The literal prefilter for words: `.atlasv1.` of `[a-z0-9]{14}\.atlasv1\.\w+`.
///
/// A single byte of such a word may be frequent, while the word itself is next to nowhere. Only characters that equal
/// no other are considered, as in ``RequiredByte``.
struct RequiredLiteral: Sendable, Equatable {
  /// Fewer bytes in a row are not much rarer than the rarest of them.
  static let minimumLength = 4

  let bytes: [UInt8]
  /// Which of the bytes is looked for first, being the rarest.
  let rarest: Int
  /// The greatest distance in code points from the beginning of a match to that of the bytes.
  let lead: Int

  /// Nil if no bytes in a row are certain, or if a match may begin too far before them.
  init?(in tree: PatternNode, groups: PatternGroups) {
    var walk = Walk(groups: groups)
    walk.take(tree)
    walk.endRun()
    let (bytes, lead) = walk.longest
    guard bytes.count >= Self.minimumLength, lead <= Prefilter.maximumLead else { return nil }
    self.bytes = bytes
    self.lead = lead
    rarest = bytes.indices.min { Self.frequency(of: bytes[$0]) < Self.frequency(of: bytes[$1]) } ?? 0
  }

  /// From frequent to rare, as counted in the documentation of Debian's packages.
  private static let frequent = Array(" etsaoinr/lcpdhum\nb.\"fg_-y=v:0w1j2kx3,".utf8)

  private static func frequency(of byte: UInt8) -> Int {
    frequent.firstIndex(of: byte).map { frequent.count - $0 } ?? 0
  }

  /// Where the bytes come next, from a position on; nil if they don't.
  func next(in text: Span<UInt8>, from position: Int) -> Int? {
    var place = position + rarest
    while let hit = text.firstIndex(of: bytes[rarest], from: place) {
      let start = hit - rarest
      if start + bytes.count > text.count { return nil }
      if bytes.indices.allSatisfy({ text[start + $0] == bytes[$0] }) { return start }
      place = hit + 1
    }
    return nil
  }

  /// Goes through a pattern from its beginning and gathers what surely stands side by side.
  private struct Walk {
    let groups: PatternGroups
    private(set) var longest: (bytes: [UInt8], lead: Int) = ([], 0)
    private var run: (bytes: [UInt8], lead: Int) = ([], 0)
    /// The most code points that can come before the part that is taken next.
    private var before = 0

    init(groups: PatternGroups) { self.groups = groups }

    mutating func take(_ node: PatternNode) {
      switch node {
      case .literal(let codePoint, let flags):
        guard codePoint < 0x80, !flags.contains(.ignoreCase) || !CaseFolding.hasCase(codePoint) else {
          return skip(node)
        }
        if run.bytes.isEmpty { run.lead = before }
        run.bytes.append(UInt8(truncatingIfNeeded: codePoint))
        before += 1
      case .sequence(let items): for item in items { take(item) }
      case .capture(_, let content), .group(let content), .atomic(let content): take(content)
      case .anchor, .look: break
      case .any, .set, .alternation, .repetition, .backreference, .conditional: skip(node)
      }
    }

    /// Passes over a part of which no bytes are certain.
    private mutating func skip(_ node: PatternNode) {
      endRun()
      before += PatternWidth(of: node, groups: groups).maximum
    }

    mutating func endRun() {
      if run.bytes.count > longest.bytes.count { longest = run }
      run = ([], before)
    }
  }
}
