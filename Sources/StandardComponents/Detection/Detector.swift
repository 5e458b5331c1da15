// The processor behind every detector: texts in, findings out. Knows neither how matches nor how snippets are made.
internal import CanonicalJSON
internal import ComponentKit
internal import RulesetModel
internal import TextMatching

/// A detector: one finding for each text and rule that matched in it.
struct Detector: Processor {
  let definition: DetectorDefinition
  let options: DetectorOptions
  private let rules: CompiledRules

  init(_ definition: DetectorDefinition, _ configuration: ComponentConfiguration) throws(ComponentFailure) {
    self.definition = definition
    options = DetectorOptions(configuration.properties)
    rules = try CompiledRules(configuration.detectionRuleset(options.ruleset, definition.rulesetKind))
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
  private let rules: CompiledRules
  private let context: any ComponentContext
  private let timestamp: JSONValue
  private let evidence: EvidenceText
  private var scan: RuleScan
  private var itemCount = 0
  private var findingCount = 0
  var itemTotal = 0

  init(
    _ definition: DetectorDefinition, _ options: DetectorOptions, _ rules: CompiledRules,
    _ context: any ComponentContext
  ) {
    self.definition = definition
    self.options = options
    self.rules = rules
    self.context = context
    timestamp = .string(context.timestamp())
    evidence = EvidenceText(margin: options.contextSize.margin, maximumCount: options.maximumEvidenceCount)
    scan = RuleScan(rules, options)
  }

  mutating func examine(_ text: DetectorText, into items: any ItemSink) throws {
    try search(text, into: items)
    itemCount += 1
    if itemCount % Self.progressInterval == 0 { reportProgress() }
  }

  private mutating func search(_ text: DetectorText, into items: any ItemSink) throws {
    let content = text.content.utf8Span
    if PythonWhitespace.isBlank(content.span) { return }
    for rule in try scan.run(over: content, checkCancellation: context.checkCancellation) {
      try items.append(finding(of: rule, in: content.span, text.source))
      findingCount += 1
    }
    for pattern in scan.abandonedPatterns {
      context.warn(
        "gave up searching '\(text.source)' for '\(pattern)', which takes too many steps; "
          + "matches may be missing")
    }
  }

  private func finding(of index: Int, in text: Span<UInt8>, _ source: String) -> JSONValue {
    let rule = rules.rules[index]
    let matches = scan.matches(of: index)
    let snippets = evidence.snippets(of: matches.map(\.places), in: text)
    let fields = definition.findingFields.compactMap { name in
      rule.fields[name].map { (name, JSONValue.string($0)) }
    }
    let document = FindingDocument(
      fields: JSONObject(fields),
      evidence: snippets.map { ["content": .string($0), "collection_timestamp": timestamp] },
      matchedPatterns: matches.map {
        ["pattern": .string($0.pattern), "match_count": .integer($0.places.matchCount)]
      },
      source: .string(source), context: rule.refinement.findingContext)
    return document.json(origin: [definition.type, rule.name])
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
      ("evidence_context_size", .string(options.contextSize.rawValue)),
    ])
    if definition.hasLLMValidation {
      metadata["llm_validation_mode"] = .string(options.llmValidationMode)
      metadata["validation_summary"] = ["method_used": "regex"]
    }
    let summary: JSONValue = ["total_findings": .integer(findingCount)]
    return JSONObject([("summary", summary), ("analysis_metadata", .object(metadata))])
  }
}
