// Environment variables and secrets: what is bound when, and that a secret is in no file.
internal import CanonicalJSON
internal import SystemFiles
internal import TestSupport
import Testing

@Suite struct VariableTests {
  private static let canary = "canary-4711-secret"
  private var place: Workplace

  init() throws { place = try Workplace() }

  @Test func undefinedVariablesAreAllReportedAtTheirPlace() throws {
    try place.write("sample.yaml", SampleRunbook.extraction(of: "${FIRST}/${SECOND}"))
    let result = try place.wct("compile", "sample.yaml")
    #expect(result.code == 1)
    #expect(result.error.contains("FIRST") && result.error.contains("SECOND"), "\(result)")
    #expect(
      result.error.contains("sample.yaml:9:15") && result.error.contains("sample.yaml:9:24"), "\(result)")
    #expect(!place.exists("sample.plan.json"))
  }

  @Test func theRealEnvironmentWinsOverFiles() throws {
    var place = place
    try place.write("sub/sample.yaml", SampleRunbook.extraction(of: "${WHERE}"))
    #expect(try place.wct("compile", "sub/sample.yaml", "-o", "-").code == 1)
    try place.write("sub/.env", "WHERE=from-dotenv\n")
    try place.write("other.env", "export WHERE=\"from-option\" # said so\n")
    #expect(try place.wct("compile", "sub/sample.yaml", "-o", "-").output.contains("\"from-dotenv\""))
    let option = try place.wct("compile", "sub/sample.yaml", "-o", "-", "--env-file", "other.env")
    #expect(option.output.contains("\"from-option\""), "\(option)")
    place.environment["WHERE"] = "from-environment"
    let real = try place.wct("compile", "sub/sample.yaml", "-o", "-", "--env-file", "other.env")
    #expect(real.output.contains("\"from-environment\""), "\(real)")
  }

  @Test(arguments: ["check", "compile", "run"]) func aMissingEnvironmentFileIsAUsageError(command: String)
    throws
  {
    try place.write("sample.yaml", SampleRunbook.extraction(of: "."))
    let result = try place.wct(command, "sample.yaml", "--env-file", "gone.env")
    #expect(result.code == 2)
    let shown = command == "check" ? result.output : result.error
    #expect(shown.hasPrefix("error[WCT1020]: ") && shown.contains("gone.env"), "\(result)")
  }

  @Test func aMessageOfTheRunbookIsShown() throws {
    try place.write("sample.yaml", SampleRunbook.extraction(of: "${WHERE:?set it to the tree}"))
    let result = try place.wct("compile", "sample.yaml")
    #expect(result.code == 1)
    #expect(result.error.contains("set it to the tree"), "\(result)")
  }

  // MARK: - Late binding

  @Test(arguments: [["--late-bind", "WHERE"], ["--late-bind-all"]])
  func aLateBoundVariableIsReadWhenThePlanRuns(options: [String]) throws {
    var place = place
    try place.write("sample.yaml", SampleRunbook.extraction(of: "${WHERE}"))
    try place.write("data/letter.txt", SampleRunbook.letter)
    let compiled = try place.start(.wct, ["compile", "sample.yaml"] + options).result()
    #expect(compiled.code == 0, "\(compiled)")
    #expect(try place.machine("verify", "sample.plan.json").output.contains("${WHERE}"))

    let missing = try place.machine("run", "sample.plan.json")
    #expect(missing.code == 1, "\(missing)")
    #expect(missing.error.contains("WHERE") && missing.error.contains("--env-file"), "\(missing)")
    #expect(try place.runs().isEmpty, "nothing has begun")

    try place.write("late.env", "WHERE=./data\n")
    #expect(try place.machine("run", "sample.plan.json", "--env-file", "late.env").code == 0)
    place.environment["WHERE"] = "data"
    #expect(try place.machine("run", "sample.plan.json").code == 0)
  }

  @Test func resumeFindsTheFilesOfTheRunAgain() throws {
    try place.write("sample.yaml", SampleRunbook.extraction(of: "${WHERE}"))
    try place.write("late.env", "WHERE=./data\n")
    let arguments = ["run", "sample.yaml", "--late-bind-all", "--env-file", "late.env"]
    #expect(try place.start(.wct, arguments).result().code == 1)
    try place.write("data/letter.txt", SampleRunbook.letter)
    let resumed = try place.wct("resume", "latest")
    #expect(resumed.code == 0, "\(resumed)")
  }

  // MARK: - Secrets

  @Test func aSecretIsInNoFile() throws {
    var place = place
    place.environment["MYSQL_PASSWORD"] = Self.canary
    try place.write("sample.yaml", SampleRunbook.database)
    #expect(try place.wct("compile", "sample.yaml").code == 0)
    let plan = try String(decoding: place.bytes("sample.plan.json"), as: UTF8.self)
    #expect(plan.contains("MYSQL_PASSWORD") && !plan.contains(Self.canary))

    let result = try place.wct("run", "sample.yaml", "-v")
    #expect(result.code == 1)
    #expect(!result.output.contains(Self.canary) && !result.error.contains(Self.canary))
    #expect(try filesHolding(Self.canary, below: place.path) == [])
    #expect(try filesHolding("MYSQL_PASSWORD", below: place.path).count > 2, "the search itself works")
  }

  @Test func aSecretIsNotNeededToCompile() throws {
    try place.write("sample.yaml", SampleRunbook.database)
    #expect(try place.wct("compile", "sample.yaml").code == 0)
    #expect(
      try place.machine("verify", "sample.plan.json").output.contains("${MYSQL_PASSWORD} (required, secret)"))
  }

  @Test func aHardCodedSecretIsWarnedOf() throws {
    let text = SampleRunbook.database.split(separator: "${MYSQL_PASSWORD}").joined(separator: Self.canary)
    try place.write("sample.yaml", text)
    let result = try place.wct("check", "sample.yaml")
    #expect(result.code == 0)
    #expect(result.output.contains("warning[WCT9"), "\(result)")
    #expect(result.output.contains("sample.yaml:11:"), "\(result)")
  }

  @Test func theDatabaseConnectorSaysThatItIsNotBuilt() throws {
    var place = place
    place.environment["MYSQL_PASSWORD"] = Self.canary
    try place.write("sample.yaml", SampleRunbook.database)
    let result = try place.wct("run", "sample.yaml")
    #expect(result.code == 1)
    #expect(result.error.contains("'mysql'") && result.error.contains("customers"), "\(result)")
    #expect(try place.runs().isEmpty, "nothing has begun")
  }

  private func filesHolding(_ text: String, below path: String) throws -> [String] {
    var found: [String] = []
    for name in try listDirectory(path).compactMap(\.text) {
      let child = "\(path)/\(name)"
      switch try FileStatus.of(child, followingLinks: false).kind {
      case .directory: found += try filesHolding(text, below: child)
      case .file: if try readFile(child).holds(text) { found.append(child) }
      default: break
      }
    }
    return found
  }
}

extension [UInt8] {
  /// Whether the bytes of a text stand somewhere among these.
  func holds(_ text: String) -> Bool {
    let wanted = Array(text.utf8)
    guard count >= wanted.count else { return false }
    return (0...(count - wanted.count)).contains { self[$0] == wanted[0] && self[$0...].starts(with: wanted) }
  }
}
