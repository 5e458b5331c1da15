// Finds a byte that every match of a pattern holds. Knows no engine.

/// The literal prefilter: a text without the byte is passed over at the speed of `memchr`.
///
/// Only characters that equal no other are considered, such as the `@` of an e-mail address or the `-` of a
/// number, and of them the byte that is rarest in ordinary texts. Lookaround is left out: what it sees need not
/// lie in the match.
enum RequiredByte {
  /// The byte to look for; nil if none is certain.
  static func find(in tree: PatternNode) -> UInt8? {
    bytes(in: tree).max { rarity($0) < rarity($1) }
  }

  private static func bytes(in node: PatternNode) -> Set<UInt8> {
    switch node {
    case .literal(let codePoint, let flags):
      guard !flags.contains(.ignoreCase) || !CaseFolding.hasCase(codePoint) else { return [] }
      return Set(UTF8Decoding.encode(codePoint).prefix(1))
    case .any, .set, .anchor, .look, .backreference, .conditional: return []
    case .sequence(let items): return items.reduce(into: []) { $0.formUnion(bytes(in: $1)) }
    case .alternation(let branches):
      guard let first = branches.first else { return [] }
      return branches.dropFirst().reduce(bytes(in: first)) { $0.intersection(bytes(in: $1)) }
    case .capture(_, let content), .group(let content), .atomic(let content): return bytes(in: content)
    case .repetition(let content, let count): return count.minimum > 0 ? bytes(in: content) : []
    }
  }

  /// A rough order by how seldom a byte comes in prose, code and tables; equal ranks go by the byte's value.
  private static func rarity(_ byte: UInt8) -> Int {
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
