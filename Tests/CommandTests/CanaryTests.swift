// Nothing of the machine that compiles and no secret gets into what compiling writes.
internal import Diagnostics
internal import SystemFiles
internal import TestSupport
import Testing

@Suite struct CanaryTests {
  private let place: Workplace
  /// The directory that commands run in, whose name is a canary too.
  private let directory: String

  /// Texts that must not be found anywhere.
  private static let secrets = ["canary-password", "canary-token", "canary-unrelated", "canary-in-dotenv"]
  /// Texts of the machine.
  private static let machine = [
    "canary-home", "canary-user", "canary-host", "canary-tmp", "canary-directory",
  ]

  init() throws {
    place = try Workplace()
    directory = "\(place.path)/canary-directory"
    try place.write("canary-directory/parts/child.yaml", Self.child)
    try place.write("canary-directory/runbook.yaml", Self.runbook)
    try place.write("canary-directory/bad.yaml", Self.runbook + "  broken: {inputs: nobody}\n")
    try place.write("canary-directory/.env", "PASSWORD=canary-in-dotenv\nTOKEN=canary-token\n")
    try place.write("canary-directory/canary-tmp/x", "")
  }

  private static let runbook = """
    name: Canaries
    description: Reads a table
    contact: nobody@example.org
    artifacts:
      rows:
        source:
          type: mysql
          properties: {host: db, user: reader, database: d, password: "${PASSWORD}"}
      files:
        source: {type: filesystem, properties: {path: ./data}}
      checked:
        inputs: files
        child_runbook: {path: parts/child.yaml, input_mapping: {texts: files}, output: found}
        output: true

    """
  private static let child = """
    name: Child
    description: Finds personal data
    inputs: {texts: {input_schema: standard_input}}
    outputs: {found: {artifact: found}}
    artifacts:
      found:
        inputs: texts
        process: {type: personal_data}

    """

  private func wct(_ arguments: String...) throws -> ProcessResult { try run(arguments) }

  private func run(_ arguments: [String]) throws -> ProcessResult {
    let environment = [
      "HOME": "\(place.path)/canary-home", "USER": "canary-user", "LOGNAME": "canary-user",
      "HOSTNAME": "canary-host", "TMPDIR": "\(directory)/canary-tmp", "PWD": directory,
      "PASSWORD": "canary-password", "UNRELATED": "canary-unrelated", "PATH": "/usr/bin:/bin",
      "SWIFT_BACKTRACE": "enable=no",
    ]
    return try ChildProcess(
      BuiltProgram.wct.path(), arguments, directory: directory, environment: environment
    ).result()
  }

  private func expectNone(of canaries: [String], in bytes: [UInt8], _ what: String) {
    let text = String(decoding: bytes, as: UTF8.self)
    for canary in canaries { #expect(!text.contains(canary), "\(what) holds '\(canary)'") }
  }

  /// This machine's own name and the days on which the test may run.
  private func facts() throws -> [String] {
    let host = String(decoding: try readFile("/proc/sys/kernel/hostname"), as: UTF8.self).split(
      separator: "\n")
    let day = try ChildProcess("/bin/date", ["+%Y-%m-%d"], directory: "/", environment: [:]).result().output
    return host.map(String.init).filter { $0.utf8.count > 6 } + day.split(separator: "\n").map(String.init)
  }

  @Test func thePlanAndItsMapHoldNothingOfTheMachine() throws {
    let facts = try facts()
    for path in ["runbook.yaml", "\(directory)/runbook.yaml", "../canary-directory/runbook.yaml"] {
      let result = try wct("compile", path, "-o", "plan.json")
      #expect(result.code == 0, "\(result)")
      for name in ["plan.json", "plan.json.map"] {
        let bytes = try readFile("\(directory)/\(name)")
        let canaries = path.hasPrefix("..") ? Self.machine.dropLast() : Self.machine[...]
        expectNone(
          of: Self.secrets + canaries + facts + [place.path], in: bytes, "\(name) of \(path)")
        if name.hasSuffix(".map") { expectNone(of: ["\"/"], in: bytes, "\(name) of \(path)") }
      }
    }
  }

  /// The same plan for everybody, secrets and machines whatever they are.
  @Test func thePlanIsTheSameWithoutCanaries() throws {
    let here = try wct("compile", "runbook.yaml", "-o", "-").standardOutput
    try place.write("elsewhere/runbook.yaml", Self.runbook)
    try place.write("elsewhere/parts/child.yaml", Self.child)
    let there = try place.wct("compile", "elsewhere/runbook.yaml", "-o", "-")
    #expect(there.code == 0 && here == there.standardOutput, "\(there)")
  }

  /// Every command that compiles, with all that it says and all that it leaves.
  @Test func secretsAreNowhere() throws {
    var commands: [[String]] = [
      ["compile", "runbook.yaml", "-o", "plan.json", "--time-passes"],
      ["compile", "runbook.yaml", "-o", "late.json", "--late-bind-all"],
      ["show", "plan.json"], ["show", "plan.json", "--json"], ["graph", "runbook.yaml"],
      ["graph", "plan.json", "--format", "svg"], ["check", "runbook.yaml"], ["check", "bad.yaml"],
      ["fmt", "--diff", "runbook.yaml"],
    ]
    commands += DiagnosticFormat.allCases.map { ["check", "bad.yaml", "--format", $0.rawValue] }
    for pass in ["substitute-environment", "check-components", "lower-to-plan"] {
      commands.append(["compile", "runbook.yaml", "-o", "dumped.json", "--dump-after", pass])
    }
    for command in commands {
      let result = try run(command)
      #expect(result.code == 0 || result.code == 1, "\(command): \(result)")
      expectNone(of: Self.secrets, in: result.standardOutput, "standard output of \(command)")
      expectNone(of: Self.secrets, in: result.standardError, "standard error of \(command)")
    }
    var count = 0
    for file in try files(below: directory) where !file.hasSuffix("/.env") {
      count += 1
      expectNone(of: Self.secrets, in: try readFile(file), file)
    }
    #expect(count > 6, "the plans, their maps and the cache are there")
  }

  private func files(below directory: String) throws -> [String] {
    try listDirectory(directory).compactMap(\.text).flatMap { name -> [String] in
      let path = "\(directory)/\(name)"
      return try FileStatus.of(path).kind == .directory ? files(below: path) : [path]
    }
  }

  /// A secret that somebody wrote into a runbook stands on lines that diagnostics are about; it is shown on none.
  @Test(arguments: DiagnosticFormat.allCases)
  func literalSecretsAreNotShown(_ format: DiagnosticFormat) throws {
    try place.write("canary-directory/literal.yaml", Self.literal)
    for command in [["check", "--cache", "\(place.path)/cache"], ["compile"]] {
      let result = try run(command + ["literal.yaml", "--format", format.rawValue])
      #expect(result.code == 1, "\(command): \(result)")
      expectNone(of: ["canary-literal", "7Wq"], in: result.standardOutput, "\(command), standard output")
      expectNone(of: ["canary-literal", "7Wq"], in: result.standardError, "\(command), standard error")
      if format == .text {
        let text = String(decoding: result.standardOutput + result.standardError, as: UTF8.self)
        #expect(text.contains("password: [REDACTED], hots: db"))
      }
    }
    for file in try files(below: place.path) where !file.hasSuffix("/literal.yaml") {
      expectNone(of: ["canary-literal", "7Wq"], in: try readFile(file), file)
    }
  }

  /// Secrets in quotes, as a default, as the text of a block, and one that is too short to be looked for.
  private static let literal = """
    name: Canaries
    description: Reads a table
    contact: nobody@example.org
    artifacts:
      one:
        source: {type: mysql, properties: {user: reader, database: d, password: "canary-literal", hots: db}}
      two:
        source: {type: mysql, properties: {host: h, user: u, password: "${SECRET_ONE:-canary-literal-2}", port: no}}
      three:
        source:
          type: mysql
          properties:
            host: h
            user: u
            password: |
              canary-literal-3
              7Wq
      four:
        source: {type: mysql, properties: {host: h, user: u, password: 7Wq}}

    """
}
