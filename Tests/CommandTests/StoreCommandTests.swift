// `runs`, `inspect` and how a run is named.
internal import CanonicalJSON
internal import SystemFiles
internal import TestSupport
import Testing

@Suite struct StoreCommandTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write("data/letter.txt", SampleRunbook.letter)
    try place.write("sample.yaml", SampleRunbook.detection(of: "./data"))
  }

  @Test func runsOnNoStoreIsAnEmptyList() throws {
    let json = try place.wct("runs", "--json")
    #expect(json.code == 0)
    #expect(json.output == "[]\n")
    let table = try place.wct("runs", "--store", "elsewhere")
    #expect(table.code == 0 && table.error.isEmpty, "\(table)")
    #expect(try place.directory.names() == ["data", "sample.yaml"], "no store was made")
  }

  @Test(arguments: [["runs"], ["inspect", "latest"], ["why", "latest"], ["resume", "latest"]])
  func aFileIsNoStore(arguments: [String]) throws {
    let result = try place.start(.wct, arguments + ["--store", "sample.yaml"]).result()
    #expect(result.code == 2 && result.output.isEmpty, "\(result)")
    #expect(result.error.contains("'sample.yaml' is a file, not the directory of a store"), "\(result)")
  }

  @Test(arguments: [["inspect", "latest"], ["resume", "latest"]])
  func aRunOfNoStoreIsAUsageError(arguments: [String]) throws {
    let result = try place.start(.wct, arguments).result()
    #expect(result.code == 2)
    #expect(result.error.contains("no store"), "\(result)")
    #expect(try place.directory.names() == ["data", "sample.yaml"], "no store was made")
  }

  @Test func runsAreListedNewestFirst() throws {
    #expect(try place.wct("run", "sample.yaml", "-q").code == 0)
    try place.write("second.yaml", SampleRunbook.branches(left: "gone", right: "data"))
    #expect(try place.wct("run", "second.yaml", "-q").code == 1)
    let runs = try place.runs()
    #expect(runs.map { $0["runbook"] } == ["second.yaml", "sample.yaml"])
    #expect(runs.map { $0["status"] } == ["failed", "completed"])
    for run in runs {
      #expect(
        run.objectValue?.keys.sorted()
          == ["counts", "finished_at", "id", "plan", "runbook", "started_at", "status"])
      let times = [run["started_at"], run["finished_at"]].compactMap { $0?.stringValue }
      #expect(times.count == 2 && times == times.sorted(), "\(times)")
    }
    #expect(
      runs[0]["counts"] == [
        "completed": 2, "failed": 1, "not_started": 0, "pending": 0, "running": 0, "skipped": 1,
      ])
    let table = try place.wct("runs").output.split(separator: "\n")
    #expect(table.count == 3)
    #expect(table[1].contains("failed") && table[1].contains("2/4"), "\(table)")
    #expect(try place.wct("runs", "--status", "failed").output.split(separator: "\n").count == 2)
  }

  @Test func inspectListsTheArtifacts() throws {
    #expect(try place.wct("run", "sample.yaml", "-q").code == 0)
    let artifacts = try place.artifacts()
    #expect(artifacts.count == 3)
    #expect(artifacts["files"]?["items"] == 1)
    #expect(artifacts["files"]?["schema"] == "standard_input/1.0.0")
    #expect(artifacts["classified"]?["status"] == "completed")
    let shown = try place.machine("inspect", "latest", output: .terminal).output
    #expect(shown.contains("Artifact") && shown.contains("gdpr_personal_data/1.0.0"), "\(shown)")
  }

  @Test func inspectShowsAMessageAsJSON() throws {
    #expect(try place.wct("run", "sample.yaml", "-q").code == 0)
    let result = try place.wct("inspect", "latest", "files")
    let message = try JSONReader.read(result.standardOutput)
    #expect(result.code == 0)
    #expect(message["schema"] == ["name": "standard_input", "version": "1.0.0"])
    #expect(message["source"] == "connector:filesystem")
    #expect(message["extensions"]?["execution"]?["status"] == "success")
    #expect(message["content"]?["name"] == "standard_input_from_data_directory")
    #expect(message["content"]?["data"]?.arrayValue?.first?["content"] == .string(SampleRunbook.letter))
    #expect(try place.content("personal_data")?["findings"]?.arrayValue?.isEmpty == false)
  }

  @Test func inspectOnATerminalIsForPeople() throws {
    #expect(try place.wct("run", "sample.yaml", "-q").code == 0)
    let shown = try place.machine("inspect", "latest", "files", output: .terminal)
    #expect(shown.code == 0)
    #expect(shown.output.contains("maria.example@example.com"), "\(shown)")
  }

  @Test func anUnknownArtifactIsAUsageErrorThatNamesTheOthers() throws {
    #expect(try place.wct("run", "sample.yaml", "-q").code == 0)
    let result = try place.wct("inspect", "latest", "nothing")
    #expect(result.code == 2)
    #expect(result.error.contains("personal_data"), "\(result)")
  }

  @Test func anArtifactThatHasNoContentSaysWhy() throws {
    try place.write("second.yaml", SampleRunbook.branches(left: "gone", right: "data"))
    #expect(try place.wct("run", "second.yaml", "-q").code == 1)
    let failed = try place.wct("inspect", "latest", "left")
    #expect(failed.code == 1 && failed.output.isEmpty)
    #expect(failed.error.contains("failed") && failed.error.contains("gone"), "\(failed)")
    let skipped = try place.wct("inspect", "latest", "left_data")
    #expect(skipped.error.contains("skipped") && skipped.error.contains("left"), "\(skipped)")
  }

  // MARK: - Naming a run

  @Test func aRunIsNamedInFourWays() throws {
    #expect(try place.wct("run", "sample.yaml", "-q").code == 0)
    let id = try #require(place.runs().first?["id"]?.stringValue)
    for reference in [
      id, String(id.prefix(6)), "latest", "sample.yaml", "./sample.yaml", "\(place.path)/sample.yaml",
    ] {
      let result = try place.wct("inspect", reference)
      #expect(result.code == 0, "\(reference): \(result)")
      let isPath = reference.hasSuffix(".yaml")
      #expect(result.error.contains(id) == isPath, "\(reference): \(result)")
    }
  }

  @Test func latestIsTheNewest() throws {
    for _ in 0..<2 { #expect(try place.wct("run", "sample.yaml", "-q").code == 0) }
    let newest = try #require(place.runs().first?["id"])
    #expect(try JSONReader.read(place.wct("inspect", "latest").standardOutput)["id"] == newest)
  }

  @Test func anAmbiguousPrefixListsTheRuns() throws {
    // More runs than there are first letters of an id would be slow: an empty prefix fits them all.
    for _ in 0..<2 { #expect(try place.wct("run", "sample.yaml", "-q").code == 0) }
    let ids = try place.runs().compactMap { $0["id"]?.stringValue }
    let shared = zip(ids[0], ids[1]).prefix { $0 == $1 }.map(\.0)
    let result = try place.wct("inspect", String(shared))
    #expect(result.code == 2, "\(result)")
    if !shared.isEmpty { #expect(ids.allSatisfy { result.error.contains($0) }, "\(result)") }
  }

  @Test(arguments: ["zzzzzzzzzzzz", "gone.yaml", "%", "' OR 1=1 --"])
  func anUnknownRunIsAUsageError(reference: String) throws {
    #expect(try place.wct("run", "sample.yaml", "-q").code == 0)
    for command in ["inspect", "resume"] {
      let result = try place.wct(command, reference)
      #expect(result.code == 2, "\(command): \(result)")
      #expect(result.error.contains(reference), "\(result)")
    }
  }

  @Test func aStoreThatIsNoStoreIsNamed() throws {
    try place.write("broken/store.db", "this is not a database, and never was one; it has no header at all")
    for arguments in [["runs"], ["inspect", "latest"]] {
      let result = try place.start(.wct, arguments + ["--store", "broken"]).result()
      #expect(result.code == 1, "\(result)")
      #expect(result.error.contains("broken"), "\(result)")
    }
    #expect(try place.bytes("broken/store.db").holds("never was one"))
  }
}
