// A run that asks a service dies at any of its file operations, or while the service is asked: nothing is asked twice.
internal import CanonicalJSON
internal import Glibc
internal import SystemFiles
internal import TestSupport
import Testing

@Suite struct BatchCrashTests {
  /// The part of all operations that a test disturbs; `RUNBOOK_CRASH_TESTS=all` disturbs each.
  private static func share(_ parts: Int) -> [Int] {
    let isWhole = unsafe getenv("RUNBOOK_CRASH_TESTS").map { unsafe String(cString: $0) } == "all"
    return Array(0..<(isWhole ? 400 : parts))
  }

  private func compile(_ validated: ValidatedPlace) throws {
    let compiled = try validated.place.wct(
      "compile", "sample.yaml", "--rulesets", "small=rules", "-o", "plan.json")
    #expect(compiled.code == 0, "\(compiled)")
  }

  /// Runs the machine with a fault below the directory of the store.
  private func run(_ validated: ValidatedPlace, _ arguments: [String], _ fault: Fault) throws -> ProcessResult
  {
    var place = validated.place
    let faults = try FaultLibrary.environment(
      fault, root: "\(place.path)/.wct", image: "\(place.path)/image", counter: "\(place.path)/count")
    place.environment.merge(faults) { $1 }
    return try place.start(.machine, arguments).result()
  }

  private func operationCount(_ validated: ValidatedPlace) throws -> Int {
    let text = String(decoding: try validated.place.bytes("count"), as: UTF8.self)
    return try #require(Int(text.dropLast()))
  }

  /// Runs, dies at one operation, goes on, and dies no more.
  private func expectRecovery(_ part: Int, of parts: Int, _ rules: JSONValue, kind: Fault.Kind) throws {
    let undisturbed = try ValidatedPlace(rules)
    try compile(undisturbed)
    _ = try run(undisturbed, ["run", "plan.json", "-q"], Fault(kind: kind, operation: 0))
    let count = try operationCount(undisturbed)
    guard parts < 400 || part < count else { return }
    let fault = Fault(kind: kind, operation: parts < 400 ? 1 + part * count / parts : part + 1)
    let validated = try ValidatedPlace(rules)
    try compile(validated)
    let result = try run(validated, ["run", "plan.json", "-q"], fault)
    #expect(result.ending == .signalled(SIGKILL) || [0, 75].contains(result.code), "\(fault): \(result)")
    let runs = try JSONReader.read(validated.place.machine("runs", "--json").standardOutput).arrayValue ?? []
    if runs.isEmpty { _ = try validated.place.machine("run", "plan.json", "-q") }
    for _ in 0..<3 where try validated.place.runs().first?["status"] != "completed" {
      let again = try validated.place.machine("resume", "latest", "-q")
      #expect([0, 75].contains(again.code), "\(fault): \(again)")
    }
    try validated.expectValidated("\(fault)")
  }

  @Test(arguments: share(8)) func nothingIsAskedTwiceWhereAnswersComeAtOnce(part: Int) throws {
    try expectRecovery(part, of: Self.share(8).count, [:], kind: .kill)
  }

  @Test(arguments: share(6)) func nothingIsAskedTwiceWhereAJobPends(part: Int) throws {
    try expectRecovery(part, of: Self.share(6).count, ["mode": "pend"], kind: .kill)
  }

  /// The answer is on its way, and nobody is there to take it.
  @Test(arguments: ["answer", "pend"]) func aRunThatDiesWhileItSendsGoesOn(mode: String) throws {
    let validated = try ValidatedPlace(["mode": .string(mode), "hold": ["PUT": "service/go"]])
    let run = try validated.start()
    #expect(validated.service.wait(for: "asked"))
    run.send(SIGKILL)
    #expect(run.result().ending == .signalled(SIGKILL))
    try validated.place.write("service/go", "")
    #expect(validated.service.wait(for: "received"))
    var resumed = try validated.resume()
    if resumed.code == 75 { resumed = try validated.resume() }
    #expect(resumed.code == 0, "\(resumed)")
    #expect(try validated.service.count("puts") == 1)
    try validated.expectValidated()
  }

  @Test func aPollThatDiesLosesNothing() throws {
    let validated = try ValidatedPlace(["mode": "pend"])
    #expect(try validated.run().code == 75)
    try validated.service.follow(["mode": "pend", "hold": ["GET": "service/go"]])
    let poll = try validated.place.start(.machine, ["poll", "latest"])
    #expect(validated.service.wait(for: "asked", count: 2))
    poll.send(SIGKILL)
    #expect(poll.result().ending == .signalled(SIGKILL))
    try validated.place.write("service/go", "")
    #expect(try validated.resume().code == 0)
    try validated.expectValidated()
  }

  @Test func twoAtOnceAreOne() throws {
    let validated = try ValidatedPlace(["mode": "pend"])
    #expect(try validated.run().code == 75)
    try validated.service.follow(["mode": "pend", "hold": ["GET": "service/go"]])
    let poll = try validated.place.start(.machine, ["poll", "latest"])
    #expect(validated.service.wait(for: "asked", count: 2))
    let second = try validated.resume()
    #expect(second.code == 4 && second.error.contains("\(poll.pid)"), "\(second)")
    try validated.place.write("service/go", "")
    #expect(poll.result().code == 0)
    #expect(try validated.resume().code == 0)
    try validated.expectValidated()
  }
}
