// `wct check` of directories, globs and standard input.
internal import CanonicalJSON
internal import SystemFiles
internal import TestSupport
import Testing

@Suite struct CheckSearchTests {
  private let place: Workplace
  private let good = SampleRunbook.detection(of: "./data")

  init() throws {
    place = try Workplace()
    try place.write("books/good.yaml", good)
    try place.write("books/deep/bad.yml", "name: x\nartifacts:\n  a: {inputs: gone}\n")
    try place.write("books/compose.yaml", "services: {}\n")
    try place.write("books/.hidden/x.yaml", "artifacts: 1\n")
    try place.write("books/node_modules/x.yaml", "artifacts: 1\n")
  }

  /// The files that the diagnostics of a JSON document are in, each once.
  private func files(_ result: ProcessResult) throws -> [String] {
    let diagnostics = try JSONReader.read(result.standardOutput)["diagnostics"]?.arrayValue ?? []
    return Set(diagnostics.compactMap { $0["file"]?.stringValue }).sorted()
  }

  @Test func aDirectoryIsSearchedForRunbooks() throws {
    let result = try place.wct("check", "books", "-v")
    #expect(result.code == 1, "\(result)")
    #expect(result.output.contains("2 files checked: "), "\(result)")
    #expect(result.output.contains("1 YAML file without a runbook skipped"), "\(result)")
    #expect(try files(place.wct("check", "books", "--json")) == ["books/deep/bad.yml"])
  }

  @Test func noPathIsTheWorkingDirectory() throws {
    let result = try place.wct("check", "--json")
    #expect(result.code == 1)
    #expect(try files(result) == ["books/deep/bad.yml"])
    #expect(try JSONReader.read(result.standardOutput)["summary"]?["files"] == 2)
  }

  @Test func aQuotedGlobIsExpandedAndWhatItNamesIsChecked() throws {
    let result = try place.wct("check", "books/**/*.y*ml", "--json")
    #expect(result.code == 1)
    #expect(try files(result) == ["books/compose.yaml", "books/deep/bad.yml"])
  }

  @Test func excludedFilesAreLeftOut() throws {
    let result = try place.wct("check", "books", "--exclude", "deep")
    #expect(result.code == 0, "\(result)")
    #expect(result.output == "1 file checked: no problems\n")
  }

  @Test func aTreeWithoutRunbooksIsWrongUsageAndSaysSoInEveryFormat() throws {
    try place.write("other/compose.yaml", "services: {}\n")
    let text = try place.wct("check", "other")
    #expect(text.code == 2)
    #expect(text.output.contains("error[WCT1060]: there is no runbook in other"), "\(text)")
    let json = try place.wct("check", "other", "--json")
    #expect(json.code == 2)
    #expect(try JSONReader.read(json.standardOutput)["diagnostics"]?.arrayValue?.count == 1)
  }

  @Test(arguments: [1, 2, 7]) func resultsComeInTheSameOrderWhateverTheNumberOfJobs(jobs: Int) throws {
    for number in 10..<60 {
      try place.write("many/\(number).yaml", "name: x\nartifacts:\n  a\(number): {inputs: gone}\n")
    }
    let one = try place.wct("check", "many", "--jobs", "1")
    let several = try place.wct("check", "many", "-j", "\(jobs)")
    #expect(one.code == 1)
    #expect(one.output.contains("50 files checked"))
    #expect(several.output == one.output)
  }

  @Test func standardInputIsCheckedUnderItsName() throws {
    try place.write("books/child.yaml", SampleRunbook.child)
    let parent = """
      name: x
      description: y
      contact: z
      artifacts:
        data: {source: {type: filesystem, properties: {path: "${WHERE}"}}}
        found:
          inputs: data
          child_runbook: {path: child.yaml, input_mapping: {data: data}, output: result}
          output: true

      """
    try place.write("books/.env", "WHERE=./data\n")
    let named = try place.wct("check", "-", "--stdin-name", "books/new.yaml", input: parent)
    #expect(named.code == 0, "\(named)")
    #expect(named.output == "1 file checked: no problems\n")
    let bare = try place.wct("check", "-", input: parent)
    #expect(bare.code == 1)
    #expect(bare.output.contains("--> <stdin>:5:"), "\(bare)")
    #expect(bare.output.contains("child.yaml"), "\(bare)")
  }

  @Test(arguments: [
    ["check", "books", "--stdin-name", "x"], ["check", "-", "--stdin-name", ""], ["check", "--jobs", "0"],
    ["check", "--max-warnings", "-1"], ["check", "--env-file", "gone"],
  ])
  func wrongUsageIsRefused(arguments: [String]) throws {
    #expect(try place.start(.wct, arguments).result().code == 2)
  }

  @Test func aBrokenEnvironmentFileIsAnErrorOfItsRunbooksAlone() throws {
    try place.write("books/.env", "A=1\nnonsense\n")
    try place.write("other/good.yaml", good)
    let result = try place.wct("check", "books/good.yaml", "other/good.yaml")
    #expect(result.code == 2, "\(result)")
    #expect(result.output.contains("error[WCT1021]: expected NAME=value\n"), "\(result)")
    #expect(result.output.contains("--> books/.env:2:1\n"), "\(result)")
    #expect(!result.output.contains("nonsense"), "it may be a secret: \(result)")
    #expect(result.output.contains("1 file checked: 1 error"), "\(result)")
  }

  @Test func warningsMayBeCounted() throws {
    try place.write("warned.yaml", good.replacing("contact: Tests <tests@example.com>\n", with: ""))
    #expect(try place.wct("check", "warned.yaml").code == 0)
    #expect(try place.wct("check", "warned.yaml", "--max-warnings", "1").code == 0)
    let strict = try place.wct("check", "warned.yaml", "--error-on-warnings")
    #expect(strict.code == 1)
    #expect(strict.error.contains("1 warning, and at most 0 allowed"), "\(strict)")
  }

  @Test func severalFormatsHoldAllFilesOfOneRun() throws {
    try place.write("books/other.yaml", "name: x\nartifacts:\n  b: {inputs: nowhere}\n")
    let result = try place.wct(
      "check", "books", "--format", "sarif=all.sarif", "--format", "json=all.json", "--format", "short")
    #expect(result.code == 1)
    let json = try JSONReader.read(place.bytes("all.json"))
    let sarif = try JSONReader.read(place.bytes("all.sarif"))
    let results = sarif["runs"]?.arrayValue?.first?["results"]?.arrayValue
    #expect(results?.count == json["diagnostics"]?.arrayValue?.count)
    #expect(result.output.split(separator: "\n").count == results?.count)
    #expect(Set(json["diagnostics"]?.arrayValue?.compactMap { $0["file"]?.stringValue } ?? []).count == 2)
  }
}
