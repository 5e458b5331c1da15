// A text is asked about place after place; no place at which a match begins may be refused.
import Testing

@testable import TextMatching

@Suite struct PrefilterHitsTests {
  private static func hits(of pattern: String) throws -> PrefilterHits {
    let (tree, groups) = try PatternParser.parse(pattern, flags: .ignoreCase)
    return PrefilterHits(of: try #require(Prefilter(in: tree, groups: groups)))
  }

  @Test func placesFarFromWhatMatchesHoldAreRefused() throws {
    let text = Array("ab@ cd ef gh ij kl mn op qr st uv wx yz ab@".utf8)
    var hits = try Self.hits(of: "[a-z]{1,3}@")
    #expect(hits.allow(from: 0, through: 0, in: text.span))
    #expect(!hits.allow(from: 4, through: 4, in: text.span))
    #expect(hits.allow(from: 5, through: 40, in: text.span))
    #expect(hits.allow(from: text.count - 3, through: text.count - 3, in: text.span))
    #expect(!hits.allow(from: text.count, through: text.count, in: text.span))
  }

  /// Without a bound, a match can begin however far in front.
  @Test func unboundedPatternsNeedOneHitBehind() throws {
    let text = Array((String(repeating: "a", count: 5000) + "@ aaa").utf8)
    var hits = try Self.hits(of: "a+@")
    #expect(hits.allow(from: 0, through: 0, in: text.span))
    #expect(hits.allow(from: 5000, through: 5000, in: text.span))
    #expect(!hits.allow(from: 5001, through: 5001, in: text.span))
  }

  @Test func aPatternWithoutAnythingCertainIsAllowedEverywhere() {
    var hits = PrefilterHits(of: nil)
    #expect(hits.allow(from: 0, through: 0, in: [UInt8]().span))
  }
}
