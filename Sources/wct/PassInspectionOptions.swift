// The options that show how a runbook is compiled: the model after a pass, and the time of each pass.
internal import ArgumentParser
internal import CanonicalJSON
internal import CommandSupport
internal import Diagnostics
internal import RunbookCompiler
internal import SystemFiles

struct PassInspectionOptions: ParsableArguments {
  @Option(
    name: .customLong("dump-after"),
    help: ArgumentHelp("Show the model after this pass (repeatable).", valueName: "PASS"))
  var dumpAfter: [String] = []

  @Flag(help: "Show on standard error how long each pass took.")
  var timePasses = false

  mutating func validate() throws {
    let steps = Compiler.dumpableSteps
    for name in dumpAfter where !steps.contains(name) {
      let near = closest(to: name, among: steps).map { "did you mean '\($0)'? " } ?? ""
      throw ValidationError("there is no pass '\(name)'; \(near)the passes: \(steps.joined(separator: ", "))")
    }
  }

  var isAskedFor: Bool { timePasses || !dumpAfter.isEmpty }

  /// The options of the compiler that they ask for.
  var inspection: PassInspection {
    var inspection = PassInspection()
    inspection.dumpsAfter = Set(dumpAfter)
    inspection.isTimed = timePasses
    return inspection
  }

  /// What they ask for goes with files alone, and the models with text alone.
  func validate(_ paths: [String], _ output: OutputOptions) throws {
    guard isAskedFor else { return }
    let isFile = paths.map { (try? FileStatus.of($0))?.kind != .directory && $0 != "-" }
    guard !paths.isEmpty, isFile.allSatisfy(\.self) else {
      throw ValidationError("--dump-after and --time-passes take runbook files, no directories")
    }
    let isText = output.shownFormat == .text || output.shownFormat == .short
    if !dumpAfter.isEmpty, !isText {
      throw ValidationError(
        "--dump-after goes to standard output; write the diagnostics to a file, --format NAME=FILE")
    }
  }

  /// Compiles each file for what was asked for; a check itself may take what it knows from an earlier one.
  func inspect(
    _ paths: [String], _ compile: CompileOptions, _ earlierRuns: StoredRuns?, _ output: OutputOptions
  ) throws {
    guard isAskedFor else { return }
    for path in paths {
      // What is wrong with an environment file the check itself says.
      guard
        let compiler = try? compile.compiler(
          forRunbookAt: path, policies: compile.policies.load(), earlierRuns: earlierRuns,
          inspecting: inspection)
      else { continue }
      let result = compiler.compiler.compile(path: path, goal: .check)
      show(result.inspection, path: path, asJSON: output.shownFormat == .json)
    }
  }

  /// Shows what came of it: models on standard output, times on standard error.
  func show(_ record: InspectionRecord, path: String, asJSON: Bool) {
    for dump in record.dumps { Terminal.output.write(dump.text) }
    for step in Compiler.dumpableSteps
    where dumpAfter.contains(step) && !record.dumps.contains(where: { $0.step == step }) {
      Terminal.error.write("note: '\(step)' did not run: \(Self.reason(step))\n")
    }
    guard timePasses else { return }
    let times = PassTimes(record, path: path, peakMemory: peakMemory())
    Terminal.error.write(asJSON ? times.json.canonicalText + "\n" : times.table)
  }

  private static func reason(_ step: String) -> String {
    step == "lower-to-plan"
      ? "it is part of compiling a runbook without errors" : "the runbook could not be read"
  }
}

/// How long the steps of a compilation took.
struct PassTimes {
  private let steps: [(name: String, milliseconds: Double)]
  private let path: String
  private let peakMemory: Int

  init(_ record: InspectionRecord, path: String, peakMemory: Int) {
    steps = record.timings.map { timing in
      let (seconds, attoseconds) = timing.duration.components
      return (timing.step, Double(seconds) * 1000 + Double(attoseconds) / 1e15)
    }
    self.path = path
    self.peakMemory = peakMemory
  }

  private var total: Double { steps.reduce(0) { $0 + $1.milliseconds } }

  var table: String {
    var table = TextTable([("PASS", .left), ("MS", .right), ("SHARE", .right)])
    for step in steps { table.add([step.name, Self.decimal(step.milliseconds), share(step.milliseconds)]) }
    table.add(["total", Self.decimal(total), share(total)])
    let memory = "peak memory \(Self.decimal(Double(peakMemory) / 1_048_576)) MiB\n"
    return table.lines().map { $0 + "\n" }.joined() + memory
  }

  /// `runbook`, `passes` (each with `name`, `milliseconds`, `share`), `total_milliseconds`, `peak_memory_bytes`.
  var json: JSONValue {
    [
      "runbook": .string(path), "total_milliseconds": .number(total),
      "peak_memory_bytes": .integer(peakMemory),
      "passes": .array(
        steps.map { step in
          [
            "name": .string(step.name), "milliseconds": .number(step.milliseconds),
            "share": .number(total > 0 ? step.milliseconds / total : 0),
          ]
        }),
    ]
  }

  private func share(_ part: Double) -> String { "\(total > 0 ? Int((100 * part / total).rounded()) : 0) %" }

  /// Two decimal places.
  private static func decimal(_ value: Double) -> String {
    let hundredths = Int((min(max(value, 0), 1e15) * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
