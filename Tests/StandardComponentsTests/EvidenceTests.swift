// Places, representatives, round-robin and snippet windows.
import CanonicalJSON
import Testing

/// Texts of `x` at the given distances from each other, and the number of pieces of evidence.
@Test(
  "A match that begins more than the threshold after the last end starts a new place",
  arguments: [
    ([49], 1), ([50], 1), ([51], 2), ([50, 50], 1), ([51, 50], 2), ([50, 51], 2), ([51, 51], 3),
  ])
func thresholdIsExact(distances: [Int], places: Int) throws {
  let text = "x" + distances.map { String(repeating: " ", count: $0) + "x" }.joined()
  let result = try detect(
    [text], [rule("r", ["x"])],
    ["evidence_proximity_threshold": 50, "maximum_evidence_count": 20])
  #expect(result.counts() == ["x:\(distances.count + 1)"])
  #expect(result.evidence().count == places)
}

@Test("Distances are counted in code points, not in bytes", arguments: ["é", "日", "😀", "e\u{301}"])
func thresholdCountsCodePoints(filler: String) throws {
  let size = filler.unicodeScalars.count
  for (distance, places) in [(50, 1), (51, 2)] {
    let padding =
      String(repeating: filler, count: distance / size) + String(repeating: "-", count: distance % size)
    let result = try detect(
      ["x-" + padding.dropLastScalars(2) + "-x"], [rule("r", ["x"])],
      ["evidence_proximity_threshold": 50])
    #expect(result.evidence().count == places, "\(filler) at \(distance)")
  }
}

@Test("The furthest end counts, also of a match that later ones lie in")
func distanceBeginsAtTheEnd() throws {
  let text = "ab " + String(repeating: "-", count: 60) + " z" + String(repeating: " ", count: 51) + "ab"
  let options: JSONValue = ["evidence_proximity_threshold": 50]
  #expect(try detect([text], [rule("r", values: ["ab -+ z|ab"])], options).evidence().count == 2)
  let nearer = text.replacing(String(repeating: " ", count: 51), with: String(repeating: " ", count: 50))
  #expect(try detect([nearer], [rule("r", values: ["ab -+ z|ab"])], options).evidence().count == 1)
}

@Test("Evidence goes round the patterns, up to the maximum")
func evidenceGoesRound() throws {
  let gap = String(repeating: ".", count: 400)
  let text = ["a1", "a1", "a1", "b1", "b1", "c1"].joined(separator: gap)
  let rules = [rule("r", ["a1", "b1"], values: ["c1"])]
  func order(_ count: Int) throws -> [String] {
    let options: JSONValue = ["maximum_evidence_count": .integer(count), "evidence_context_size": "small"]
    return try detect([text], rules, options).evidence().map { $0.filter { $0 != "." } }
  }
  #expect(try order(1) == ["a1"])
  #expect(try order(2) == ["a1", "b1"])
  #expect(try order(3) == ["a1", "b1", "c1"])
  #expect(try order(4) == ["a1", "b1", "c1", "a1"])
  #expect(try order(5) == ["a1", "b1", "c1", "a1", "b1"])
  #expect(try order(20) == ["a1", "b1", "c1", "a1", "b1", "a1"])
}

@Test("A place is shown by its first match, and all matches are counted")
func placesAreShownByTheirFirstMatch() throws {
  let text = "x1" + String(repeating: "-", count: 150) + "x2" + String(repeating: "-", count: 150) + "x3"
  let result = try detect(
    [text], [rule("r", values: [#"x\d"#])], ["evidence_context_size": "small"])
  #expect(result.counts() == [#"x\d:3"#])
  #expect(result.evidence() == ["x1" + String(repeating: "-", count: 50) + "..."])
}

@Test(
  "The window is so many code points on each side, with dots where the text goes on",
  arguments: [("small", 50), ("medium", 100), ("large", 200)])
func windowsHaveTheirSizes(size: String, margin: Int) throws {
  for filler in ["-", "é", "日", "😀"] {
    func side(_ count: Int) -> String { String(repeating: filler, count: count) }
    func snippet(_ before: Int, _ after: Int) throws -> [String] {
      try detect(
        [side(before) + " x " + side(after)], [rule("r", ["x"])],
        ["evidence_context_size": .string(size)]
      ).evidence()
    }
    let most = margin - 1
    #expect(try snippet(most, most) == [side(most) + " x " + side(most)])
    #expect(try snippet(margin, most) == ["..." + side(most) + " x " + side(most)])
    #expect(try snippet(most, margin) == [side(most) + " x " + side(most) + "..."])
    #expect(try snippet(margin + 9, 0) == ["..." + side(most) + " x"])
  }
}

@Test("The full text is shown without dots, stripped")
func fullTextHasNoDots() throws {
  let middle = "x" + String(repeating: "-", count: 999)
  let result = try detect(
    ["\n " + middle + "\u{A0}"], [rule("r", ["x"])], ["evidence_context_size": "full"])
  #expect(result.evidence() == [middle])
}

@Test(
  "Snippets are stripped as Python strips, the dots stay where the window was cut",
  arguments: [
    (" \t\n", true), ("\u{1C}\u{1D}\u{1E}\u{1F}", true), ("\u{85}\u{A0}", true),
    ("\u{2003}\u{3000}\u{2028}", true),
    ("\u{200B}", false), ("\u{FEFF}", false),
  ])
func snippetsAreStripped(edge: String, isStripped: Bool) throws {
  #expect(
    try detect([edge + "x" + edge], [rule("r", ["x"])]).evidence() == [isStripped ? "x" : edge + "x" + edge])
  let blank = String(repeating: " ", count: 50)
  let cut = try detect(
    ["a" + blank + "x" + blank + "b"], [rule("r", ["x"])], ["evidence_context_size": "small"])
  #expect(cut.evidence() == ["...x..."])
}

extension String {
  /// The text without its last code points.
  fileprivate func dropLastScalars(_ count: Int) -> String {
    String(String.UnicodeScalarView(unicodeScalars.dropLast(count)))
  }
}
