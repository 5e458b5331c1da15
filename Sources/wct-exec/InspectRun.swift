// `wct-exec inspect`: a run's artifacts, or one artifact's content.
internal import ArgumentParser
internal import CanonicalJSON
internal import CommandSupport
internal import Diagnostics
internal import ComponentKit
internal import ExecutionPlan
internal import PlanMachine
internal import Reports
internal import RunHistory
internal import RunStore
internal import StandardManifests

struct InspectRun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect", abstract: "Show a run's artifacts, or one artifact as a message.")

  @Argument(help: ArgumentHelp("An id, a unique prefix, 'latest', or a runbook's path.", valueName: "run"))
  var reference: String

  @Argument(help: ArgumentHelp("An artifact's id or alias.", valueName: "artifact"))
  var artifact: String?

  @Flag(help: "Print JSON on a terminal too.")
  var json = false

  @Flag(help: "Show the content of an artifact that is marked sensitive.")
  var showSensitive = false

  @OptionGroup var store: StoreOptions

  func run() throws {
    let opened = try store.open()
    do {
      let found = try opened.findAndTell(reference)
      let stored = try opened.load(found.id)
      let report = try report(stored, opened)
      if let artifact {
        try show(artifact, of: report, opened)
      } else {
        list(
          report,
          RunDetails(
            scope: RunScope(of: stored.record, in: report.plan),
            requests: try opened.requests(of: stored.record.id)))
      }
    } catch let error as StoreError {
      throw ProgramError(error)
    }
  }

  private func report(_ stored: StoredRun, _ store: RunStore) throws -> RunReport {
    let plan: Plan
    do {
      plan = try Plan.decode(stored.planBytes).plan
    } catch {
      throw ProgramError(error)
    }
    return RunReport(
      run: stored.record, plan: plan, state: stored.state, now: SystemClock().now(), schemas: .standard
    ) { try store.reader(of: $0, artifact: $1) }
  }

  // MARK: - The list

  private func list(_ report: RunReport, _ details: RunDetails) {
    let indices = report.plan.instructions.indices.map { InstructionIndex($0) }
    if json || !Terminal.output.isTerminal {
      let value: JSONValue = [
        "id": .string(report.run.id.text), "status": .string(report.run.status.rawValue),
        "runbook": .string(report.plan.runbook.name), "plan": .string(report.run.planID.description),
        "started_at": .string(report.run.startedAt.text),
        "finished_at": report.run.finishedAt.map { .string($0.text) } ?? .null,
        "artifacts": .array(indices.flatMap { ArtifactListing.json(report, $0, details) }),
      ]
      Terminal.output.write(value.canonicalText + "\n")
      return
    }
    var table = TextTable([
      ("Artifact", .left), ("Status", .left), ("Schema", .left), ("Items", .right), ("Duration", .right),
      ("", .left),
    ])
    for index in indices {
      let last = report.state[index].last
      table.add([
        report.plan.instructions[index.value].id.text,
        report.state[index].status.shown(in: report.run.status).rawValue,
        report.plan.instructions[index.value].schema.description,
        last?.artifact.map { String($0.itemCount) } ?? "", last?.duration.map(ShownText.duration) ?? "",
        ShownDecision.note(last, in: report.plan),
      ])
      for (name, record) in ArtifactListing.sidecars(report, index) {
        table.add([name, "completed", record.schema.description, String(record.itemCount), "", ""])
      }
    }
    Terminal.output.write(
      "run \(report.run.id) of '\(report.plan.runbook.name)': \(report.run.status.rawValue)\n")
    for line in table.lines(width: Terminal.output.width) { Terminal.output.write(line + "\n") }
  }

  // MARK: - One artifact

  private func show(_ name: String, of report: RunReport, _ store: RunStore) throws {
    if try showSidecar(name, of: report, store) { return }
    guard let index = report.plan.index(named: name) else {
      let known = report.plan.instructions.prefix(20).map(\.id.text).joined(separator: ", ")
      throw ProgramError(
        .storeMissing, "run \(report.run.id) has no artifact '\(name)'", notes: ["it has: \(known)"],
        leaving: .usage)
    }
    let state = report.state[index]
    let reader: (any ArtifactReader)?
    do {
      reader = try report.reader(of: index)
    } catch {
      throw (error as? StoreError).map { ProgramError($0) }
        ?? ProgramError(.storeInputOutput, "\(error)", leaving: .failed)
    }
    guard let reader else {
      let reason = state.last?.reason.map { ": \(printable($0))" } ?? ""
      let status = state.status.shown(in: report.run.status).rawValue
      throw ProgramError(
        .storeMissing, "the artifact '\(name)' is \(status)\(reason)",
        leaving: .failed)
    }
    try showMessage(reader, index, report)
  }

  /// Shows what was written beside an artifact; false where the name is none of such.
  private func showSidecar(_ name: String, of report: RunReport, _ store: RunStore) throws -> Bool {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")),
      let index = report.plan.index(named: String(name[..<dot])),
      let record = report.state[index].last?.sidecars.first(where: { name.hasSuffix(".\($0.schema.name)") })
    else { return false }
    let id = report.plan.instructions[index.value].id
    try showMessage(try store.reader(of: record, artifact: id), index, report, record)
    return true
  }

  /// The message that the artifact is: envelope first, content streamed at the end.
  private func showMessage(
    _ reader: any ArtifactReader, _ index: InstructionIndex, _ report: RunReport,
    _ sidecar: ArtifactRecord? = nil
  ) throws {
    var writer = PrettyJSONWriter()
    writer.writeRaw("{")
    for (key, value) in envelope(index, report, sidecar) {
      writer.startLine(depth: 1)
      writer.writeKey(key)
      writer.write(value, depth: 1)
      writer.writeRaw(",")
    }
    writer.startLine(depth: 1)
    writer.writeKey("content")
    let isHidden = report.plan.instructions[index.value].flags.contains(.sensitive) && !showSensitive
    if isHidden { writer.write(.string(JSONExporter.redacted), depth: 1) }
    try emit(writer.take())
    if !isHidden {
      do {
        try ContentWriter.write(
          reader, itemsProperty: report.itemsProperty(of: reader.schema), depth: 1, to: emit)
      } catch let error as StoreError {
        Terminal.output.write("\n")
        throw ProgramError(error)
      }
    }
    try emit(Array("\n}\n".utf8))
  }

  private func emit(_ bytes: [UInt8]) throws {
    guard Terminal.output.write(bytes) else { throw ExitStatus.failed.exitCode }
  }

  private func envelope(
    _ index: InstructionIndex, _ report: RunReport, _ sidecar: ArtifactRecord?
  ) -> [(String, JSONValue)] {
    let instruction = report.plan.instructions[index.value]
    let state = report.state[index]
    let digest = (sidecar ?? state.last?.artifact)?.digest.hexadecimal ?? ""
    let schema = sidecar?.schema ?? instruction.schema
    let alias = report.name(of: index)
    return [
      ("id", .string("\(report.run.id)/\(digest.prefix(16))")),
      ("schema", ["name": .string(schema.name), "version": .string(schema.version)]),
      ("source", report.plan.messageSource(of: index).map { .string($0) } ?? .null),
      ("run_id", .string(report.run.id.text)),
      ("timestamp", state.last.map { .string($0.time.text) } ?? .null),
      (
        "extensions",
        [
          "execution": [
            "status": "success", "error": .null,
            "duration_seconds": state.last?.duration.map { .number($0) } ?? .null,
            "origin": .string(origin(of: instruction.id)),
            "alias": alias == instruction.id ? .null : .string(alias.text),
          ]
        ]
      ),
    ]
  }

  /// `parent`, or the child runbook's artifact that brought it in.
  private func origin(of id: ArtifactID) -> String {
    let parts = id.text.split(separator: "/")
    return parts.count > 1 ? "child:\(parts.dropLast().joined(separator: "/"))" : "parent"
  }
}
