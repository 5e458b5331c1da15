// A processor of findings whose result is validated elsewhere: prepares, asks about a sample, takes out what is none.
// Knows no single detector.
internal import CanonicalJSON
internal import ComponentKit
internal import StandardManifests

/// What a validated processor has to tell of its findings.
protocol FindingProcessor: Processor {
  /// The component's type.
  var type: String { get }
  /// The field of a finding whose values make the groups that samples are taken of.
  var groupField: String { get }
  /// The summary of these findings, each told in turn.
  func makeSummary() -> any FindingSummary
}

/// Counts findings as they stand in a result.
protocol FindingSummary {
  mutating func add(finding: JSONObject)
  var json: JSONObject { get }
}

/// A processor of findings, and the validation of what it finds.
struct ValidatedProcessor: RequestingProcessor {
  private let inner: any FindingProcessor
  private let options: ValidationOptions

  /// The processor itself, or with validation where its properties ask for that.
  static func wrapping(_ inner: any FindingProcessor, _ configuration: ComponentConfiguration)
    -> any Processor
  {
    let options = ValidationOptions(configuration.properties)
    return options.isEnabled ? ValidatedProcessor(inner: inner, options: options) : inner
  }

  private init(inner: any FindingProcessor, options: ValidationOptions) {
    self.inner = inner
    self.options = options
  }

  // MARK: - Preparing

  /// Finds everything there is to find; the state is the findings, and the head with which they would be a result.
  func prepare(
    _ inputs: [any ArtifactReader], into preparation: any PreparationSink, context: any ComponentContext
  ) throws -> JSONObject {
    let sampling = SamplingSink(preparation, size: options.sampleSize, group: inner.groupField)
    let head = try inner.process(inputs, into: sampling, context: context)
    for member in sampling.sample.members {
      let content = FindingValidation.content(of: member.finding, analyser: inner.type, mode: options.mode)
      try preparation.ask(
        ServiceRequest(id: String(member.number), kind: FindingValidation.kind, content: content))
    }
    return head
  }

  // MARK: - Finalising

  func finalise(
    _ work: PreparedWork, into output: any FinalisedOutput, context: any ComponentContext
  ) throws -> Finalisation {
    if let reason = work.answers.unavailability {
      return .finished(try degraded(work, reason, output, context))
    }
    var result = ValidatedFindings(inner.makeSummary(), group: inner.groupField, at: context.timestamp())
    var number = 0
    try work.state.forEachItem { item in
      let answer = work.answers[String(number)]
      number += 1
      if try result.keeps(item, answer) { try output.append(item) }
    }
    for warning in result.warnings { context.warn(warning) }
    let metadata = work.state.head["analysis_metadata"]?.objectValue ?? JSONObject()
    if result.validatedCount > 0 {
      try output.writeSidecar(
        .removedFindings, items: result.removed,
        head: JSONObject([
          ("analyser_name", .string(inner.type)), ("run_id", .string(context.runID)),
          ("ruleset", metadata["ruleset_used"] ?? .null),
        ]))
    }
    var head = work.state.head
    head["summary"] = .object(result.summary)
    var validated = metadata
    validated["llm_validation_enabled"] = .bool(result.validatedCount > 0)
    validated["validation_summary"] = result.report(mode: options.mode)
    head["analysis_metadata"] = .object(validated)
    return .finished(head)
  }

  /// Nobody can be asked: the findings stay as they are, and the result says so.
  private func degraded(
    _ work: PreparedWork, _ reason: String, _ output: any FinalisedOutput, _ context: any ComponentContext
  ) throws -> JSONObject {
    context.warn("the findings are not validated: \(reason)")
    try work.state.forEachItem { try output.append($0) }
    var head = work.state.head
    var metadata = head["analysis_metadata"]?.objectValue ?? JSONObject()
    metadata["validation_summary"] = [
      "method_used": "regex", "degraded": true, "reason": .string(reason),
      "findings": .integer(work.state.itemCount),
    ]
    head["analysis_metadata"] = .object(metadata)
    return head
  }
}

/// Hands findings on, and chooses some on the way.
private final class SamplingSink: ItemSink {
  private let next: any ItemSink
  private let group: String
  private(set) var sample: FindingSample
  private var count = 0

  init(_ next: any ItemSink, size: Int, group: String) {
    self.next = next
    self.group = group
    sample = FindingSample(size: size)
  }

  func append(_ item: JSONValue) throws {
    try next.append(item)
    if let finding = item.objectValue {
      sample.add(finding, number: count, group: finding[group]?.stringValue ?? "")
    }
    count += 1
  }
}
