// Severity profiles: what a base and settings make of each rule.
import Diagnostics
import Testing

struct SeverityProfileTests {
  @Test func theDefaultChangesNothing() {
    for rule in Rule.all {
      #expect(SeverityProfile.default.level(of: rule) == RuleLevel(rule.severity), "\(rule.code)")
    }
  }

  @Test func bases() {
    let levels = { (base: SeverityProfile.Base) in
      [Rule.unusedArtifact, .missingContact, .olderSpelling, .rulesetRemark, .unknownArtifact].map {
        SeverityProfile(base: base).level(of: $0)
      }
    }
    #expect(levels(.default) == [.warning, .warning, .warning, .note, .error])
    #expect(levels(.strict) == [.error, .warning, .warning, .note, .error])
    #expect(levels(.relaxed) == [.warning, .note, .note, .note, .error])
    #expect(levels(.migration) == [.warning, .warning, .note, .note, .error])
  }

  @Test func aCodeCountsMoreThanAPrefix() throws {
    let settings = try [
      RuleSetting("WCT9006", "error"), RuleSetting("WCT9", "off"), RuleSetting("WCT900", "note"),
    ]
    let profile = SeverityProfile(base: .strict, overrides: settings)
    #expect(profile.level(of: .unusedArtifact) == .error)
    #expect(profile.level(of: .missingContact) == .note)
    #expect(profile.level(of: .deprecatedComponent) == .off)
  }

  @Test func amongEqualsTheLastCounts() throws {
    let settings = try [RuleSetting("WCT9006", "error"), RuleSetting("unused-artifact", "note")]
    #expect(SeverityProfile(overrides: settings).level(of: .unusedArtifact) == .note)
  }

  @Test func errorsOfTheLanguageStay() throws {
    #expect(throws: RuleSettingError.self) { try RuleSetting("WCT2004", "off") }
    #expect(throws: RuleSettingError.self) { try RuleSetting("WCT200", "warning") }
    _ = try RuleSetting("WCT2004", "error")
    let all = SeverityProfile(overrides: [try RuleSetting("WCT", "off")])
    for rule in Rule.all {
      #expect(all.level(of: rule) == (rule.nature == .language ? .error : .off), "\(rule.code)")
    }
  }

  @Test func diagnosticsAreChangedOrLeftOut() throws {
    let diagnostic = Diagnostic(.unusedArtifact, "m", at: nil)
    #expect(SeverityProfile(base: .strict).apply(to: diagnostic)?.severity == .error)
    let off = SeverityProfile(overrides: [try RuleSetting("unused-artifact", "off")])
    #expect(off.apply(to: diagnostic) == nil)
    #expect(off.apply(to: Diagnostic(.unknownArtifact, "m", at: nil))?.severity == .error)
  }

  @Test(arguments: [
    ("unused-artefact", "off", "did you mean 'unused-artifact'?"), ("WCT9", "of", "did you mean 'off'?"),
    ("WCT8", "off", "there is no rule 'WCT8'"), ("", "off", "there is no rule ''"), ("X", "y", "found 'y'"),
  ])
  func faults(selector: String, level: String, message: String) {
    let error = #expect(throws: RuleSettingError.self) { try RuleSetting(selector, level) }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
  }
}
