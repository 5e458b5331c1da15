// The processor behind every classifier: indicators in, classified findings out. Knows no texts.
internal import CanonicalJSON
internal import ComponentKit
internal import RulesetModel

/// A classifier: one finding for each indicator.
struct Classifier: Processor {
  let definition: ClassifierDefinition
  private let table: ClassificationTable
  private let modifiers: RiskModifierSearch?
  private let rulesetName: String
  private let options: ClassifierOptions

  init(
    _ definition: ClassifierDefinition, _ configuration: ComponentConfiguration
  ) throws(ComponentFailure) {
    self.definition = definition
    options = ClassifierOptions(configuration.properties)
    let ruleset = try configuration.classificationRuleset(options.ruleset, definition.rulesetKind)
    guard case .classification(let fields) = definition.rulesetKind.fields else {
      preconditionFailure("the table of classifiers names kinds of classification rulesets")
    }
    table = ClassificationTable(ruleset, fields, categoryField: definition.categoryField)
    modifiers = definition.findsRiskModifiers ? try RiskModifierSearch(ruleset.riskModifiers) : nil
    rulesetName = "local/\(ruleset.name)/\(ruleset.version)"
  }

  func process(
    _ inputs: [any ArtifactReader], into items: any ItemSink, context: any ComponentContext
  ) throws -> JSONObject {
    var summary = ClassifierSummary(definition.summary)
    let total = inputs.reduce(0) { $0 + $1.itemCount }
    let classification = Classification(definition, table, modifiers, items.encoder)
    for input in inputs {
      let unfit = ComponentFailure(
        "a finding of '\(input.artifact)' does not fit the schema \(input.schema)", kind: .inputUnfit)
      try input.forEachResult(context) {
        { indicator in
          guard let finding = classification.finding(of: indicator) else { throw unfit }
          return finding
        }
      } _: { (finding: ClassifiedFinding) in
        try context.checkCancellation()
        summary.add(
          finding.fields, category: finding.category, requiresReview: finding.requiresReview,
          hasRiskModifier: finding.hasRiskModifier)
        try items.append(finding.item)
        if summary.total % Self.progressInterval == 0 { context.report(progress(summary, of: total)) }
      }
    }
    context.report(progress(summary, of: total))
    return head(summary, timestamp: context.timestamp())
  }

  /// Findings between two progress reports.
  private static let progressInterval = 1000

  private func progress(_ summary: ClassifierSummary, of total: Int) -> ComponentProgress {
    ComponentProgress(summary.total, of: total, "findings")
  }

  /// The content without the findings.
  private func head(_ summary: ClassifierSummary, timestamp: String) -> JSONObject {
    var metadata = JSONObject([
      ("ruleset_used", .string(rulesetName)), ("llm_validation_enabled", false),
      ("analysis_timestamp", .string(timestamp)),
    ])
    if definition.hasLLMValidation {
      metadata["validation_summary"] = ["method_used": "regex"]
    }
    return JSONObject([
      ("summary", .object(summary.json)), ("analysis_metadata", .object(metadata)),
    ])
  }
}

/// What a runbook asks of a classifier, read from its checked properties.
private struct ClassifierOptions {
  /// The URI, as the runbook gives it.
  let ruleset: String

  init(_ properties: JSONObject) {
    ruleset = properties["ruleset"]?.stringValue ?? ""
  }
}

/// An indicator's classification, ready to be written and counted.
private struct ClassifiedFinding: Sendable {
  let fields: JSONObject
  let category: String
  let requiresReview: Bool
  let hasRiskModifier: Bool
  let item: EncodedItem
}

/// What is done with each indicator, on any thread. Counts nothing.
private struct Classification: Sendable {
  private let definition: ClassifierDefinition
  private let table: ClassificationTable
  private let modifiers: RiskModifierSearch?
  private let encoder: ItemEncoder

  init(
    _ definition: ClassifierDefinition, _ table: ClassificationTable, _ modifiers: RiskModifierSearch?,
    _ encoder: ItemEncoder
  ) {
    self.definition = definition
    self.table = table
    self.modifiers = modifiers
    self.encoder = encoder
  }

  /// Nil for an indicator that does not fit its schema.
  func finding(of item: JSONValue) -> ClassifiedFinding? {
    guard let object = item.objectValue, let indicator = object[definition.indicatorField]?.stringValue,
      let metadata = object["metadata"]?.objectValue, let source = metadata["source"]
    else { return nil }
    let entry = table[indicator]
    var fields = entry.fields
    for field in definition.repeatedFields { fields[field.finding] = object[field.indicator] }
    let evidence = Self.evidence(object["evidence"])
    let names = modifiers?.names(in: evidence.compactMap { $0.objectValue?["content"]?.stringValue })
    if let names { fields["risk_modifiers"] = .array(names.map { .string($0) }) }
    let document = FindingDocument(
      fields: fields, evidence: evidence, matchedPatterns: object["matched_patterns"]?.arrayValue ?? [],
      source: source, context: metadata["context"]?.objectValue ?? JSONObject(),
      requiresReview: entry.requiresReview)
    return ClassifiedFinding(
      fields: fields, category: entry.category, requiresReview: entry.requiresReview,
      hasRiskModifier: names?.isEmpty == false,
      item: encoder(document.json(origin: [definition.type, object["id"]?.stringValue ?? ""])))
  }

  /// The evidence as it came, without members that are null.
  private static func evidence(_ value: JSONValue?) -> [JSONValue] {
    (value?.arrayValue ?? []).map { piece in
      guard let object = piece.objectValue else { return piece }
      return .object(JSONObject(object.members.filter { $0.value != .null }.map { ($0.key, $0.value) }))
    }
  }
}
