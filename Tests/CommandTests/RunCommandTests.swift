// `wct run` over the fixtures: what it shows, where the results go, and who may read what it leaves.
internal import CanonicalJSON
internal import Glibc
internal import SystemFiles
internal import TestSupport
import Testing

@Suite struct RunCommandTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write("data/letter.txt", SampleRunbook.letter)
    try place.write("sample.yaml", SampleRunbook.detection(of: "./data"))
  }

  @Test func theSampleRunbookOfTheRepositoryRuns() throws {
    let runbook = "\(Repository.path)/runbooks/file_content_analysis.yaml"
    let result = try place.wct("run", runbook, "--base-dir", Repository.path)
    #expect(result.code == 0, "\(result)")
    #expect(result.output.hasPrefix("Artifact       Status     Duration"), "\(result)")
    #expect(result.output.contains("classified: ") && result.output.contains("health_data *"), "\(result)")
    #expect(
      result.output.contains("skipped 'Fixtures/webshop/data/legacy/customers.latin1.txt'"), "\(result)")
    let run = try #require(place.runs().first)
    #expect(result.output.contains("Run \(run["id"]?.stringValue ?? "?") completed in"), "\(result)")
    #expect(run["runbook"] == .string(runbook))
    #expect(try place.directory.names().contains("outputs"))
  }

  @Test func aPipeGetsPlainLines() throws {
    let result = try place.wct("run", "sample.yaml")
    #expect(result.code == 0, "\(result)")
    #expect(!result.output.contains("\u{1B}") && !result.error.contains("\u{1B}"), "\(result)")
    for artifact in ["files", "personal_data", "classified"] {
      #expect(result.error.contains("\(artifact): completed in "), "\(result)")
    }
    #expect(result.error.split(separator: "\n").count == 4, "\(result)")
    #expect(result.output.contains("Results: outputs/"), "\(result)")
  }

  @Test func verboseSaysWhatBegins() throws {
    let result = try place.wct("run", "sample.yaml", "-v")
    #expect(result.error.contains("files: running\n") && result.error.contains("classified: running\n"))
  }

  @Test func quietSaysNothingWhenAllIsWell() throws {
    let result = try place.wct("run", "sample.yaml", "--quiet")
    #expect(result.code == 0 && result.output.isEmpty && result.error.isEmpty, "\(result)")
    #expect(place.exists("outputs"))
  }

  @Test func jsonIsOneDocument() throws {
    let result = try place.wct("run", "sample.yaml", "--json")
    let outcome = try JSONReader.read(result.standardOutput)
    #expect(result.code == 0)
    #expect(result.error.isEmpty, "\(result)")
    #expect(outcome["status"] == "completed")
    #expect(try outcome["run"] == place.runs().first?["id"])
    #expect(
      outcome["artifacts"]?.arrayValue?.map { $0["artifact"] } == ["files", "personal_data", "classified"])
    let results = try #require(outcome["results"]?.stringValue)
    #expect(place.exists(results))
  }

  @Test func aTerminalShowsProgressAndIsLeftClean() throws {
    try place.write("big/text.txt", Fillers.personalData(lines: 6_000))
    try place.write("big.yaml", SampleRunbook.detection(of: "./big"))
    let result = try place.wct("run", "big.yaml", output: .terminal)
    #expect(result.code == 0, "\(result)")
    #expect(result.output.contains("1 of 3 done, 1 running"), "\(result)")
    let screen = Screen(showing: result.output).lines
    #expect(screen.first?.hasPrefix("Artifact ") == true, "\(screen)")
    #expect(!screen.contains { $0.contains(" of 3 done") }, "\(screen)")
    #expect(screen.allSatisfy { $0.unicodeScalars.count <= 100 }, "\(screen)")
  }

  @Test func noColorIsHeeded() throws {
    var place = place
    let coloured = try place.wct("run", "sample.yaml", output: .terminal)
    #expect(coloured.output.contains("\u{1B}[1m"))
    place.environment["NO_COLOR"] = "1"
    #expect(!(try place.wct("run", "sample.yaml", output: .terminal).output.contains("\u{1B}[1m")))
    let forced = try place.wct("run", "sample.yaml", "--color", "always")
    #expect(forced.output.contains("\u{1B}[1m"))
  }

  // MARK: - Where results go

  @Test func resultsGoWhereTheyAreTold() throws {
    #expect(try place.wct("run", "sample.yaml", "-q", "-o", "named.json").code == 0)
    #expect(place.exists("outputs/named.json"))
    #expect(try place.wct("run", "sample.yaml", "-q", "--output-dir", "there/deep", "-o", "a.json").code == 0)
    #expect(place.exists("there/deep/a.json"))
    let absolute = "\(place.path)/elsewhere.json"
    #expect(try place.wct("run", "sample.yaml", "-q", "--output-dir", "no", "-o", absolute).code == 0)
    #expect(place.exists("elsewhere.json") && !place.exists("no"))
  }

  @Test func defaultNamesCarryTheTimeAndNeverCollide() throws {
    for _ in 0..<3 { #expect(try place.wct("run", "sample.yaml", "-q").code == 0) }
    let names = try listDirectory("\(place.path)/outputs").compactMap(\.text)
    #expect(names.count == 3)
    for name in names {
      #expect(name.hasSuffix("_analysis_results.json"))
      let isStamped = name.prefix(14).allSatisfy { $0.isNumber }
      #expect(isStamped, "\(name)")
    }
  }

  @Test func resultsCanGoToStandardOutput() throws {
    try place.link("out", to: "/dev/stdout")
    let result = try place.wct("run", "sample.yaml", "-q", "-o", "\(place.path)/out")
    #expect(result.code == 0, "\(result)")
    #expect(try JSONReader.read(result.standardOutput)["format_version"] == "2.0.0")
  }

  @Test(arguments: [
    ["--output-dir", "sample.yaml"], ["--output-dir", "data", "-o", "."], ["-o", "deep/"], ["-o", ""],
    ["--output-dir", ""], ["--store", ""], ["--store", "sample.yaml"],
  ])
  func aPlaceThatCanNeverWorkIsFoundBeforeTheRun(arguments: [String]) throws {
    let result = try place.start(.wct, ["run", "sample.yaml"] + arguments).result()
    #expect(result.code == 2, "\(result)")
    #expect(result.output.isEmpty && result.error.hasPrefix("error[WCT"), "\(result)")
    #expect(try place.runs().isEmpty)
  }

  @Test func whatIsLeftIsForItsOwnerAlone() throws {
    #expect(try place.wct("run", "sample.yaml", "-q", "-o", "a.json").code == 0)
    #expect(try mode("outputs/a.json") == 0o600)
    let open = try modes(below: "\(place.path)/.wct").filter { $0.value & 0o077 != 0 }
    #expect(open.isEmpty, "\(open)")
    #expect(try mode(".wct") == 0o700)
  }

  @Test func theStoreIsWhereItIsTold() throws {
    var place = place
    #expect(try place.wct("run", "sample.yaml", "-q", "--store", "stores/one").code == 0)
    place.environment["WCT_STORE"] = "two"
    #expect(try place.wct("run", "sample.yaml", "-q").code == 0)
    #expect(!place.exists(".wct"))
    #expect(place.exists("stores/one/store.db") && place.exists("two/store.db"))
    #expect(try place.runs().count == 1)
  }

  @Test func pathsBeginAtTheBaseDirectory() throws {
    try makeDirectory("\(place.path)/elsewhere")
    try place.write("elsewhere/sample.yaml", SampleRunbook.detection(of: "./data"))
    #expect(
      try place.wct("run", "elsewhere/sample.yaml", "-q").code == 0, "relative to the working directory")
    let moved = try place.wct("run", "sample.yaml", "-q", "--base-dir", "elsewhere")
    #expect(moved.code == 1, "\(moved)")
    #expect(moved.error.contains("data"))
    #expect(try place.wct("run", "sample.yaml", "--base-dir", "nowhere").code == 2)
  }

  private func mode(_ name: String) throws -> UInt32 {
    var record = stat()
    guard unsafe lstat("\(place.path)/\(name)", &record) == 0 else {
      throw SystemError("cannot inspect", name)
    }
    return record.st_mode & 0o7777
  }

  private func modes(below path: String) throws -> [String: UInt32] {
    var found: [String: UInt32] = [:]
    for name in try listDirectory(path).compactMap(\.text) {
      let child = "\(path)/\(name)"
      let relative = String(child.dropFirst(place.path.count + 1))
      found[relative] = try mode(relative)
      if try FileStatus.of(child).kind == .directory { found.merge(try modes(below: child)) { $1 } }
    }
    return found
  }
}
