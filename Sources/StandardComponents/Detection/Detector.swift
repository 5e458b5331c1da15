// The processor behind every detector: texts in, findings out. Knows neither how matches nor how snippets are made.
internal import CanonicalJSON
internal import ComponentKit
internal import RuleMatching
internal import RulesetModel
internal import TextMatching

/// A detector: findings of one kind, text by text.
struct Detector: Processor {
  let definition: DetectorDefinition
  let options: DetectorOptions
  private let rules: CompiledRules

  init(_ definition: DetectorDefinition, _ configuration: ComponentConfiguration) throws(ComponentFailure) {
    self.definition = definition
    options = DetectorOptions(configuration.properties)
    rules = try CompiledRules(
      configuration.detectionRuleset(options.ruleset, definition.rulesetKind),
      fields: definition.findingFields)
  }

  func process(
    _ inputs: [any ArtifactReader], into items: any ItemSink, context: any ComponentContext
  ) throws -> JSONObject {
    if options.asksForLLMValidation {
      context.warn(
        "validation by a language model is not available in this version: the findings are unvalidated")
    }
    var detection = Detection(definition, options, rules, context)
    detection.itemTotal = inputs.reduce(0) { $0 + $1.itemCount }
    for input in inputs {
      try input.forEachItem { item in
        try context.checkCancellation()
        try detection.examine(try DetectorText(item, of: input), into: items)
      }
    }
    detection.reportEnd()
    return detection.head
  }
}

/// One run of a detector.
private struct Detection {
  /// Texts between two progress reports.
  private static let progressInterval = 100

  private let definition: DetectorDefinition
  private let options: DetectorOptions
  private let context: any ComponentContext
  private let timestamp: JSONValue
  private var texts: TextSearch
  private var code: CodeSearch?
  private var summary: DetectorSummary
  private var itemCount = 0
  var itemTotal = 0

  init(
    _ definition: DetectorDefinition, _ options: DetectorOptions, _ rules: CompiledRules,
    _ context: any ComponentContext
  ) {
    self.definition = definition
    self.options = options
    self.context = context
    let timestamp = context.timestamp()
    self.timestamp = .string(timestamp)
    let builder = DetectorFinding(definition, rules, timestamp: timestamp)
    texts = TextSearch(builder, options)
    if case .byLine(let usesValuePatterns) = definition.sourceCode {
      code = CodeSearch(builder, options, usesValuePatterns: usesValuePatterns)
    }
    summary = DetectorSummary(definition.summary)
  }

  mutating func examine(_ text: DetectorText, into items: any ItemSink) throws {
    for finding in try search(text) {
      summary.add(finding.fields)
      try items.append(finding.json)
    }
    itemCount += 1
    if itemCount % Self.progressInterval == 0 { reportProgress() }
  }

  private mutating func search(_ text: DetectorText) throws -> [DetectorFinding.Result] {
    let context = context
    let isByLine = text.isSourceCode && code != nil
    let findings = try isByLine ? code?.findings(in: text, context) : texts.findings(in: text, context)
    for pattern in isByLine ? code?.abandonedPatterns ?? [] : texts.abandonedPatterns {
      context.warn(
        "gave up searching '\(text.source)' for '\(pattern)', which takes too many steps; "
          + "matches may be missing")
    }
    return findings ?? []
  }

  private func reportProgress() {
    context.report(ComponentProgress(itemCount, of: itemTotal, "items"))
  }

  func reportEnd() {
    if itemCount % Self.progressInterval != 0 { reportProgress() }
  }

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
      metadata["validation_summary"] = ["method_used": "regex"]
    }
    return JSONObject([("summary", .object(summary.json)), ("analysis_metadata", .object(metadata))])
  }
}
