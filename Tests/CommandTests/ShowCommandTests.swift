// `wct show`: plans and runbooks as listings, trees, meanings and JSON, and what is said of damaged plans.
import CanonicalJSON
import SystemFiles
import TestSupport
import Testing

@Suite struct ShowCommandTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write("sample.yaml", SampleRunbook.detection(of: "./data"))
    #expect(try place.wct("compile", "sample.yaml").code == 0)
  }

  private func lines(_ arguments: String...) throws -> [String] {
    let result = try place.start(.wct, ["show"] + arguments).result()
    #expect(result.code == 0 && result.error.isEmpty, "\(result)")
    return result.output.split(separator: "\n").map(String.init)
  }

  @Test func aPlanIsListed() throws {
    let lines = try lines("sample.plan.json")
    #expect(lines[0].prefixMatch(of: /plan       sha256:[0-9a-f]{64}$/) != nil, "\(lines[0])")
    let rows = lines.drop { !$0.hasPrefix("instructions (3)") }.dropFirst()
    #expect(
      rows.map { $0.split(separator: " ").joined(separator: " ") }.prefix(4) == [
        "# artifact op component inputs schema marks source",
        "#0 files extract filesystem@1.0.0 standard_input/1.0.0 sample.yaml:5:3",
        "#1 personal_data process personal_data@1.0.0 0 personal_data_indicator/1.0.0 sample.yaml:11:3",
        "#2 classified process gdpr_personal_data_classifier@1.0.0 1 gdpr_personal_data/1.0.0 output sample.yaml:14:3",
      ], "\(lines)")
    #expect(lines.contains { $0.hasPrefix("  R0  ") && $0.contains("@1.0.0") })
    #expect(lines.last == "  #2  classified  gdpr_personal_data/1.0.0  Classified", "\(lines)")
  }

  /// The plan, the runbook and standard input give one listing; without the source map only the places are missing.
  @Test func whatItIsReadFromDoesNotMatter() throws {
    let listing = try place.wct("show", "sample.plan.json")
    #expect(try place.wct("show", "sample.yaml").standardOutput == listing.standardOutput)
    try place.run("/bin/cp", "sample.plan.json", "bare.json")
    let bare = try place.wct("show", "bare.json")
    #expect(bare.code == 0 && !bare.output.contains("sample.yaml"), "\(bare)")
    try place.run("/bin/cp", "sample.plan.json", "archived")
    #expect(try place.wct("show", "archived").standardOutput == bare.standardOutput, "any name will do")
    let plan = try String(decoding: place.bytes("sample.plan.json"), as: UTF8.self)
    #expect(try place.wct("show", "-", input: plan).standardOutput == bare.standardOutput)
    try place.write("bare.json.map", "{not a map")
    #expect(try place.wct("show", "bare.json").standardOutput == bare.standardOutput)
  }

  @Test func partsAreSelected() throws {
    #expect(try lines("sample.plan.json", "op:process").contains { $0.hasPrefix("instructions (2 of 3)") })
    let options = try place.wct(
      "show", "sample.plan.json", "--select", "+classified", "--exclude", "type:personal_data")
    #expect(options.output.contains("#0") && options.output.contains("#2") && !options.output.contains("#1"))
    let both = try place.wct("show", "sample.plan.json", "files", "--select", "classified")
    #expect(both.output.contains("instructions (2 of 3)"), "\(both)")
    let wrong = try place.wct("show", "sample.plan.json", "clasified")
    #expect(wrong.code == 2 && wrong.output.isEmpty, "\(wrong)")
    #expect(wrong.error.contains("selection:1:1") && wrong.error.contains("did you mean 'classified'?"))
  }

  @Test func theTreeHangsFromTheOutputs() throws {
    #expect(
      try lines("sample.plan.json", "--tree") == [
        "#2 classified  process gdpr_personal_data_classifier@1.0.0  [output]",
        "└─ #1 personal_data  process personal_data@1.0.0", "   └─ #0 files  extract filesystem@1.0.0",
      ])
  }

  /// The same artifact written twice is made once, and the listing says so.
  @Test func duplicatesAreMarked() throws {
    try place.write(
      "twice.yaml",
      SampleRunbook.detection(of: "./data")
        + "  again:\n    inputs: files\n    process: {type: personal_data}\n    output: true\n")
    #expect(try place.wct("show", "twice.yaml").output.contains("same as #"))
    let json = try JSONReader.read(
      place.wct("show", "twice.yaml", "again personal_data", "--json").standardOutput)
    let entries = json["instructions"]?.arrayValue ?? []
    #expect(entries.count == 2 && entries[0]["key"] == entries[1]["key"])
    #expect(entries[0]["same_as"] == .null && entries[1]["same_as"] == entries[0]["number"])
  }

  @Test func meaningsSayWhatTheKeyIsMadeOf() throws {
    let text = try place.wct("show", "sample.plan.json", "classified", "--meaning").output
    #expect(text.contains("component") && text.contains("\"processor:gdpr_personal_data_classifier/1.0.0\""))
    #expect(text.firstMatch(of: /inputs +#1 personal_data  sha256:[0-9a-f]{64}\n/) != nil, "\(text)")
    #expect(
      text.firstMatch(of: /rulesets +local\/gdpr_personal_data_classification\/1.0.0  sha256:[0-9a-f]{64}\n/)
        != nil)
  }

  @Test func jsonFollowsItsSchema() throws {
    try place.write("database.yaml", SampleRunbook.database)
    var checks: [[String]] = []
    let plans = try listDirectory("\(Repository.path)/Fixtures/plan").compactMap(\.text)
    for (number, name) in plans.filter({ $0.hasSuffix(".plan.json") }).enumerated() {
      let result = try place.wct("show", "\(Repository.path)/Fixtures/plan/\(name)", "--json")
      #expect(result.code == 0, "\(name): \(result)")
      try place.write("\(number).json", result.output)
      checks.append(["schema", "\(Repository.path)/docs/show.schema.json", "\(number).json"])
    }
    for (name, arguments) in [
      ("p", ["sample.plan.json"]), ("r", ["database.yaml"]), ("n", ["sample.yaml", "old*"]),
    ] {
      try place.write("\(name).json", place.start(.wct, ["show", "--json"] + arguments).result().output)
      checks.append(["schema", "\(Repository.path)/docs/show.schema.json", "\(name).json"])
    }
    let tool = "\(Repository.path)/Tests/Tools/validate-report.py"
    let result = try ChildProcess(
      "/usr/bin/python3", ["-W", "ignore", tool] + Array(checks.joined(separator: ["--"])),
      directory: place.path, environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
    ).result()
    #expect(result.code == 0 && checks.count > 10, "\(result)")
  }

  @Test func noSecretIsShown() throws {
    try place.write("database.yaml", SampleRunbook.database)
    var place = place
    place.environment["MYSQL_PASSWORD"] = "hunter2"
    for view in [["--long"], ["--meaning"], ["--json"], ["--tree"]] {
      let result = try place.start(.wct, ["show", "database.yaml"] + view).result()
      #expect(result.code == 0 && !result.output.contains("hunter2"), "\(result)")
    }
    let long = try place.wct("show", "database.yaml", "--long").output
    #expect(long.contains("/password = \"${MYSQL_PASSWORD}\" (string, secret)"), "\(long)")
  }

  @Test func aTerminalGetsColoursAndItsOwnWidth() throws {
    let shown = try place.wct("show", "sample.plan.json", output: .terminal)
    #expect(shown.code == 0 && shown.output.contains("\u{1B}[1minstructions (3)\u{1B}[0m"), "\(shown)")
    for line in Screen(showing: shown.output).lines { #expect(line.unicodeScalars.count <= 100, "\(line)") }
    #expect(!(try place.wct("show", "sample.plan.json").output.contains("\u{1B}")))
    let forced = try place.wct("show", "sample.plan.json", "--color", "always", "--tree").output
    #expect(forced.contains("\u{1B}[32m"), "\(forced)")
  }

  @Test(arguments: [
    ["--tree", "--json"], ["--meaning", "--tree"], ["--long", "--json"], ["--bogus"],
  ])
  func viewsThatExcludeEachOther(_ options: [String]) throws {
    let result = try place.start(.wct, ["show", "sample.plan.json"] + options).result()
    #expect(result.code == 2 && result.output.isEmpty, "\(result)")
  }

  @Test func aBrokenRunbookGivesDiagnostics() throws {
    try place.write("broken.yaml", "name: x\nartifacts: {a: {inputs: nobody}}\n")
    let broken = try place.wct("show", "broken.yaml", "--json")
    #expect(broken.code == 1 && broken.output.isEmpty && broken.error.contains("WCT2004"), "\(broken)")
    #expect(try place.wct("show", "gone.yaml").code == 2)
    #expect(try place.wct("show", "gone.plan.json").code == 2)
  }

  // MARK: - Plans that nobody should trust

  @Test func aDamagedPlanIsRefusedWithTheReason() throws {
    let text = try String(decoding: place.bytes("sample.plan.json"), as: UTF8.self)
    for (damage, code) in [
      (String(text.dropLast(20)), "WCT4001"), ("", "WCT4001"), ("{}", "WCT4002"), ("\u{0}\u{1}", "WCT4001"),
      (text.replacing("\"classified\"", with: "\"declassified\""), "WCT4004"),
      (text.replacing("\"format_version\":1", with: "\"format_version\":99"), "WCT4003"),
      (text.replacing("\"format\":", with: "\"\\u001b[2J\\u202e\":1,\"format\":"), "WCT4002"),
    ] {
      try place.write("damaged.plan.json", damage)
      for view in [[], ["--json"], ["--tree"]] {
        let result = try place.start(.wct, ["show", "damaged.plan.json"] + view).result()
        #expect(result.code == 4 && result.output.isEmpty, "\(result)")
        #expect(result.error.hasPrefix("error[\(code)]: refused: damaged.plan.json: "), "\(result)")
        #expect(!result.error.contains("\u{1B}") && !result.error.contains("\u{202E}"), "\(result)")
      }
    }
  }

  /// A plan outlives the components that it was compiled for; people can still look at it.
  @Test func aPlanForOtherComponentsIsShownWithAWarning() throws {
    let plan = "\(Repository.path)/Fixtures/plan/nested_secret.plan.json"
    let result = try place.wct("show", plan)
    #expect(result.code == 0 && result.output.contains("test_table@"), "\(result)")
    #expect(result.error.hasPrefix("warning[WCT4006]: "), "\(result)")
    #expect(result.error.contains("can't run here: this machine has no connector 'test_table'"), "\(result)")
    #expect(try place.machine("verify", plan).code == 4)
  }
}
