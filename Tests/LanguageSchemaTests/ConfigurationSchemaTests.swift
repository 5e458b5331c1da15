// The schema of `.wct.yaml`: kept in the repository, and of one mind with the checker.
import CanonicalJSON
import Diagnostics
import LanguageSchema
import SystemFiles
import TestSupport
import Testing
import WorkspaceConfiguration

struct ConfigurationSchemaTests {
  @Test func theCommittedCopyIsFresh() throws {
    let file = FixtureFile("../docs/wct-config.schema.json")
    let actual = PrettyJSONWriter.bytes(of: LanguageSchema.configuration) + [0x0A]
    if let mismatch = GoldenFile(file).mismatch(actual) { Issue.record(Comment(rawValue: mismatch)) }
  }

  @Test func everyFieldSaysWhatItIsFor() {
    let properties = LanguageSchema.configuration["properties"]?.objectValue
    #expect(properties?.keys.sorted() == WorkspaceField.allCases.map(\.rawValue).sorted())
    for member in properties?.members ?? [] {
      #expect(member.value["description"]?.stringValue?.isEmpty == false, "\(member.key)")
    }
  }

  /// Configurations, some right and some wrong in each of their fields.
  static let texts = [
    "", "# nothing\n", "profile: strict", "profile: stict", "profile: [strict]", "profil: strict",
    "x-own: {a: 1}",
    "rules: {missing-contact: off}", "rules: {missing-contact: OFF}", "rules: {missing-contact: of}",
    "rules: {MISSING-CONTACT: note}", "rules: {WCT9: off, wct90: note, WCT9006: error}",
    "rules: {WCT9999: off}",
    "rules: {WCT: off}", "rules: {unknown-artifact: off}", "rules: {WCT2004: off}", "rules: {WCT2004: error}",
    "rules: {WCT2: note}", "rules: {unused-artefact: error}", "rules: [a]", "rules: {WCT9: [off]}", "rules:",
    "include: [a/, '*.yaml']", "include: a/", "exclude: []", "exclude: [[a]]", "baseline: b.json",
    "baseline: ''",
    "baseline: [b]", "env_files: [a.env]", "env_files: a.env", "env_files: ['']", "rulesets: {local: rules}",
    "rulesets: {local: [rules]}", "rulesets: [rules]", "late_bind: all", "late_bind: [A, B]", "late_bind: A",
    "limits: {nesting: 64}", "limits: {nesting: 0}", "limits: {nesting: 2000}", "limits: {file_size: 8MiB}",
    "limits: {nesting: 8MiB}", "limits: {file-size: 1}", "limits: {depth: 1}", "limits: {nesting: many}",
    "policy: {forbid_components: [mysql]}", "policy: {}", "policy: {forbid: [{use: {component: mysql}}]}",
    "policy: {forbid: [{flow: {from: sensitive}}]}",
    "policy: {forbid: [{flow: {from: sensitive, to: output}}]}",
    "overrides: [{paths: [old/], rules: {WCT9: off}}]", "overrides: [{rules: {WCT9: off}}]",
    "overrides: {paths: []}",
    "overrides: [{paths: [a], profile: strikt}]", "overrides: [{paths: [a], x: 1}]", "[profile]", "strict",
  ]

  @Test(.enabled(if: SchemaChecker.isAvailable, "needs python3-yaml and python3-jsonschema"))
  func theVerdictsAgree() throws {
    let directory = try TemporaryDirectory()
    var paths: [String] = []
    for (index, text) in Self.texts.enumerated() {
      let name = "\(index).yaml"
      try directory.write(name, text)
      paths.append("\(directory.path)/\(name)")
    }
    let verdicts = try SchemaChecker(LanguageSchema.configuration).verdicts(ofPaths: paths)
    for (text, path) in zip(Self.texts, paths) {
      let file = ConfigurationFile.parse(Array(text.utf8), path: ".wct.yaml", checksPaths: false)
      let isRight = !file.report.diagnostics.contains { $0.severity == .error }
      #expect(
        verdicts[path] == isRight, "\(text.debugDescription): \(file.report.diagnostics.map(\.message))")
    }
  }
}
