// The exporter `json`: a run's results, format 2.0.0, written item by item.
internal import CanonicalJSON
internal import ComponentKit
internal import ExecutionPlan
internal import RunHistory
internal import SystemFiles

/// Writes the results of a run as one JSON file.
package struct JSONExporter {
  package static let formatVersion = "2.0.0"
  /// What stands in place of the content of an artifact that is marked sensitive.
  package static let redacted = "[REDACTED]"

  private let report: RunReport
  private var writer = PrettyJSONWriter()

  /// Writes the results beside `path` and puts them there when they are whole.
  ///
  /// - Throws: `SystemError` when the file can't be written, and what reading an artifact throws.
  package static func export(_ report: RunReport, to path: String) throws {
    // Findings quote personal data: the file is for its owner alone.
    let file = try AtomicFile(replacing: path)
    var exporter = JSONExporter(report: report)
    try exporter.write(to: { try file.write($0) })
    try file.publish(permissions: 0o600)
  }

  init(report: RunReport) { self.report = report }

  /// The results without the outputs.
  var head: JSONObject {
    [
      "format_version": .string(Self.formatVersion), "run": run, "runbook": runbook, "summary": summary,
      "errors": errors, "skipped": names(.skipped), "pending": names(.pending),
    ]
  }

  private mutating func write(to emit: Emit) throws {
    writer.writeRaw("{")
    writeMember("format_version", .string(Self.formatVersion), isFirst: true)
    writeMember("run", run)
    writeMember("runbook", runbook)
    writeMember("summary", summary)
    writer.writeRaw(",")
    writer.startLine(depth: 1)
    writer.writeKey("outputs")
    try writeOutputs(to: emit)
    writeMember("errors", errors)
    writeMember("skipped", names(.skipped))
    writeMember("pending", names(.pending))
    writer.writeRaw("\n}\n")
    try flush(to: emit)
  }

  private mutating func writeMember(_ key: String, _ value: JSONValue, isFirst: Bool = false) {
    if !isFirst { writer.writeRaw(",") }
    writer.startLine(depth: 1)
    writer.writeKey(key)
    writer.write(value, depth: 1)
  }

  /// Where the bytes go.
  private typealias Emit = ([UInt8]) throws -> Void

  private mutating func flush(to emit: Emit, over limit: Int = 0) throws {
    guard writer.count > limit else { return }
    try emit(writer.take())
  }

  // MARK: - Head

  private var run: JSONValue {
    [
      "id": .string(report.run.id.text),
      "timestamp": .string(report.run.startedAt.text),
      "duration_seconds": .number(report.duration),
      "status": .string(report.resultStatus),
    ]
  }

  private var runbook: JSONValue {
    let label = report.plan.runbook
    return [
      "name": .string(label.name), "description": .string(label.description), "contact": text(label.contact),
    ]
  }

  private var summary: JSONValue {
    let counts = report.state.counts
    return [
      "total": .integer(counts.total), "succeeded": .integer(counts[.completed]),
      "failed": .integer(counts[.failed]), "skipped": .integer(counts[.skipped]),
      "pending": .integer(counts[.pending]),
    ]
  }

  private var errors: JSONValue {
    .array(
      report.instructions(.failed).map { index in
        [
          "artifact_id": .string(report.name(of: index).text),
          "error": .string(report.state[index].last?.reason ?? ""),
        ]
      })
  }

  private func names(_ status: ArtifactStatus) -> JSONValue {
    .array(report.instructions(status).map { .string(report.name(of: $0).text) })
  }

  private func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }

  // MARK: - Outputs

  private mutating func writeOutputs(to emit: Emit) throws {
    writer.writeRaw("[")
    let outputs = report.outputs
    for (position, index) in outputs.enumerated() {
      if position > 0 { writer.writeRaw(",") }
      writer.startLine(depth: 2)
      try writeOutput(index, to: emit)
    }
    if !outputs.isEmpty { writer.startLine(depth: 1) }
    writer.writeRaw("]")
  }

  /// What is said of an output besides its content.
  func members(of index: InstructionIndex) -> [(String, JSONValue)] {
    let instruction = report.plan.instructions[index.value]
    let last = report.state[index].last
    let twin = last?.twin.map { report.name(of: $0).text }
    // Ours, and only where it says something.
    let sharing: [(String, JSONValue)] = [("same_as", twin), ("reused_from", last?.origin?.text)]
      .compactMap { key, text in text.map { (key, .string($0)) } }
    let members: [(String, JSONValue)] = [
      ("artifact_id", .string(report.name(of: index).text)),
      ("duration_seconds", .number(report.state[index].last?.duration ?? 0)),
      ("name", text(instruction.label.name)),
      ("description", text(instruction.label.description)),
      ("contact", text(instruction.label.contact)),
      (
        "output_schema",
        ["name": .string(instruction.schema.name), "version": .string(instruction.schema.version)]
      ),
    ]
    return members + sharing
  }

  private mutating func writeOutput(_ index: InstructionIndex, to emit: Emit) throws {
    let instruction = report.plan.instructions[index.value]
    writer.writeRaw("{")
    for (key, value) in members(of: index) {
      writer.startLine(depth: 3)
      writer.writeKey(key)
      writer.write(value, depth: 3)
      writer.writeRaw(",")
    }
    writer.startLine(depth: 3)
    writer.writeKey("content")
    if instruction.flags.contains(.sensitive) {
      writer.write(.string(Self.redacted), depth: 3)
    } else if let reader = try report.reader(of: index) {
      try flush(to: emit)
      let property = report.itemsProperty(of: reader.schema)
      try ContentWriter.write(reader, itemsProperty: property, depth: 3, to: emit)
    }
    writer.startLine(depth: 2)
    writer.writeRaw("}")
  }
}
