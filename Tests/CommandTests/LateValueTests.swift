// Values from the environment in reuse: a change of one is noticed, and none is kept or shown.
internal import CanonicalJSON
internal import SystemFiles
internal import TestSupport
import Testing

@Suite struct LateValueTests {
  private let place: Workplace

  init() throws {
    var place = try Workplace()
    try place.write("first-canary/letter.txt", SampleRunbook.letter)
    try place.write("second-canary/letter.txt", SampleRunbook.letter)
    try place.write("sample.yaml", SampleRunbook.detection(of: "${DATA_PLACE}"))
    place.environment["DATA_PLACE"] = "first-canary"
    let compiled = try place.wct(
      "compile", "sample.yaml", "-o", "plan.json", "-q", "--late-bind", "DATA_PLACE")
    #expect(compiled.code == 0, "\(compiled)")
    self.place = place
  }

  private func reasons(_ arguments: [String], _ list: String, in place: Workplace) throws -> [JSONValue] {
    let result = try place.start(.machine, arguments).result()
    #expect(result.code == 0, "\(result)")
    return try JSONReader.read(result.standardOutput)[list]?.arrayValue?.compactMap { $0["reason"] } ?? []
  }

  @Test func aChangedValueIsAReasonAndIsNeverShown() throws {
    var other = place
    #expect(try place.machine("run", "plan.json", "-q", "--reuse", "auto").code == 0)
    #expect(try place.machine("run", "plan.json", "-q", "--reuse", "auto").code == 0)
    #expect(try reasons(["why", "latest"], "artifacts", in: place).first == "unchanged")
    other.environment["DATA_PLACE"] = "second-canary"
    let forecast = ["forecast", "plan.json", "--json"]
    #expect(try reasons(forecast, "instructions", in: other).first == "value_changed")
    #expect(try other.machine("run", "plan.json", "-q", "--reuse", "auto").code == 0)
    #expect(try reasons(["why", "latest"], "artifacts", in: other).first == "value_changed")
    let why = try other.machine("why", "latest", "files").output
    #expect(why.contains("the value of 'path' changed") && !why.contains("second-canary"), "\(why)")
    other.environment["DATA_PLACE"] = nil
    #expect(try reasons(forecast, "instructions", in: other).first == "value_unknown")
  }

  /// The journal holds no value; blobs hold what was read, and where from.
  @Test func noValueIsInTheDatabase() throws {
    #expect(try place.machine("run", "plan.json", "-q").code == 0)
    for name in try listDirectory("\(place.path)/.wct").compactMap(\.text) where name.hasPrefix("store.db") {
      #expect(!(try place.bytes(".wct/\(name)").holds("first-canary")), "\(name)")
    }
  }
}
