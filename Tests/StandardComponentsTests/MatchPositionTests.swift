// What `match_positions` adds to a finding.
import CanonicalJSON
import Testing

private func context(_ result: TrialResult, _ index: Int = 0) throws -> JSONObject {
  try #require(result.items[index]["metadata"].objectValue?["context"]?.objectValue)
}

@Test("Every match is told in the order of the text, in code points")
func matchesAreToldInOrder() throws {
  let result = try detect(
    ["é 😀 7 word é 8 word"], [rule("r", ["word"], values: [#"\d"#])], ["match_positions": true])
  let matches = try #require(try context(result)["matches"]?.arrayValue)
  let told = matches.map {
    "\($0["rule"].stringValue ?? "?") \($0["by"].stringValue ?? "?") "
      + "\($0["start"].integerValue ?? -1)-\($0["end"].integerValue ?? -1)"
  }
  #expect(told == ["r value 4-5", "r word 6-10", "r value 13-14", "r word 15-19"])
}

@Test("What is beyond the limit is counted")
func matchesBeyondTheLimitAreCounted() throws {
  let text = String(repeating: "x ", count: 1003)
  let context = try context(try detect([text], [rule("r", ["x"])], ["match_positions": true]))
  #expect(context["matches"]?.arrayValue?.count == 1000)
  #expect(context["matches_left_out"]?.integerValue == 3)
}

@Test("Nothing is added unless it is asked for")
func positionsAreAskedFor() throws {
  #expect(try context(try detect(["x"], [rule("r", ["x"])])).isEmpty)
  #expect(try context(try detect(["x"], [rule("r", ["x"])], ["match_positions": false])).isEmpty)
}
