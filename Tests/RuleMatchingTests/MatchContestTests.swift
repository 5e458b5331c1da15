// Overlapping matches: which of them counts.
import Testing

@testable import RuleMatching

@Suite struct MatchContestTests {
  private func match(
    _ range: Range<Int>, _ slot: Int, _ confidence: Int, distance: Int? = nil
  ) -> ContestedMatch {
    ContestedMatch(range: range, slot: slot, confidence: confidence, contextDistance: distance)
  }

  @Test func aNearerWordSaysMore() {
    let near = match(0..<15, 1, 90, distance: 2)
    #expect(MatchContest.winners([match(0..<15, 0, 95, distance: 30), near]) == [near])
    let sure = match(0..<15, 0, 95, distance: 2)
    #expect(MatchContest.winners([sure, near]) == [sure])
  }

  @Test func theSurestWinsThenTheLongestThenTheFirst() {
    let card = match(0..<16, 3, 96)
    #expect(MatchContest.winners([match(2..<12, 1, 75), card]) == [card])
    let longer = match(0..<10, 2, 80)
    #expect(MatchContest.winners([match(0..<5, 1, 80), longer]) == [longer])
    let first = match(0..<5, 0, 80)
    #expect(MatchContest.winners([match(0..<5, 1, 80), first]) == [first])
  }

  @Test func whatDoesNotOverlapIsKeptInTheOrderOfTheText() {
    let all = [match(20..<30, 0, 10), match(0..<5, 1, 90), match(5..<9, 2, 50)]
    #expect(MatchContest.winners(all).map(\.slot) == [1, 2, 0])
  }

  @Test func aLoserDoesNotTakeItsNeighbourWithIt() {
    let chain = [match(0..<10, 0, 50), match(8..<20, 1, 90), match(18..<30, 2, 50), match(29..<40, 3, 60)]
    #expect(MatchContest.winners(chain).map(\.slot) == [1, 3])
  }
}
