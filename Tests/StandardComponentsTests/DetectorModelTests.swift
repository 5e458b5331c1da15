// All detectors against an independent model in Python, on random rulesets, texts and options.
import CanonicalJSON
import TestSupport
import Testing

/// The lines that the model prints for lines of cases; nil where there is no python3.
private func model(_ lines: [String]) throws -> [String]? {
  let directory = try TemporaryDirectory()
  let path = try directory.write("cases.jsonl", lines.joined(separator: "\n") + "\n")
  let command = "command -v python3 >/dev/null || exit 9; python3 -B -m framework_model.answers < \(path)"
  let result = try ChildProcess(
    "/bin/sh", ["-c", command], directory: FixtureFile.root,
    environment: [
      "PATH": "/usr/bin:/bin", "PYTHONUTF8": "1", "PYTHONPATH": FixtureFile("../Tests/Tools").absolutePath,
    ]
  ).result()
  if result.ending == .exited(9) { return nil }
  try #require(result.ending == .exited(0), "\(String(decoding: result.standardError, as: UTF8.self))")
  return String(decoding: result.standardOutput, as: UTF8.self).split(separator: "\n").map(String.init)
}

@Test(
  "Each detector finds what the model finds, in the same order",
  arguments: Array(1...8 as ClosedRange<UInt64>))
func detectorsAgreeWithTheModel(seed: UInt64) throws {
  var generator = SeededGenerator(seed: seed)
  let cases = (0..<150).map { _ in DetectorCase(using: &generator) }
  guard let answers = try model(cases.map(\.line)) else { return }
  try #require(answers.count == cases.count)
  for (trial, answer) in zip(cases, answers) {
    let expected = try JSONReader.read(text: answer)
    #expect(try trial.findings() == expected, "\(trial.line)")
  }
}
