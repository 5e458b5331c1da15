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
  /// The bytes that can stand between the beginning of a match and that place.
  let leadBytes: ByteSet

  /// The byte to look for; nil if none is certain.
  init?(in tree: PatternNode, groups: PatternGroups) {
    let candidates = Self.leads(in: tree, groups: groups)
    guard let best = candidates.max(by: { Self.rarity($0.key) < Self.rarity($1.key) }) else { return nil }
    byte = best.key
    lead = best.value.length <= Prefilter.maximumLead ? best.value.length : nil
    leadBytes = best.value.bytes
  }

  /// What can come before the first certain place of a byte.
  private struct Lead {
    /// Code points, at most.
    var length = 0
    var bytes = ByteSet()

    mutating func formUnion(_ other: Lead) {
      length = max(length, other.length)
      bytes.formUnion(other.bytes)
    }
  }

  /// For each byte that every match holds, what can come before its first certain place.
  private static func leads(in node: PatternNode, groups: PatternGroups) -> [UInt8: Lead] {
    switch node {
    case .literal(let codePoint, let flags):
      guard !flags.contains(.ignoreCase) || !CaseFolding.hasCase(codePoint) else { return [:] }
      return UTF8Decoding.encode(codePoint).first.map { [$0: Lead()] } ?? [:]
    case .any, .set, .anchor, .look, .backreference, .conditional: return [:]
    case .sequence(let items): return leads(inSequence: items, groups: groups)
    case .alternation(let branches):
      let all = branches.map { leads(in: $0, groups: groups) }
      guard let first = all.first else { return [:] }
      return all.dropFirst().reduce(into: first) { common, other in
        common = common.filter { other[$0.key] != nil }
        for (byte, lead) in other { common[byte]?.formUnion(lead) }
      }
    case .capture(_, let content), .group(let content), .atomic(let content):
      return leads(in: content, groups: groups)
    case .repetition(let content, let count):
      return count.minimum > 0 ? leads(in: content, groups: groups) : [:]
    }
  }

  private static func leads(inSequence items: [PatternNode], groups: PatternGroups) -> [UInt8: Lead] {
    var result: [UInt8: Lead] = [:]
    var before = Lead()
    for item in items {
      for (byte, lead) in leads(in: item, groups: groups) {
        let whole = Lead(length: before.length + lead.length, bytes: before.bytes.union(lead.bytes))
        if result[byte].map({ whole.length < $0.length }) ?? true { result[byte] = whole }
      }
      before.length += PatternWidth(of: item, groups: groups).maximum
      before.bytes.formUnion(PatternBytes.all(in: item))
    }
    return result
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
  var isVeryRare: Bool { "@+$%^~".utf8.contains(byte) }

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
