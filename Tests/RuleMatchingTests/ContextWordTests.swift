// Which words near a value speak of it.
import CanonicalJSON
import RulesetModel
import Testing

@testable import RuleMatching

@Suite struct ContextWordTests {
  /// What a rule for seven digits beside `staff number` finds in a text.
  private func found(
    _ text: String, side: String, gap: Int? = nil, language: String? = nil
  ) throws -> [String] {
    var context: JSONObject = [
      "any_of": ["staff number", "badge"], "none_of": ["order number"], "window": 40, "side": .string(side),
    ]
    if let gap { context["gap"] = .integer(gap) }
    let rules = try CompiledRules(
      .sample(
        valuePatterns: ["(?<!\\d)\\d{7}(?!\\d)"], ["confidence": 80, "context": .object(context)]), fields: []
    )
    var scan = RuleScan(rules, proximityThreshold: 200, maximumPlaceCount: 3, keptMatches: 10)
    var copy = text
    copy.makeContiguousUTF8()
    let touched = try scan.run(over: copy.utf8Span, language: language, checkCancellation: {})
    let bytes = Array(text.utf8)
    return touched.isEmpty
      ? [] : scan.matches(of: 0).flatMap(\.places.matches).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  @Test(arguments: [
    ("staffNumber = 1234567", ["1234567"]), ("this.newStaffNumber: \"1234567\"", ["1234567"]),
    ("<StaffNumber>1234567</StaffNumber>", ["1234567"]), ("STAFFNumber=1234567", ["1234567"]),
    ("staff_number = 1234567", ["1234567"]), ("STAFF_NUMBER=1234567", ["1234567"]),
    ("staff_number_order_number = 1234567", []), ("HRBadge 1234567", ["1234567"]),
    ("staffnumber = 1234567", []), ("stuffNumber = 1234567", []),
    ("staffNumberOrderNumber = 1234567", []), ("orderNumber = 1234567", []),
  ])
  func capitalLettersTellWordsApart(text: String, values: [String]) throws {
    #expect(try found(text, side: "before") == values, "\(text)")
  }

  @Test(arguments: [
    ("1234567 (badge)", ["1234567"]), ("{\"value\": \"1234567\", \"scheme\": \"badge\"}", ["1234567"]),
    ("{\"value\": \"1234567\",\n \"scheme\": \"badge\"}", ["1234567"]), ("1234567;Anna;badge", ["1234567"]),
    ("1234567\nbadge", []), ("{\"badge\": \"7654321\", \"due\": 1234567}", ["7654321"]),
    ("7654321, badge: 1234567", ["1234567"]),
    ("1234567 and 7654321 badge", ["7654321"]),
    ("badge 1234567", ["1234567"]), ("1234567", []),
  ])
  func aWordBehindAValueSpeaksOfItInItsRow(text: String, values: [String]) throws {
    #expect(try found(text, side: "row") == values, "\(text)")
    if !text.hasPrefix("badge"), values == ["1234567"], text.hasPrefix("1") {
      #expect(try found(text, side: "before").isEmpty, "\(text)")
    }
  }

  @Test(arguments: [
    ("badge 1234567", "before", ["1234567"]), ("badge: 1234567", "before", ["1234567"]),
    ("badge is 1234567", "before", []), ("1234567 badge", "either", ["1234567"]),
    ("1234567 is badge", "either", []),
    ("badge is\n1234567 badge", "either", ["1234567"]),
  ])
  func aGapBoundsWhatIsBetween(text: String, side: String, values: [String]) throws {
    #expect(try found(text, side: side, gap: 2) == values, "\(text)")
  }

  @Test(arguments: [
    ("badge: 1234567, contract: 7654321", ["1234567"]), ("badge: 1234567\ncontract 7654321", ["1234567"]),
    ("badge: 1234567 or 7654321", ["1234567", "7654321"]), ("badge:\n  1234567", ["1234567"]),
    ("badge=1234567&x=7654321", ["1234567"]), ("<badge>x</badge><z>7654321</z>", []),
    ("order number: 7654321, badge: 1234567", ["1234567"]),
  ])
  func aWordWithAValueOfItsOwnIsSpent(text: String, values: [String]) throws {
    #expect(try found(text, side: "before") == values, "\(text)")
  }

  @Test func longNamesAndManyNamesEndWell() throws {
    let long = String(repeating: "aB", count: 5000)
    let many = (0..<10_000).map { "aName\($0)" }.joined(separator: " ")
    #expect(try found("\(long) badgeNo \(many) theBadge 1234567", side: "before") == ["1234567"])
  }
}
