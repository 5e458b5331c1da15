// `execute`: a runbook that an artifact holds is compiled and run as a run of its own, in the same store.
internal import CanonicalJSON
internal import Glibc
internal import SystemFiles
internal import TestSupport
import Testing

@Suite struct ExecuteCommandTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write("data/letter.txt", SampleRunbook.letter)
    try place.write("outer.yaml", outer())
    try writePlanner()
  }

  /// A parent whose child holds a runbook and executes it.
  private func outer(configuration: String = "{}") -> String {
    """
    name: Outer
    description: Runs a runbook within the run
    contact: Tests <tests@example.com>
    config: \(configuration)
    artifacts:
      unused: {source: {type: filesystem, properties: {path: ./data}}}
      audit:
        inputs: unused
        child_runbook: {path: planner.yaml, input_mapping: {}, output: result}
        output: true

    """
  }

  @Test func childrenAreLookedForBesideTheRunbookThatIsRun() throws {
    try writePlanner(
      inner:
        "found: {inputs: files, output: true, child_runbook: "
        + "{path: finder.yaml, input_mapping: {texts: files}, output: found}}"
    )
    try place.write("deep/finder.yaml", Self.finder)
    for name in ["outer.yaml", "planner.yaml"] { try place.run("/bin/mv", name, "deep/\(name)") }
    let result = try place.wct("run", "deep/outer.yaml")
    #expect(result.code == 0, "\(result)")
  }

  private static let finder = """
    name: Finder
    description: Finds personal data in what it is given
    contact: Tests <tests@example.com>
    inputs:
      texts: {input_schema: standard_input}
    outputs:
      found: {artifact: indicators}
    artifacts:
      indicators: {inputs: texts, process: {type: personal_data}}
    """

  private func writePlanner(
    inner: String = "found: {inputs: files, process: {type: personal_data}, output: true}",
    path: String = "./data", schema: String = "", execute: String = "{mode: child, timeout: 60}",
    configuration: String = "{}"
  ) throws {
    try place.write(
      "planner.yaml",
      """
      name: Planner
      description: Holds a runbook
      contact: Tests <tests@example.com>
      inputs:
        book:
          input_schema: runbook
          optional: true
          default:
            name: Inner
            description: Finds personal data
            contact: Tests
            config: \(configuration)
            artifacts:
              files: {source: {type: filesystem, properties: {path: \(path)}}}
              \(inner)
      outputs:
        result: {artifact: ran}
      artifacts:
        ran: {inputs: book, execute: \(execute)\(schema)}

      """)
  }

  private func run(_ arguments: String...) throws -> ProcessResult {
    try place.start(.wct, ["run", "outer.yaml", "-q"] + arguments).result()
  }

  @Test func theNestedRunIsARunOfTheStore() throws {
    let result = try run()
    #expect(result.code == 0, "\(result)")
    let runs = try place.runs()
    #expect(runs.map { $0["status"] } == ["completed", "completed"])
    let outer = try #require(runs.last?["id"]?.stringValue)
    #expect(runs.first?["parent"] == .string("\(outer)/audit/ran") && runs.last?["parent"] == nil)
    #expect(runs.last?["runbook"] == "outer.yaml")
    let content = try #require(try place.content("audit", of: outer))
    #expect(content["run"]?["id"] == runs.first?["id"] && content["run"]?["status"] == "completed")
    let output = try #require(content["outputs"]?.arrayValue?.first)
    #expect(output["artifact_id"] == "found")
    #expect(output["content"]?["findings"]?.arrayValue?.isEmpty == false)
    #expect(
      try place.start(.wct, ["inspect", "latest"]).result().output.contains(outer), "runs of their own only")
    #expect(try listDirectory("\(place.path)/.wct/tmp").isEmpty, "nothing is left behind")
  }

  @Test func theOneOutputCanBeTheArtifact() throws {
    try writePlanner(schema: ", output_schema: personal_data_indicator")
    #expect(try run().code == 0)
    let outer = try #require(place.runs().last?["id"]?.stringValue)
    let nested = try #require(place.runs().first?["id"]?.stringValue)
    let audit = try place.artifacts(outer)["audit/ran"]
    #expect(audit?["schema"] == "personal_data_indicator/1.0.0")
    #expect(try audit?["digest"] == place.artifacts(nested)["found"]?["digest"])
    try writePlanner(schema: ", output_schema: gdpr_personal_data")
    let unfit = try run()
    #expect(unfit.code == 1 && unfit.error.contains("'gdpr_personal_data/1.0.0' is wanted"), "\(unfit)")
  }

  @Test func whatDoesNotCompileFailsTheArtifact() throws {
    try writePlanner(inner: "found: {inputs: fils, process: {type: personal_data}, output: true}")
    let result = try run()
    #expect(result.code == 1 && result.error.contains("error[WCT5024]: audit"), "\(result)")
    #expect(result.error.contains("does not compile: error[WCT"), "\(result)")
    #expect(try place.runs().count == 1, "nothing else ran")
  }

  @Test func aFailedRunIsGoneOnWith() throws {
    try writePlanner(path: "./later")
    let failed = try run()
    #expect(failed.code == 1 && failed.error.contains("WCT5024"), "\(failed)")
    let before = try place.runs().map { $0["id"] }
    #expect(before.count == 2)
    try place.write("later/letter.txt", SampleRunbook.letter)
    let resumed = try place.wct("resume", "latest", "-q")
    #expect(resumed.code == 0, "\(resumed)")
    #expect(try place.runs().map { $0["id"] } == before, "the same two runs")
    #expect(try place.runs().map { $0["status"] } == ["completed", "completed"])
  }

  @Test func depthIsTheParentsRemainder() throws {
    try place.write("leaf.yaml", SampleRunbook.child)
    let inner =
      "found: {inputs: files, child_runbook: {path: leaf.yaml, input_mapping: {data: files}, output: result}, output: true}"
    try writePlanner(inner: inner, configuration: "{max_child_depth: 9}")
    try place.write("outer.yaml", outer(configuration: "{max_child_depth: 3}"))
    let fits = try run()
    #expect(fits.code == 0, "\(fits)")
    try place.write("outer.yaml", outer(configuration: "{max_child_depth: 2}"))
    let deep = try run()
    #expect(deep.code == 1 && deep.error.contains("WCT5024") && deep.error.contains("deep"), "\(deep)")
  }

  @Test func timeIsTheParentsRemainder() throws {
    try place.write("big/text.txt", Fillers.personalData(lines: 40_000))
    try writePlanner(path: "./big", execute: "{mode: child, timeout: 0.2}")
    let result = try run()
    #expect(result.code == 1 && result.error.contains("time limit of 0.2 s"), "\(result)")
    #expect(try place.runs().map { $0["status"] } == ["failed", "failed"])
  }

  // MARK: - A compiler that never ends

  /// Beside the machine, a compiler that says which process it is, and ends only when it is killed.
  private func startWithStuckCompiler() throws -> (run: ChildProcess, processes: [pid_t]) {
    #expect(try place.wct("compile", "outer.yaml", "-o", "plan.json", "-q").code == 0)
    try place.run("/bin/cp", try BuiltProgram.machine.path(), "wct-exec")
    try place.write(
      "wct",
      """
      #!/bin/sh
      trap '' TERM
      sleep 1000 &
      echo $$ $! > started.new
      mv started.new started
      wait
      wait

      """)
    try place.run("/bin/chmod", "+x", "wct")
    let changes = try DirectoryChanges()
    #expect(try changes.watch(place.path))
    let run = try ChildProcess(
      "\(place.path)/wct-exec", ["run", "plan.json", "-v"], directory: place.path,
      environment: ["PATH": "/usr/bin:/bin"])
    while !place.exists("started"), run.isRunning() { _ = try changes.wait(milliseconds: 1_000) }
    let text = String(decoding: try place.bytes("started"), as: UTF8.self)
    return (run, text.split(whereSeparator: \.isWhitespace).compactMap { pid_t($0) })
  }

  /// Whether a process is gone, or a zombie that nobody has looked at yet.
  private func isGone(_ process: pid_t) -> Bool {
    guard let bytes = try? readFile("/proc/\(process)/stat") else { return true }
    return String(decoding: bytes, as: UTF8.self).contains(") Z ")
  }

  private func filesBelow(_ directory: String) throws -> Int {
    try listDirectory(directory).reduce(0) { count, entry in
      guard entry.kind == .directory, let name = entry.text else { return count + 1 }
      return try count + filesBelow("\(directory)/\(name)")
    }
  }

  @Test func aStoppedRunLeavesNoCompilerBehind() throws {
    let (run, processes) = try startWithStuckCompiler()
    #expect(processes.count == 2 && !processes.contains(where: isGone))
    run.send(SIGINT)
    #expect(run.result().code == 130)
    // Killed processes go when the system comes to them; one that was left would stay until the test's time is over.
    while !processes.allSatisfy(isGone) { _ = sched_yield() }
    #expect(try place.runs().first?["status"] == "interrupted")
    #expect(try listDirectory("\(place.path)/.wct/tmp").isEmpty, "nothing is left behind")
    #expect(try place.wct("resume", "latest", "-q").code == 0)
  }

  @Test func aSecondSignalLeavesNoCompilerBehindEither() throws {
    let (run, processes) = try startWithStuckCompiler()
    run.send(SIGINT)
    run.send(SIGTERM)
    #expect([130, 143].contains(run.result().code))
    // The signal is sent before this process leaves; the system may take a moment to carry it out.
    while !processes.allSatisfy(isGone) { _ = sched_yield() }
    #expect(try place.runs().first?["status"] == "interrupted")
    #expect(try place.wct("resume", "latest", "-q").code == 0)
    // What the compiler was given is left, and what else was half written then; it goes with the next cleaning up.
    let left = try filesBelow("\(place.path)/.wct/tmp")
    #expect(left > 0)
    let collected = try JSONReader.read(place.wct("gc", "--json").standardOutput)
    #expect(collected["unfinished_files"]?["count"]?.integerValue == left, "\(collected)")
    #expect(try listDirectory("\(place.path)/.wct/tmp").isEmpty)
  }

  @Test func withoutTheCompilerThePlanIsRefused() throws {
    #expect(try place.wct("compile", "outer.yaml", "-o", "plan.json", "-q").code == 0)
    #expect(try place.machine("verify", "plan.json").code == 0)
    try place.run("/bin/cp", try BuiltProgram.machine.path(), "wct-exec")
    for command in ["verify", "run"] {
      let alone = try ChildProcess(
        "\(place.path)/wct-exec", [command, "plan.json"], directory: place.path, environment: [:]
      ).result()
      #expect(alone.code == 4 && alone.error.contains("WCT4007"), "\(alone)")
    }
  }
}
