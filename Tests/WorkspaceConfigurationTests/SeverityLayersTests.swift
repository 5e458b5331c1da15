// What a rule is set to where several settings speak of it.
import Diagnostics
import Testing
import WorkspaceConfiguration

struct SeverityLayersTests {
  private func severity(_ configuration: String, of rule: Rule, in path: String = "a.yaml") -> Severity? {
    let file = ConfigurationFile.parse(Array(configuration.utf8), path: ".wct.yaml", checksPaths: false)
    #expect(file.report.diagnostics.isEmpty, "\(file.report.diagnostics)")
    return file.configuration.severities(inFileAt: path).apply(to: Diagnostic(rule, "x", at: nil))?.severity
  }

  @Test func anExactCodeCountsMoreThanAPrefix() {
    let rules = "rules: {WCT9006: error, WCT9: off}"
    #expect(severity(rules, of: .unusedArtifact) == .error)
    #expect(severity(rules, of: .missingContact) == nil)
    #expect(severity(rules, of: .cycle) == .error)
  }

  @Test func anOverrideCountsMoreThanTheRest() {
    let rules = """
      rules: {WCT9006: error, WCT9005: note}
      overrides:
        - {paths: [old/], rules: {WCT9: off}}
        - {paths: [old/kept.yaml], rules: {unused-artifact: warning}}
      """
    #expect(severity(rules, of: .unusedArtifact, in: "new/a.yaml") == .error)
    #expect(severity(rules, of: .unusedArtifact, in: "old/a.yaml") == nil)
    #expect(severity(rules, of: .missingContact, in: "old/a.yaml") == nil)
    #expect(severity(rules, of: .unusedArtifact, in: "old/kept.yaml") == .warning)
    #expect(severity(rules, of: .missingContact, in: "old/kept.yaml") == nil)
    #expect(severity(rules, of: .unusedArtifact, in: "../old/a.yaml") == .error)
  }

  @Test func anOverrideMayHaveAProfile() {
    let rules = "profile: strict\noverrides: [{paths: [old/], profile: migration}]"
    #expect(severity(rules, of: .unusedArtifact, in: "a.yaml") == .error)
    #expect(severity(rules, of: .unusedArtifact, in: "old/a.yaml") == .warning)
  }

  @Test func aLaterListCountsMoreWhateverItSays() throws {
    var layers = SeverityLayers()
    layers.add([try RuleSetting("WCT9006", "error")])
    layers.add([try RuleSetting("WCT9", "note")], profile: .strict)
    #expect(layers.apply(to: Diagnostic(.unusedArtifact, "x", at: nil))?.severity == .note)
  }
}
