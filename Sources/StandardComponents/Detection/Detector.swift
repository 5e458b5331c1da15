// The processor behind every detector: texts in, findings out. Knows neither how matches nor how snippets are made.
internal import CanonicalJSON
internal import ComponentKit
internal import RuleMatching
internal import RulesetModel

/// A detector: findings of one kind, text by text.
struct Detector: Processor {
  let definition: DetectorDefinition
  let options: DetectorOptions
  private let rules: CompiledRules

  init(
    _ definition: DetectorDefinition, _ configuration: ComponentConfiguration, _ prepared: PreparedRules
  ) throws(ComponentFailure) {
    self.definition = definition
    options = DetectorOptions(configuration.properties)
    rules = try prepared.rules(for: definition, options.ruleset, in: configuration)
  }

  func process(
    _ inputs: [any ArtifactReader], into items: any ItemSink, context: any ComponentContext
  ) throws -> JSONObject {
    let timestamp = context.timestamp()
    var detection = Detection(definition, options, context, timestamp: timestamp)
    detection.itemTotal = inputs.reduce(0) { $0 + $1.itemCount }
    let (definition, options, rules, encoder) = (definition, options, rules, items.encoder)
    for input in inputs {
      try input.forEachResult(context) {
        let search = DetectorStage(definition, options, rules, encoder, context, timestamp: timestamp)
        return { item in try search.examine(try DetectorText(item, of: input)) }
      } _: { output in
        try detection.take(output, into: items)
      }
    }
    detection.reportEnd()
    return detection.head
  }
}

/// One run of a detector: counts what its threads found.
private struct Detection {
  /// Texts between two progress reports.
  private static let progressInterval = 100
  /// What a detector that can be judged says of itself: the version of its interface.
  private static let version = "1.0.0"

  private let definition: DetectorDefinition
  private let options: DetectorOptions
  private let context: any ComponentContext
  private let timestamp: JSONValue
  private var summary: DetectorSummary
  private var itemCount = 0
  private var byteCount = 0
  var itemTotal = 0

  init(
    _ definition: DetectorDefinition, _ options: DetectorOptions, _ context: any ComponentContext,
    timestamp: String
  ) {
    self.definition = definition
    self.options = options
    self.context = context
    self.timestamp = .string(timestamp)
    summary = DetectorSummary(definition.summary)
  }

  mutating func take(_ output: DetectorStage.Output, into items: any ItemSink) throws {
    for finding in output.findings {
      summary.add(finding.fields)
      try items.append(finding.item)
    }
    for warning in output.warnings { context.warn(warning) }
    itemCount += 1
    byteCount += output.size
    if itemCount % Self.progressInterval == 0 || output.size > 1 << 20 { reportProgress() }
  }

  private func reportProgress() {
    context.report(ComponentProgress(itemCount, of: itemTotal, "items", bytes: byteCount))
  }

  func reportEnd() { reportProgress() }

  /// The content without the findings.
  var head: JSONObject {
    var metadata = JSONObject([
      ("ruleset_used", .string(options.ruleset)),
      ("llm_validation_enabled", false),
      ("analysis_timestamp", timestamp),
    ])
    if definition.tellsContextSize {
      metadata["evidence_context_size"] = .string(options.contextSize.rawValue)
    }
    if definition.hasLLMValidation {
      metadata["llm_validation_mode"] = .string(options.llmValidationMode)
      metadata["analyser_version"] = .string(Self.version)
    }
    return JSONObject([("summary", .object(summary.json)), ("analysis_metadata", .object(metadata))])
  }
}
