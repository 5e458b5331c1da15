// `wct diff REV:path`: everything that a runbook refers to comes from its revision, and nothing is left
// behind.
internal import CanonicalJSON
internal import SystemFiles
internal import TestSupport
import Testing

@Suite struct DiffRevisionTests {
  private var place: Workplace

  init() throws {
    place = try Workplace()
    place.environment = ["TMPDIR": place.path + "/tmp", "GIT_CONFIG_NOSYSTEM": "1"]
    try place.write("tmp/.keep", "")
    try git("init", "-q", "-b", "main", ".")
    try place.write(".gitignore", "tmp\n")
    try place.write("runbooks/audit.yaml", Self.audit)
    try place.write("runbooks/find.yaml", SampleRunbook.child)
    try place.write("runbooks/.env", "DATA=./old\n")
    try commit()
  }

  private static let audit = """
    name: Audit
    description: Uses a child
    contact: Tests <tests@example.com>
    artifacts:
      files: {source: {type: filesystem, properties: {path: "${DATA}"}}}
      audit:
        inputs: files
        child_runbook: {path: find.yaml, input_mapping: {data: files}, output: result}
        output: true

    """

  private func git(_ arguments: String...) throws {
    let names = ["GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"]
    let environment = ["PATH": "/usr/bin:/bin", "HOME": place.path, "GIT_CONFIG_NOSYSTEM": "1"]
      .merging(names.map { ($0, "t@example.org") }) { $1 }
    let result = try ChildProcess("/usr/bin/git", arguments, directory: place.path, environment: environment)
      .result()
    guard result.code == 0 else { throw FailedTool(program: "git", result: result) }
  }

  private func commit() throws {
    try git("add", "-A")
    try git("commit", "-q", "-m", "c")
  }

  private func expectNothingLeft() throws {
    #expect(try listDirectory(place.path + "/tmp").compactMap(\.text) == [".keep"])
  }

  @Test func everythingComesFromTheRevision() throws {
    let same = try place.wct("diff", "main:runbooks/audit.yaml", "runbooks/audit.yaml")
    #expect(same.code == 0 && same.output.contains("are the same plan"), "\(same)")
    try place.write("runbooks/.env", "DATA=./new\n")
    try place.write(
      "runbooks/find.yaml",
      SampleRunbook.child.replacing(
        "{type: personal_data}",
        with: "{type: personal_data, properties: {pattern_matching: {maximum_evidence_count: 9}}}"))
    let result = try place.wct("diff", "main:runbooks/audit.yaml", "runbooks/audit.yaml")
    #expect(result.code == 0 && result.error.isEmpty, "\(result)")
    #expect(result.output.hasPrefix("main:runbooks/audit.yaml → runbooks/audit.yaml"))
    #expect(result.output.contains("/properties/path: \"./old\" → \"./new\""), "\(result)")
    #expect(result.output.contains("/properties/pattern_matching/maximum_evidence_count: 3 → 9"), "\(result)")
    #expect(!result.output.contains(place.path))
    try expectNothingLeft()
  }

  @Test func twoRevisionsAndPlansInThem() throws {
    #expect(try place.wct("compile", "runbooks/audit.yaml", "-o", "audit.plan.json").code == 0)
    try commit()
    try place.write("runbooks/.env", "DATA=./new\n")
    try commit()
    let result = try place.wct("diff", "HEAD~1:audit.plan.json", "HEAD:runbooks/audit.yaml", "--exit-code")
    #expect(result.code == 3 && result.output.contains("\"./old\" → \"./new\""), "\(result)")
    try expectNothingLeft()
  }

  /// Rulesets and settings that `.wct.yaml` names are those of the revision too.
  @Test func configurationComesFromTheRevision() throws {
    let rules = """
      name: personal_data_indicator
      version: 1.0.0
      description: Words
      categories: [mail]
      rules:
        - {name: mail, description: Mail, category: mail, patterns: [e-mail]}

      """
    try place.write(".wct.yaml", "rulesets: {local: rules}\n")
    try place.write("rules/personal_data_indicator/1.0.0/rules.yaml", rules)
    try commit()
    try place.write(
      "rules/personal_data_indicator/1.0.0/rules.yaml", rules.replacing("[e-mail]", with: "[e-mail, inbox]"))
    let result = try place.wct("diff", "HEAD:runbooks/audit.yaml", "runbooks/audit.yaml")
    #expect(result.code == 0, "\(result)")
    #expect(result.output.contains("~ the ruleset local/personal_data_indicator/1.0.0"), "\(result)")
    #expect(result.output.contains("rule 'mail'"), "\(result)")
  }

  @Test func errorsNameTheRevision() throws {
    try place.write(
      "runbooks/find.yaml", SampleRunbook.child.replacing("personal_data", with: "personal_date"))
    try commit()
    try place.write("runbooks/find.yaml", SampleRunbook.child)
    let result = try place.wct("diff", "HEAD:runbooks/audit.yaml", "runbooks/audit.yaml")
    #expect(result.code == 1 && result.output.isEmpty, "\(result)")
    #expect(result.error.contains("HEAD:runbooks/find.yaml:"), "\(result)")
    #expect(!result.error.contains("wct-"), "\(result)")
    try expectNothingLeft()
  }

  /// Most repositories ignore it.
  @Test func variablesThatNoRevisionHolds() throws {
    try git("rm", "-q", "--cached", "runbooks/.env")
    try place.write(".gitignore", "tmp\n.env\n")
    try commit()
    let result = try place.wct("diff", "HEAD:runbooks/audit.yaml", "runbooks/audit.yaml")
    #expect(result.code == 1 && result.error.contains("name it with --env-file"), "\(result)")
    let named = try place.wct(
      "diff", "HEAD:runbooks/audit.yaml", "runbooks/audit.yaml", "--env-file", "runbooks/.env")
    #expect(named.code == 0 && named.output.contains("are the same plan"), "\(named)")
  }

  @Test(arguments: [
    ("nothing:runbooks/audit.yaml", "WCT4042"), ("main:audit.yaml", "WCT4043"),
    ("main:../audit.yaml", "WCT4044"),
    ("-h:runbooks/audit.yaml", "WCT4042"),
  ])
  func whatIsNotThere(_ argument: String, _ code: String) throws {
    let result = try place.wct("diff", "--", argument, "runbooks/audit.yaml")
    #expect(result.code == 2 && result.error.hasPrefix("error[\(code)]"), "\(result)")
    try expectNothingLeft()
  }

  @Test func outsideOfARepository() throws {
    let elsewhere = try Workplace()
    try elsewhere.write("a.yaml", SampleRunbook.detection(of: "./data"))
    let result = try elsewhere.wct("diff", "main:a.yaml", "a.yaml")
    #expect(result.code == 2 && result.error.hasPrefix("error[WCT4041]"), "\(result)")
  }

  /// Within a hook, variables name the repository of the hook.
  @Test func theRepositoryIsWhereOneStands() throws {
    var hook = place
    hook.environment["GIT_DIR"] = "/nonexistent"
    hook.environment["GIT_INDEX_FILE"] = "/nonexistent"
    hook.environment["GIT_WORK_TREE"] = "/"
    let result = try hook.wct("diff", "main:runbooks/audit.yaml", "runbooks/audit.yaml")
    #expect(result.code == 0 && result.output.contains("are the same plan"), "\(result)")
  }

  @Test func withoutGit() throws {
    var bare = place
    bare.environment["PATH"] = place.path
    let result = try bare.wct("diff", "main:runbooks/audit.yaml", "runbooks/audit.yaml")
    #expect(result.code == 2 && result.error.hasPrefix("error[WCT4040]"), "\(result)")
    try expectNothingLeft()
  }

  /// A file of that name is meant before a revision.
  @Test func aFileWithAColonIsAFile() throws {
    try place.write("main:x.yaml", SampleRunbook.detection(of: "./data"))
    let result = try place.wct("diff", "main:x.yaml", "main:x.yaml")
    #expect(result.code == 0 && result.output.contains("are the same plan"), "\(result)")
  }

  /// A signal ends the program, and the files of the revision go away.
  @Test func aSignalLeavesNothing() throws {
    var slow = place
    slow.environment["PATH"] = place.path + "/bin:/usr/bin:/bin"
    // A git that never answers once the scratch directory is there.
    try place.write("bin/git", "#!/bin/sh\necho started > \(place.path)/started\nexec sleep 20\n")
    try place.run("/bin/chmod", "+x", "bin/git")
    let child = try slow.start(.wct, ["diff", "main:runbooks/audit.yaml", "runbooks/audit.yaml"])
    #expect(poll { place.exists("started") })
    child.send(2)
    #expect(child.result().code == 130)
    try expectNothingLeft()
  }
}
