// The list of rules: codes and names are unique, in order, and of the documented form.
import Diagnostics
import Testing

struct RuleRegistryTests {
  @Test func codesAndNames() {
    #expect(Set(Rule.all.map(\.code)).count == Rule.all.count)
    #expect(Set(Rule.all.map(\.name)).count == Rule.all.count)
    #expect(Rule.all.map(\.code) == Rule.all.map(\.code).sorted())
    for rule in Rule.all {
      #expect(rule.code.wholeMatch(of: /WCT[1-69][0-9]{3}/) != nil, "\(rule.code)")
      #expect(rule.name.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil, "\(rule.name)")
      #expect(rule.summary.hasSuffix(".") && !rule.summary.isEmpty)
      #expect(rule.severity != .error || !rule.code.hasPrefix("WCT9"), "\(rule.code)")
    }
  }

  @Test func severities() {
    #expect(Severity.allCases.sorted() == [.note, .warning, .error])
  }
}
