// What `.wct.yaml` may say, and what is said about what it may not.
import Diagnostics
import FlowPolicies
import RunbookSyntax
import SystemFiles
import Testing
import WorkspaceConfiguration
import YAMLReader

struct ConfigurationFileTests {
  private func parse(_ text: String, path: String = "conf/.wct.yaml") -> ConfigurationFile {
    ConfigurationFile.parse(Array(text.utf8), path: path, checksPaths: false)
  }

  /// Each diagnostic as `line:column code message`.
  private func problems(_ text: String) -> [String] {
    let report = parse(text).report
    return report.diagnostics.map { diagnostic in
      let place = report.start(of: diagnostic).map { "\($0.line):\($0.column) " } ?? ""
      return place + diagnostic.rule.code + " " + diagnostic.message
    }
  }

  private static let full = """
    # everything
    profile: strict
    rules:
      unused-artifact: off
      WCT9002: note
      WCT90: warning
    include: [runbooks/]
    exclude: ["*.draft.yaml", vendor/]
    baseline: baseline.json
    env_files: [one.env, ../two.env]
    rulesets:
      local: rules
    late_bind: [HOST, PORT]
    limits:
      nesting: 64
      file_size: 2MiB
    policy:
      allow_components: [filesystem]
    overrides:
      - paths: [legacy/]
        profile: migration
        rules: {WCT9: off}
    x-team: privacy

    """

  @Test func everyFieldIsRead() {
    let file = parse(Self.full)
    let configuration = file.configuration
    #expect(file.report.diagnostics.isEmpty, "\(file.report.diagnostics)")
    #expect(configuration.directory == "conf")
    #expect(configuration.include == ["runbooks/"])
    #expect(configuration.exclude == ["*.draft.yaml", "vendor/"])
    #expect(configuration.baseline?.path == "conf/baseline.json")
    #expect(configuration.environmentFiles.map(\.path) == ["conf/one.env", "conf/../two.env"])
    #expect(configuration.rulesets.map(\.name) == ["local"])
    #expect(configuration.rulesets.map(\.directory.path) == ["conf/rules"])
    #expect(configuration.lateBinding == .named(["HOST", "PORT"]))
    #expect(configuration.limits.yaml.depth == 64)
    #expect(configuration.limits.yaml.fileSize == 2 << 20)
    #expect(configuration.policy?.policy.rules.count == 1)
    #expect(configuration.overrides.count == 1)
  }

  @Test(arguments: ["", "# nothing yet\n", "{}\n"]) func anEmptyFileIsFine(text: String) {
    #expect(problems(text) == [])
  }

  @Test(arguments: [
    ("profil: strict", "1:1 WCT2001 'profil' is not a field of the configuration"),
    ("- a", "1:1 WCT1008 the configuration is a mapping of fields"),
    ("profile: strikt", "1:10 WCT1041 there is no profile 'strikt'"),
    ("rules: [a]", "1:8 WCT1008 'rules' takes a mapping, not a list"),
    ("rules: {a: }", "1:9 WCT1008 'a' has no value; it takes a single value"),
    ("rules: {WCT9999: off}", "1:9 WCT1041 there is no rule 'WCT9999'"),
    ("rules: {WCT9001: no}", "1:18 WCT1041 'WCT9001' takes off, note, warning or error, not 'no'"),
    (
      "rules: {cycle: note}", "1:16 WCT1041 'cycle' is an error of the language and can't be made a note"
    ),
    ("include: a", "1:10 WCT1008 'include' takes a list, not a scalar"),
    ("exclude: ['!']", "1:11 WCT1042 '!' is not a pattern: it names nothing"),
    ("baseline: ''", "1:11 WCT1040 expected a path, found an empty text"),
    ("late_bind: some", "1:12 WCT2008 'late_bind' takes a list of variables or 'all', not 'some'"),
    ("limits: {nestin: 3}", "1:10 WCT2001 there is no limit 'nestin'"),
    ("overrides: {paths: [a]}", "1:12 WCT1008 'overrides' takes a list of overrides, not a mapping"),
    ("overrides: [a]", "1:13 WCT1008 an override is a mapping"),
    ("overrides: [{rules: {}}]", "1:13 WCT2002 an override needs the field 'paths'"),
    ("profile: strict\nprofile: relaxed", "2:1 WCT1006 the key 'profile' stands twice in the same mapping"),
  ])
  func whatIsWrongIsSaidAtItsPlace(text: String, problem: String) {
    #expect(problems(text) == [problem])
  }

  @Test func severalErrorsAreReportedAndTheRestHolds() {
    let text = "profile: strikt\nlimits: {nesting: 0}\nexclude: [ok/, '!']\nlate_bind: all\n"
    #expect(problems(text).map { $0.prefix(11) } == ["1:10 WCT104", "2:19 WCT104", "3:16 WCT104"])
    let configuration = parse(text).configuration
    #expect(configuration.exclude == ["ok/"])
    #expect(configuration.lateBinding == .all)
  }

  @Test(arguments: [
    ("profil: strict", "profile"), ("rules: {unused-artefact: off}", "unused-artifact"),
    ("rules: {WCT9001: wraning}", "warning"), ("limits: {aliasexpansion: 3}", "alias_expansion"),
    ("profile: relaxd", "relaxed"),
  ])
  func aMisspeltNameIsFixed(text: String, replacement: String) {
    let fixes = parse(text).report.diagnostics.flatMap(\.fixes)
    #expect(fixes.flatMap(\.edits).map(\.replacement) == [replacement])
  }

  @Test func pathsThatLeadNowhereAreReported() throws {
    let text = "env_files: [/nonexistent/a.env]\nrulesets: {local: /nonexistent/r}\n"
    let file = ConfigurationFile.parse(Array(text.utf8), path: ".wct.yaml", checksPaths: true)
    #expect(file.report.diagnostics.map(\.rule) == [.configuredPath, .configuredPath])
    #expect(file.configuration.environmentFiles.isEmpty && file.configuration.rulesets.isEmpty)
  }

  @Test func aFileThatCannotBeReadIsReported() {
    let file = ConfigurationFile.read("/nonexistent/.wct.yaml", catalog: nil)
    #expect(file.isUnreadable)
    #expect(file.report.diagnostics.map(\.rule) == [.unreadableFile])
  }

  /// Whatever is cut off or changed, nothing traps.
  @Test func brokenFilesTrapNowhere() {
    let bytes = Array(Self.full.utf8)
    for end in 0...bytes.count {
      _ = ConfigurationFile.parse(Array(bytes[..<end]), path: ".wct.yaml", checksPaths: false)
    }
    for index in bytes.indices {
      for replacement: UInt8 in [0x00, 0x0A, 0x22, 0x2D, 0x3A, 0x5B, 0x7D, 0xFF] {
        var changed = bytes
        changed[index] = replacement
        _ = ConfigurationFile.parse(changed, path: ".wct.yaml", checksPaths: false)
      }
    }
  }
}
