// Whole runs against an independent model in Python of all built-in components, on random runbooks.
internal import TestSupport
import Testing

/// Files, databases, programs, detectors, classifiers and the results file: what `Tests/Tools/framework_model` says of
/// them, seeded. Where `pathspec` is installed, patterns of paths are compared with that package itself.
@Test("What a run gives is what the model gives", arguments: 1...2)
func runsAgreeWithTheModel(seed: Int) throws {
  let place = try Workplace()
  let command =
    "command -v python3 >/dev/null || exit 9; exec python3 -B -m framework_model \"$0\" \(seed) 20"
  let result = try ChildProcess(
    "/bin/sh", ["-c", command, try BuiltProgram.wct.path()], directory: place.path,
    environment: place.variables.merging(
      ["PYTHONUTF8": "1", "PYTHONPATH": "\(Repository.path)/Tests/Tools", "TMPDIR": place.path]
    ) { $1 }, seconds: 180
  ).result()
  #expect(result.code == 0 || result.code == 9, "\(result)")
}
