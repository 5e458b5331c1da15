// The live tree on a terminal: it fits however much runs, and it counts right.
internal import CanonicalJSON
internal import TestSupport
import Testing

@Suite struct LiveTreeTests {
  /// What is drawn between the marks of a synchronised update.
  private static func pictures(_ output: String) -> [[String]] {
    output.split(separator: "\u{1B}[?2026h").dropFirst().compactMap { part in
      // The last one may have been cut off by the signal.
      guard let end = part.firstRange(of: "\u{1B}[?2026l") else { return nil }
      return part[..<end.lowerBound].replacing(/\u{1B}\[[0-9]*[A-Z]/, with: "").split(separator: "\r\n").map(
        String.init)
    }
  }

  /// All sources are stuck, so that as many run as may.
  @Test func fiveHundredArtifactsFitOnTwelveLines() throws {
    var place = try Workplace()
    try place.write("data/letter.txt", SampleRunbook.letter)
    let sources = (0..<500).map { number in
      "  source_\(number): {source: {type: filesystem, properties: {path: ./data, max_files: \(number + 1)}}}\n"
    }.joined()
    try place.write(
      "sample.yaml",
      "name: Many\ndescription: Reads\ncontact: Tests <tests@example.com>\n"
        + "config: {max_concurrency: 200}\nartifacts:\n" + sources)
    place.environment = try FaultLibrary.environment(hangingBelow: "\(place.path)/data")
    let command = #"stty rows 12 cols 60; exec "$0" run sample.yaml"#
    let run = try ChildProcess(
      "/bin/sh", ["-c", command, BuiltProgram.wct.path()], directory: place.path,
      environment: place.environment.merging(["PATH": "/usr/bin:/bin", "TERM": "xterm"]) { $1 },
      output: .terminal)
    #expect(run.wait { $0.standardOutput.contains("0 of 500 done, 200 running") }, "\(run.standardOutput)")
    run.type([0x03])
    #expect(run.wait { $0.standardOutput.contains("SIGINT: stopping") })
    run.type([0x03])
    let result = run.result()
    #expect(result.code == 130, "\(result.output.suffix(500))")
    let pictures = Self.pictures(result.output)
    let full = try #require(pictures.last)
    #expect(full.count == 10 && full.last == "└─ and 192 more", "\(full)")
    for picture in pictures {
      #expect(picture.count <= 10 && picture.allSatisfy { $0.unicodeScalars.count < 60 }, "\(picture)")
    }
    #expect(try place.statuses().values.allSatisfy { $0 == "not_started" })
  }

  /// A resumed run begins with what is done and what waits, and each artifact is counted once, however it goes on.
  @Test func whatWaitedIsCountedOnce() throws {
    let validated = try ValidatedPlace(["mode": "pend"])
    #expect(try validated.run("-q").code == 75)
    _ = try validated.poll("--wait")
    let resumed = try validated.place.start(.wct, ["resume", "latest"], output: .terminal).result()
    #expect(resumed.code == 0, "\(resumed)")
    let summaries = Self.pictures(resumed.output).compactMap(\.first)
    for summary in summaries {
      let counts = summary.split(separator: "  ")[0].matches(of: /[0-9]+/).compactMap { Int($0.output) }
      #expect(counts.count >= 2 && counts[1] == 4, "\(summary)")
      #expect(counts[0] + counts.dropFirst(2).reduce(0, +) <= 4, "\(summary)")
    }
  }
}
