// `wct rulesets show`, `test` and `diff` through the built program.
internal import CanonicalJSON
internal import TestSupport
import Testing

@Suite struct RulesetCommandTests {
  private let place: Workplace

  private static let rules = """
    name: staff
    version: 1.0.0
    description: Our own words
    categories: [staff_number]
    rules:
      - name: staff_number
        description: Numbers of the staff register
        category: staff_number
        patterns: [staff number]
        value_patterns: ['(?<!\\w)ST-\\d{6}(?!\\w)']
        confidence: 90
        examples:
          match: ['badge ST-123456', the staff number]
          no_match: ['ST-12345']

    """

  init() throws {
    place = try Workplace()
    try place.write("rules/staff/1.0.0/staff.yaml", Self.rules)
  }

  @Test func examplesAreTried() throws {
    let good = try place.wct("rulesets", "test", "rules/staff/1.0.0/staff.yaml")
    #expect(good.code == 0 && good.output.contains("3 of 3 examples of 1 rules hold"), "\(good)")
    let named = try place.wct("rulesets", "test", "own/staff/1.0.0", "--rulesets", "own=rules")
    #expect(named.code == 0 && named.output.contains("3 of 3"), "\(named)")
  }

  @Test func anExampleThatDoesNotHoldIsShownAtItsPlace() throws {
    try place.write("bad.yaml", Self.rules.replacing("['ST-12345']", with: "['ST-12345', 'see ST-123456']"))
    let result = try place.wct("rulesets", "test", "bad.yaml")
    #expect(result.code == 1, "\(result)")
    for part in ["error[WCT6020]", "bad.yaml:14:30", "'see ST-123456'", "3 of 4 examples"] {
      #expect(result.all.contains(part), "\(part) is not in \(result)")
    }
  }

  @Test func whatIsOddIsAWarningAndFaultsAreErrors() throws {
    try place.write(
      "odd.yaml",
      Self.rules.replacing("patterns: [staff number]", with: "patterns: [staff number, Staff Number, ' x']"))
    let odd = try place.wct("rulesets", "test", "odd.yaml")
    #expect(odd.code == 0, "\(odd)")
    #expect(odd.all.contains("stands twice") && odd.all.contains("white space"), "\(odd)")
    for (pattern, reason) in [
      ("'(a+)+$'", "doubles with every character"), ("'a$b'", "can never match"),
      ("'(?<=a+)b'", "look-behind"),
    ] {
      try place.write("slow.yaml", Self.rules.replacing("'(?<!\\w)ST-\\d{6}(?!\\w)'", with: pattern))
      let result = try place.wct("rulesets", "test", "slow.yaml")
      #expect(
        result.code == 1 && result.all.contains(reason) && result.all.contains("slow.yaml:10:22"), "\(result)"
      )
    }
  }

  @Test func theBuiltInRulesetsPass() throws {
    let result = try place.wct("rulesets", "test")
    #expect(result.code == 0, "\(result)")
    #expect(result.output.contains("wct/personal_data_indicator/1.0.0"), "\(result)")
  }

  @Test func showPrintsTheRulesOrOneOfThem() throws {
    let all = try place.wct("rulesets", "show", "wct/personal_data_indicator/1.0.0")
    #expect(
      all.code == 0 && all.output.contains("payment_card_number") && all.output.contains("luhn"), "\(all)")
    let one = try place.wct("rulesets", "show", "wct/personal_data_indicator/1.0.0", "--rule", "iban")
    #expect(one.output.contains("standard: ISO 13616-1") && !one.output.contains("luhn"), "\(one)")
    let json = try place.wct("rulesets", "show", "rules/staff/1.0.0/staff.yaml", "--json")
    #expect(try JSONReader.read(json.standardOutput)["rules"]?.arrayValue?.count == 1)
    let wrong = try place.wct("rulesets", "show", "wct/personal_data_indicator/1.0.0", "--rule", "ibam")
    #expect(wrong.code == 2 && wrong.error.contains("did you mean 'iban'?"), "\(wrong)")
  }

  @Test func diffTellsRuleByRule() throws {
    let other =
      Self.rules.replacing("ST-\\d{6}", with: "ST-\\d{7}").replacing("confidence: 90", with: "confidence: 80")
      + "  - name: badge\n    description: B\n    category: staff_number\n    patterns: [badge]\n"
    try place.write("new.yaml", other)
    let old = "rules/staff/1.0.0/staff.yaml"
    let result = try place.wct("rulesets", "diff", old, "new.yaml")
    #expect(result.code == 3, "\(result)")
    for part in [
      "+ rule 'badge' added", "~ rule 'staff_number' changed", "confidence: - 90", "confidence: + 80",
    ] {
      #expect(result.output.contains(part), "\(part) is not in \(result)")
    }
    #expect(try place.wct("rulesets", "diff", old, old).code == 0)
    let back = try place.wct("rulesets", "diff", "new.yaml", old, "--json")
    let changes = try JSONReader.read(back.standardOutput).arrayValue ?? []
    #expect(changes.compactMap { $0["change"]?.stringValue } == ["removed", "changed"], "\(back)")
  }
}

extension ProcessResult {
  fileprivate var all: String { output + error }
}

extension String {
  fileprivate func replacing(_ old: String, with new: String) -> String {
    guard let range = firstRange(of: old) else { return self }
    return String(self[..<range.lowerBound]) + new + String(self[range.upperBound...])
  }

  private func firstRange(of text: String) -> Range<String.Index>? {
    indices.lazy.compactMap { start in
      self[start...].hasPrefix(text) ? start..<self.index(start, offsetBy: text.count) : nil
    }.first
  }
}
