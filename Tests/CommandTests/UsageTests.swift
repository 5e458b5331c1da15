// Help, versions, wrong usage, and programs that are not where they should be.
internal import SystemFiles
internal import TestSupport
import Testing

@Suite struct UsageTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  @Test(arguments: [BuiltProgram.wct, .machine]) func helpAndVersionGoToStandardOutput(program: BuiltProgram)
    throws
  {
    for arguments in [["--help"], ["-h"], ["help"], ["--version"], ["help", "run"], ["run", "--help"]] {
      let result = try place.start(program, arguments).result()
      #expect(result.code == 0, "\(arguments): \(result)")
      #expect(!result.output.isEmpty && result.error.isEmpty, "\(arguments): \(result)")
    }
    #expect(try place.start(program, ["--version"]).result().output == "0.1.0\n")
    #expect(try place.directory.names().isEmpty)
  }

  @Test(arguments: [BuiltProgram.wct, .machine]) func wrongUsageIsExit2OnStandardError(program: BuiltProgram)
    throws
  {
    let wrong = [
      ["bogus"], ["--bogus"], ["run", "--bogus", "x"], ["run"], ["run", "a", "b"], ["resume"], ["inspect"],
      ["inspect", "a", "b", "c"], ["runs", "x"], ["runs", "--status", "bogus"],
      ["run", "x", "--color", "pink"],
    ]
    for arguments in wrong {
      let result = try place.start(program, arguments).result()
      #expect(result.code == 2, "\(arguments): \(result)")
      #expect(result.output.isEmpty && !result.error.isEmpty, "\(arguments): \(result)")
    }
    #expect(try place.directory.names().isEmpty)
  }

  @Test(arguments: [
    ["check", "--bogus"], ["compile"], ["validate-runbook", "--bogus"], ["run"], ["explain", "WCT0000"],
  ])
  func wrongUsageOfTheCompiler(arguments: [String]) throws {
    let result = try place.start(.wct, arguments).result()
    #expect(result.code == 2, "\(result)")
    #expect(result.error.hasPrefix("error[WCT1024]: "), "\(result)")
  }

  /// What a command refuses while it runs is explained with its own use, and values that an option takes stand in one
  /// line.
  @Test(arguments: [
    (["explain", "WCT0000"], "usage: wct explain", "see 'wct explain --help'"),
    (["connectors", "nothing"], "usage: wct connectors", "see 'wct connectors --help'"),
    (["rulesets", "show", "nothing"], "usage: wct rulesets show", "see 'wct rulesets show --help'"),
    (["graph", "x", "--format", "png"], "; it takes 'svg', 'dot'", "see 'wct graph --help'"),
    (["check", "--format", "x"], "; it takes text, short, json", "see 'wct check --help'"),
  ])
  func wrongUsageNamesTheCommand(arguments: [String], usage: String, help: String) throws {
    let result = try place.start(.wct, arguments).result()
    #expect(result.code == 2, "\(result)")
    #expect(result.error.contains(usage) && result.error.contains(help), "\(result)")
  }

  @Test func everyCommandHasHelp() throws {
    for (program, help) in [
      (BuiltProgram.wct, try place.wct("--help")), (.machine, try place.machine("--help")),
    ] {
      let lines = help.output.split(separator: "\n").drop { !$0.hasPrefix("SUBCOMMANDS") }.dropFirst()
      let commands = lines.filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") && !$0.contains("See '") }
        .compactMap { $0.split { $0 == " " || $0 == "," }.first.map(String.init) }
      #expect(commands.count >= 5)
      for command in commands {
        let result = try place.start(program, [command, "--help"]).result()
        #expect(result.code == 0 && result.output.contains("USAGE: "), "\(command): \(result)")
      }
    }
  }

  @Test func theProgramsAreNotAloneIfTheyShouldBeTwo() throws {
    try place.write("sample.yaml", SampleRunbook.extraction(of: "."))
    try place.run("/bin/ln", BuiltProgram.wct.path(), "wct")
    for arguments in [["run", "sample.yaml"], ["runs"]] {
      let result = try ChildProcess(
        "\(place.path)/wct", arguments, directory: place.path, environment: ["SWIFT_BACKTRACE": "enable=no"]
      ).result()
      #expect(result.code == 1, "\(result)")
      #expect(result.error.contains("wct-exec is not beside wct"), "\(result)")
    }
    let check = try ChildProcess(
      "\(place.path)/wct", ["check", "sample.yaml"], directory: place.path, environment: [:]
    ).result()
    #expect(check.code == 0, "what needs no machine works: \(check)")
  }

  @Test func explainSaysWhatACodeMeans() throws {
    let result = try place.wct("explain", "WCT2009")
    #expect(result.code == 0)
    #expect(result.output.hasPrefix("WCT2009 "), "\(result)")
    #expect(try place.wct("explain").output.split(separator: "\n").count > 20)
  }

  @Test func whatIsInstalledIsListed() throws {
    #expect(try place.wct("connectors").output.contains("filesystem"))
    #expect(try place.wct("processors").output.contains("gdpr_personal_data_classifier"))
    #expect(try place.wct("exporters").output.contains("json"))
    #expect(try place.wct("rulesets").output.contains("personal_data_indicator"))
  }
}
