// `reuse` with and without a store that is named.
internal import CanonicalJSON
internal import TestSupport
import Testing

@Suite struct ReuseCommandTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write("data/letter.txt", SampleRunbook.letter)
    try place.write("sample.yaml", SampleRunbook.detection(of: "./data"))
  }

  private func reuse(_ artifact: String, run: String = "latest", schema: String = "") -> String {
    """
    name: Again
    description: Classifies what was found
    contact: Tests
    artifacts:
      found: {reuse: {from_run: \(run), artifact: \(artifact)}\(schema)}
      classified: {inputs: found, process: {type: gdpr_personal_data_classifier}, output: true}

    """
  }

  @Test func theStoreSaysWhatTheSchemaIs() throws {
    #expect(try place.wct("run", "sample.yaml", "-q").code == 0)
    try place.write("again.yaml", reuse("personal_data"))
    let without = try place.wct("check", "again.yaml")
    #expect(without.code == 1 && without.output.contains("WCT3010"), "\(without)")
    #expect(try place.wct("check", "again.yaml", "--store", ".wct").code == 0)
    let compiled = try place.wct("compile", "again.yaml", "--store", ".wct", "-o", "-")
    let plan = try JSONReader.read(compiled.standardOutput)
    let taken = plan["instructions"]?.arrayValue?.first
    let run = try #require(place.runs().first?["id"]?.stringValue)
    #expect(taken?["reuse"]?["run"]?.stringValue == run, "\(compiled)")
    let digest = try place.artifacts(run)["personal_data"]?["digest"]
    #expect(taken?["reuse"]?["digest"] == digest && digest != nil, "\(compiled)")
    let ran = try place.wct("run", "again.yaml", "--store", ".wct", "-q")
    #expect(ran.code == 0, "\(ran)")
    #expect(try place.statuses() == ["found": "completed", "classified": "completed"])
  }

  @Test func whatIsNotThereIsSaidBeforeAnythingRuns() throws {
    #expect(try place.wct("run", "sample.yaml", "-q").code == 0)
    try place.write("again.yaml", reuse("personal_dat", schema: ", output_schema: personal_data_indicator"))
    let misspelt = try place.wct("run", "again.yaml", "--store", ".wct")
    #expect(misspelt.code == 1 && misspelt.error.contains("did you mean 'personal_data'?"), "\(misspelt)")
    try place.write("again.yaml", reuse("personal_data", run: "--help"))
    let odd = try place.wct("check", "again.yaml", "--store", ".wct")
    #expect(odd.code == 1 && odd.output.contains("WCT3051"), "\(odd)")
    #expect(try place.runs().count == 1, "nothing else ran")
  }

  @Test func aStoreThatIsNotThereIsAnErrorOfTheRunbook() throws {
    try place.write("again.yaml", reuse("personal_data"))
    let result = try place.wct("check", "again.yaml", "--store", "nowhere")
    #expect(result.code == 1 && result.output.contains("no store at 'nowhere'"), "\(result)")
    #expect(!place.exists("nowhere"))
    #expect(try place.wct("check", "again.yaml", "--store", "").code == 2)
  }

  /// The store is not even looked at for a runbook that reuses nothing.
  @Test func aStoreIsReadOnlyWhenARunbookAsks() throws {
    #expect(try place.wct("check", "sample.yaml", "--store", "nowhere").code == 0)
  }
}
