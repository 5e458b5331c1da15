// The labelled corpus is what its generator makes, and `match_positions` places findings on its labels.
internal import CanonicalJSON
internal import TestSupport
import Testing

@Suite struct CorpusTests {
  private var place: Workplace

  init() throws { place = try Workplace() }

  /// Runs a script of the repository; nil where there is no python3.
  private func python(_ script: String, _ arguments: String...) throws -> ProcessResult? {
    let command = "command -v python3 >/dev/null || exit 9; exec python3 -B \"$0\" \"$@\""
    let result = try ChildProcess(
      "/bin/sh", ["-c", command, "\(Repository.path)/\(script)"] + arguments, directory: place.path,
      environment: ["PATH": "/usr/bin:/bin"]
    ).result()
    return result.code == 9 ? nil : result
  }

  @Test func sameSeedGivesTheSameBytes() throws {
    guard let result = try python("Tests/Corpus/generate.py", "--check") else { return }
    #expect(result.code == 0, "\(result)")
  }

  @Test func checkDigitsAreThePublishedOnes() throws {
    guard let result = try python("Tests/Corpus/published_examples.py") else { return }
    #expect(result.code == 0, "\(result)")
  }

  @Test mutating func findingsArePlacedOnLabels() throws {
    let runbook = """
      name: Corpus
      description: One text of the corpus
      contact: Nobody <nobody@example.com>
      artifacts:
        files:
          source: {type: filesystem, properties: {path: Fixtures/corpus/main/files/de/beschwerde1.eml}}
        found:
          inputs: files
          process: {type: personal_data, properties: {pattern_matching: {match_positions: true}}}
          output: true
      """
    try place.write("corpus.yaml", runbook)
    let result = try place.wct(
      "run", "corpus.yaml", "--base-dir", Repository.path, "-o", "\(place.path)/results.json")
    #expect(result.code == 0, "\(result)")
    let findings = try #require(try place.content("found")?["findings"]?.arrayValue)
    var places: [String] = []
    for finding in findings {
      for match in finding["metadata"]?["context"]?["matches"]?.arrayValue ?? [] {
        let (start, end) = (match["start"]?.integerValue ?? -1, match["end"]?.integerValue ?? -1)
        places.append("\(match["by"]?.stringValue ?? "") \(start)-\(end)")
      }
    }
    // The labels of the text say that its writer's address stands there.
    #expect(places.contains("value 21-52"), "\(places)")
  }
}
