// `wct compile`: where the plan goes, what stays when it can't be written, and the same bytes everywhere.
internal import CanonicalJSON
internal import SystemFiles
internal import TestSupport
import Testing

@Suite struct CompileCommandTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write("sample.yaml", SampleRunbook.detection(of: "./data"))
  }

  @Test func writesThePlanUnderTheRunbooksName() throws {
    let result = try place.wct("compile", "sample.yaml")
    #expect(result.code == 0, "\(result)")
    #expect(result.output.isEmpty)
    #expect(try place.directory.names() == ["sample.plan.json", "sample.plan.json.map", "sample.yaml"])
    #expect(try JSONReader.read(place.bytes("sample.plan.json"))["format"] == "wct-plan")
  }

  @Test func writesThePlanWhereItIsTold() throws {
    try makeDirectory("\(place.path)/plans")
    #expect(try place.wct("compile", "sample.yaml", "-o", "plans/a.json").code == 0)
    #expect(try place.machine("verify", "plans/a.json").code == 0)
    #expect(!place.exists("sample.plan.json"))
  }

  @Test func writesThePlanAloneToStandardOutput() throws {
    let result = try place.wct("compile", "sample.yaml", "-o", "-")
    let plan = try JSONReader.read(result.standardOutput)
    #expect(result.code == 0)
    #expect(JSONWriter.bytes(of: plan) + [0x0A] == result.standardOutput)
    #expect(try place.directory.names() == ["sample.yaml"])
  }

  @Test func aPlanIsAlsoWrittenIntoAPipe() throws {
    // A link of our own: a program that replaces what it is told to write to must not harm the system.
    try place.link("out", to: "/dev/stdout")
    let result = try place.wct("compile", "sample.yaml", "-o", "out")
    #expect(result.code == 0, "\(result)")
    #expect(try result.standardOutput == place.wct("compile", "sample.yaml", "-o", "-").standardOutput)
    #expect(try FileStatus.of("\(place.path)/out", followingLinks: false).kind == .symbolicLink)
    #expect(try place.directory.names() == ["out", "sample.yaml"])
  }

  @Test func theSameBytesFromAnyDirectoryAndOrderOfKeys() throws {
    let first = try place.wct("compile", "sample.yaml", "-o", "-")
    try place.write("deep/er/other.yaml", SampleRunbook.detection(of: "./data"))
    let second = try place.wct("compile", "deep/er/other.yaml", "-o", "-")
    let absolute = try Workplace().wct("compile", "\(place.path)/sample.yaml", "-o", "-")
    try place.write(
      "shuffled.yaml",
      """
      contact: Tests <tests@example.com>
      artifacts:
        classified: {output: true, process: {type: gdpr_personal_data_classifier}, inputs: personal_data,
          name: Classified}
        files: {source: {properties: {max_files: 100000, path: "./data"}, type: filesystem}}
        personal_data: {process: {type: personal_data}, inputs: [files]}
      description: Finds personal data
      name: Sample
      """)
    let shuffled = try place.wct("compile", "shuffled.yaml", "-o", "-")
    #expect(first.code == 0 && !first.standardOutput.isEmpty)
    #expect(first.standardOutput == second.standardOutput)
    #expect(first.standardOutput == absolute.standardOutput)
    #expect(first.output == shuffled.output)
    #expect(!first.output.contains(place.path))
  }

  @Test func aLinkStaysALink() throws {
    try place.write("plans/real.json", "old")
    try place.link("plan.json", to: "plans/real.json")
    #expect(try place.wct("compile", "sample.yaml", "-o", "plan.json").code == 0)
    #expect(try FileStatus.of("\(place.path)/plan.json", followingLinks: false).kind == .symbolicLink)
    #expect(try JSONReader.read(place.bytes("plans/real.json"))["format"] == "wct-plan")
  }

  @Test func aBadRunbookLeavesNoPlanAndKeepsTheOldOne() throws {
    try place.write("sample.plan.json", "before")
    try place.write("sample.yaml", "name: x\n")
    let result = try place.wct("compile", "sample.yaml")
    #expect(result.code == 1)
    #expect(result.error.contains("sample.yaml:"))
    #expect(result.error.contains("not compiled"))
    #expect(try place.bytes("sample.plan.json") == Array("before".utf8))
    #expect(try place.directory.names() == ["sample.plan.json", "sample.yaml"])
  }

  @Test func aMissingTargetDirectoryIsNamedAndNothingIsLeft() throws {
    let result = try place.wct("compile", "sample.yaml", "-o", "nowhere/plan.json")
    #expect(result.code == 2, "\(result)")
    #expect(result.error.contains("nowhere"), "\(result)")
    #expect(!result.error.contains(".partial"), "\(result)")
    #expect(try place.directory.names() == ["sample.yaml"])
  }

  @Test func aDirectoryAsTargetIsNamed() throws {
    try makeDirectory("\(place.path)/plans")
    let result = try place.wct("compile", "sample.yaml", "-o", "plans")
    #expect(result.code == 2, "\(result)")
    #expect(result.error.contains("directory"), "\(result)")
    #expect(try listDirectory("\(place.path)/plans").isEmpty)
  }

  @Test func theRunbookItselfIsNeverOverwritten() throws {
    let before = try place.bytes("sample.yaml")
    let result = try place.wct("compile", "sample.yaml", "-o", "./sample.yaml")
    #expect(result.code == 2, "\(result)")
    #expect(try place.bytes("sample.yaml") == before)
  }

  @Test func aFullDeviceIsAnErrorAndStaysADevice() throws {
    try place.link("full", to: "/dev/full")
    let named = try place.wct("compile", "sample.yaml", "-o", "full")
    #expect(named.code == 1, "\(named)")
    #expect(named.error.contains("No space left on device"), "\(named)")
    #expect(try FileStatus.of("\(place.path)/full").kind == .device)
    let piped = try place.wct("compile", "sample.yaml", "-o", "-", output: .file("/dev/full"))
    #expect(piped.code == 1, "\(piped)")
    #expect(piped.error.contains("No space left on device"), "\(piped)")
  }

  @Test func jsonShowsDiagnosticsOnStandardOutput() throws {
    try place.write("bad.yaml", "name: x\n")
    let result = try place.wct("compile", "bad.yaml", "--json")
    #expect(result.code == 1)
    #expect(try JSONReader.read(result.standardOutput)["summary"]?["errors"]?.integerValue ?? 0 > 0)
  }

  @Test(arguments: ["missing.yaml", "."]) func unreadablePathsAreUsageErrors(path: String) throws {
    #expect(try place.wct("compile", path).code == 2)
    #expect(try place.wct("run", path).code == 2)
    #expect(!place.exists(".wct"))
  }
}
