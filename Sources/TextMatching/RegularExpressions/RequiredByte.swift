// Finds a byte that every match of a pattern holds. Knows no engine.

/// The literal prefilter: a text without the byte is passed over at the speed of `memchr`, and where the byte's
/// distance from the beginning of a match is bounded, only the surroundings of its occurrences are searched.
///
/// Only characters that equal no other are considered, such as the `@` of an e-mail address or the `-` of a
/// number, and of them the byte that is rarest in ordinary texts. Lookaround is left out: what it sees need not
/// lie in the match.
struct RequiredByte: Sendable, Equatable {
  let byte: UInt8
  /// The greatest distance in code points from the beginning of a match to the byte's first certain place in it; nil
  /// if that has no useful bound.
  let lead: Int?
  /// The bytes that can stand between the beginning of a match and that place; all, if the byte is not very rare.
  let leadBytes: ByteSet

  /// The byte to look for; nil if none is certain.
  init?(in tree: PatternNode, groups: PatternGroups) {
    let candidates = Self.leads(in: tree, groups: groups)
    guard let best = candidates.max(by: { Self.rarity($0.key) < Self.rarity($1.key) }) else { return nil }
    byte = best.key
    lead = best.value <= Prefilter.maximumLead ? best.value : nil
    // Only rare bytes lead to places one by one, and to know what can stand before them takes its time.
    leadBytes = lead != nil && Self.isVeryRare(byte) ? Self.bytes(before: byte, in: tree) ?? .all : .all
  }

  /// For each byte that every match holds, the code points that can come before its first certain place.
  private static func leads(in node: PatternNode, groups: PatternGroups) -> [UInt8: Int] {
    switch node {
    case .literal(let codePoint, let flags):
      guard !flags.contains(.ignoreCase) || !CaseFolding.hasCase(codePoint) else { return [:] }
      return UTF8Decoding.encode(codePoint).first.map { [$0: 0] } ?? [:]
    case .any, .set, .anchor, .look, .backreference, .conditional: return [:]
    case .sequence(let items): return leads(inSequence: items, groups: groups)
    case .alternation(let branches):
      let all = branches.map { leads(in: $0, groups: groups) }
      guard let first = all.first else { return [:] }
      return all.dropFirst().reduce(first) { common, other in
        common.filter { other[$0.key] != nil }.merging(
          other.filter { common[$0.key] != nil }, uniquingKeysWith: max)
      }
    case .capture(_, let content), .group(let content), .atomic(let content):
      return leads(in: content, groups: groups)
    case .repetition(let content, let count):
      return count.minimum > 0 ? leads(in: content, groups: groups) : [:]
    }
  }

  private static func leads(inSequence items: [PatternNode], groups: PatternGroups) -> [UInt8: Int] {
    var result: [UInt8: Int] = [:]
    var before = 0
    for item in items {
      for (byte, lead) in leads(in: item, groups: groups) {
        result[byte] = min(result[byte] ?? .max, before + lead)
      }
      before += PatternWidth(of: item, groups: groups).maximum
    }
    return result
  }

  /// The bytes that can come before the first certain place of a byte; nil if it has none.
  private static func bytes(before byte: UInt8, in node: PatternNode) -> ByteSet? {
    switch node {
    case .literal(let codePoint, let flags):
      let isCertain = !flags.contains(.ignoreCase) || !CaseFolding.hasCase(codePoint)
      return isCertain && UTF8Decoding.encode(codePoint).first == byte ? ByteSet() : nil
    case .any, .set, .anchor, .look, .backreference, .conditional: return nil
    case .sequence(let items):
      for (index, item) in items.enumerated() {
        guard let found = bytes(before: byte, in: item) else { continue }
        return items[..<index].reduce(found) { $0.union(PatternBytes.all(in: $1)) }
      }
      return nil
    case .alternation(let branches):
      var all = ByteSet()
      for branch in branches {
        guard let found = bytes(before: byte, in: branch) else { return nil }
        all.formUnion(found)
      }
      return all
    case .capture(_, let content), .group(let content), .atomic(let content):
      return bytes(before: byte, in: content)
    case .repetition(let content, let count):
      return count.minimum > 0 ? bytes(before: byte, in: content) : nil
    }
  }

  /// How seldom the byte comes in ordinary texts.
  enum Frequency { case rare, middling, common }

  var frequency: Frequency {
    switch Self.rarity(byte) / 256 {
    case 4...: .rare
    case 3: .middling
    default: .common
    }
  }

  /// Whether the byte is rare in prose, code and markup alike.
  var isVeryRare: Bool { Self.isVeryRare(byte) }

  private static func isVeryRare(_ byte: UInt8) -> Bool { "@+$%^~".utf8.contains(byte) }

  /// A rough order by how seldom a byte comes in prose, code and tables; equal ranks go by the byte's value.
  static func rarity(_ byte: UInt8) -> Int {
    let rank =
      switch byte {
      case 0x20, 0x0A: 0
      case 0x61...0x7A: 1
      case 0x41...0x5A, 0x30...0x39: 2
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "_"): 3
      case UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "\""), UInt8(ascii: "="): 4
      case 0x80...: 5
      default: 6
      }
    return rank * 256 + Int(byte)
  }
}
