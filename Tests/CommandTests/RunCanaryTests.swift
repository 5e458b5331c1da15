// Nothing secret gets into what a run writes, says, logs or hands on.
internal import CanonicalJSON
internal import SystemFiles
internal import TestSupport
import Testing

/// A run that asks a service with a token, in an environment full of secrets, over a source that is sensitive.
@Suite struct RunCanaryTests {
  /// What must be nowhere at all: the service's token, other variables, files of variables, keys.
  private static let secrets = [
    TestService.token, "canary-unrelated", "canary-in-dotenv", "canary-in-file", "canary-lineage-key",
    "canary-mysql",
  ]
  /// What stands in a source that is marked sensitive: in the source and in the store's blobs, and nowhere else.
  private static let content = "canary.content@example.org"

  private let validated: ValidatedPlace
  private let place: Workplace

  init() throws {
    var validated = try ValidatedPlace(["mode": "pend"])
    validated.place.environment.merge([
      "UNRELATED": "canary-unrelated", "OPENLINEAGE_API_KEY": "canary-lineage-key",
      "MYSQL_PASSWORD": "canary-mysql",
    ]) { $1 }
    place = validated.place
    self.validated = validated
    try place.write(".env", "SECRET_TOKEN=canary-in-dotenv\n")
    try place.write("more.env", "DB_PASSWORD=canary-in-file\n")
    try place.write("data/real.txt", "A letter to \(Self.content); the phone rang.\n")
    let runbook = ValidatedPlace.runbook(sampleSize: 100)
      .split(separator: "path: ./data}}").joined(separator: "path: ./data}}\n    sensitive: true")
      .split(separator: "output: true").joined(separator: "output: true\n    sensitive: true")
    try place.write("sample.yaml", runbook)
  }

  private func expectNone(of canaries: [String], in text: String, _ what: String) {
    for canary in canaries { #expect(!text.contains(canary), "\(what) holds '\(canary)'") }
  }

  private func files(below directory: String) throws -> [String] {
    try listDirectory(directory).compactMap(\.text).flatMap { name -> [String] in
      let path = "\(directory)/\(name)"
      return try FileStatus.of(path).kind == .directory ? files(below: path) : [path]
    }
  }

  @Test func nothingSecretIsWrittenOrSaid() throws {
    let outputs = [
      "--trace", "trace.json", "--openlineage", "lineage.jsonl", "--log-file", "run.log", "--log-format",
      "json",
    ]
    var said: [(String, ProcessResult)] = [
      (
        "run",
        try place.start(
          .wct,
          [
            "run", "sample.yaml", "--rulesets", "small=rules", "--env-file", "more.env", "-v", "--exporter",
            "csv",
            "--exporter", "sarif", "--exporter", "html", "--evidence", "full",
          ] + outputs
        ).result()
      )
    ]
    #expect(said[0].1.code == 75, "\(said[0])")
    let commands: [[String]] = [
      ["poll", "latest", "--wait"], ["logs", "latest"], ["logs", "latest", "--json"],
      ["resume", "latest", "--progress", "json", "--exporter", "csv=two.csv"] + outputs,
      ["inspect", "latest"], ["inspect", "latest", "files"], ["inspect", "latest", "near"],
      ["inspect", "latest", "classified"], ["why", "latest"], ["why", "latest", "near"], ["runs", "--json"],
      ["report", "latest", "--evidence", "full", "-o", "report.html"],
      ["findings", "latest", "--format", "json"],
      ["diff-runs", "latest", "latest", "--json"], ["gc", "--dry-run", "--json"],
      ["export-run", "latest", "-o", "run.tar"],
    ]
    for command in commands {
      let result = try place.start(.wct, command).result()
      #expect([0, 75].contains(result.code ?? -1), "\(command): \(result)")
      said.append((command.joined(separator: " "), result))
    }
    for (what, result) in said {
      expectNone(of: Self.secrets + [Self.content], in: result.output + result.error, what)
    }
    var names: Set<String> = []
    for file in try files(below: place.path) {
      let name = String(file.dropFirst(place.path.utf8.count + 1))
      let text = String(decoding: try readFile(file), as: UTF8.self)
      // What the secrets were given in; the service remembers what it was sent.
      if [".env", "more.env"].contains(name) || name.hasPrefix("service/") { continue }
      expectNone(of: Self.secrets, in: text, name)
      let mayQuote = name.hasPrefix("data/") || name.hasPrefix(".wct/blobs/") || name == "run.tar"
      if !mayQuote { expectNone(of: [Self.content], in: text, name) }
      names.insert(name)
    }
    // It was looked where there is something to find.
    for name in ["run.log", "trace.json", "lineage.jsonl", "report.html", "run.tar", ".wct/store.db"] {
      #expect(names.contains(name), "\(name)")
    }
    #expect(names.contains { $0.hasPrefix("outputs/") && $0.hasSuffix(".csv") })
  }

  /// A service that answers with the token in what went wrong.
  @Test func whatAServiceSaysBackIsRedacted() throws {
    try validated.service.follow(["mode": "pend", "echo": true, "fail": ["PUT": 9], "status": 401])
    let run = try place.start(
      .wct,
      [
        "run", "sample.yaml", "--rulesets", "small=rules", "--log-file", "run.log", "--trace", "trace.json",
        "--openlineage", "lineage.jsonl",
      ]
    ).result()
    #expect(run.code == 1 && run.error.contains("[REDACTED]"), "\(run)")
    for name in ["run.log", "trace.json", "lineage.jsonl", ".wct/store.db"] {
      let text = String(decoding: try place.bytes(name), as: UTF8.self)
      expectNone(of: Self.secrets, in: text, name)
    }
    let log = String(decoding: try place.bytes("run.log"), as: UTF8.self)
    #expect(log.contains("[REDACTED]"), "\(log)")
  }
}
