// A text is asked about place after place; no place at which a match begins may be refused.
import Testing

@testable import TextMatching

@Suite struct PrefilterHitsTests {
  /// The answers for places in order; each from a place through itself.
  private static func answers(_ pattern: String, in text: String, at places: [Int]) throws -> [Bool] {
    let (tree, groups) = try PatternParser.parse(pattern, flags: .ignoreCase)
    var hits = PrefilterHits(of: Prefilter.all(in: tree, groups: groups))
    let bytes = Array(text.utf8)
    var answers: [Bool] = []
    var digits = DigitRuns()
    for place in places { answers.append(hits.allow(from: place, through: place, in: bytes.span, &digits)) }
    return answers
  }

  @Test func placesFarFromWhatMatchesHoldAreRefused() throws {
    let text = "ab@ cd ef gh ij kl mn op qr st uv wx yz ab@"
    let places = [0, 4, text.utf8.count - 3, text.utf8.count]
    #expect(try Self.answers("[a-z]{1,3}@", in: text, at: places) == [true, false, true, false])
  }

  /// Without a bound, a match can begin however far in front.
  @Test func unboundedPatternsNeedOneHitBehind() throws {
    let text = String(repeating: "a", count: 5000) + "@ aaa"
    #expect(try Self.answers("a+@", in: text, at: [0, 4999, 5000, 5001]) == [true, true, true, false])
  }

  /// A text full of one thing that matches hold may have nothing of the other.
  @Test func allThatMatchesHoldIsAskedFor() throws {
    #expect(try Self.answers("[a-z]+ [a-z]+\\d", in: "ab12ab12", at: [0, 4]) == [false, false])
    #expect(try Self.answers("[a-z]+ [a-z]+\\d", in: "ab ab ab", at: [0, 3]) == [false, false])
    #expect(try Self.answers("[a-z]+ [a-z]+\\d", in: "ab ab12", at: [0, 3]) == [true, false])
  }

  @Test func aPatternWithoutAnythingCertainIsAllowedEverywhere() throws {
    #expect(try Self.answers("\\w", in: "ab", at: [0, 1, 2]) == [true, true, true])
  }
}
