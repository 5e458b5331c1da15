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
    var classification = Classification(definition, table, modifiers)
    let total = inputs.reduce(0) { $0 + $1.itemCount }
    for input in inputs {
      try input.forEachItem { indicator in
        try context.checkCancellation()
        try items.append(try classification.finding(of: indicator, input))
        if classification.isProgressDue { context.report(classification.progress(of: total)) }
      }
    }
    context.report(classification.progress(of: total))
    return head(classification, timestamp: context.timestamp())
  }

  /// The content without the findings.
  private func head(_ classification: Classification, timestamp: String) -> JSONObject {
    var metadata = JSONObject([
      ("ruleset_used", .string(rulesetName)), ("llm_validation_enabled", false),
      ("analysis_timestamp", .string(timestamp)),
    ])
    if definition.hasLLMValidation {
      metadata["validation_summary"] = ["method_used": "regex"]
    }
    return JSONObject([
      ("summary", .object(classification.summary.json)), ("analysis_metadata", .object(metadata)),
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

/// One run of a classifier.
private struct Classification {
  private let definition: ClassifierDefinition
  private let table: ClassificationTable
  private let modifiers: RiskModifierSearch?
  private(set) var summary: ClassifierSummary

  init(
    _ definition: ClassifierDefinition, _ table: ClassificationTable, _ modifiers: RiskModifierSearch?
  ) {
    self.definition = definition
    self.table = table
    self.modifiers = modifiers
    summary = ClassifierSummary(definition.summary)
  }

  var isProgressDue: Bool { summary.total % 1000 == 0 }

  func progress(of total: Int) -> ComponentProgress {
    ComponentProgress(summary.total, of: total, "findings")
  }

  mutating func finding(
    of item: JSONValue, _ input: any ArtifactReader
  ) throws(ComponentFailure) -> JSONValue {
    guard let object = item.objectValue, let indicator = object[definition.indicatorField]?.stringValue,
      let metadata = object["metadata"]?.objectValue, let source = metadata["source"]
    else {
      throw ComponentFailure(
        "a finding of '\(input.artifact)' does not fit the schema \(input.schema)", kind: .inputUnfit)
    }
    let entry = table[indicator]
    var fields = entry.fields
    for field in definition.repeatedFields { fields[field.finding] = object[field.indicator] }
    let evidence = Self.evidence(object["evidence"])
    let names = modifiers?.names(in: evidence.compactMap { $0.objectValue?["content"]?.stringValue })
    if let names { fields["risk_modifiers"] = .array(names.map { .string($0) }) }
    summary.add(
      fields, category: entry.category, requiresReview: entry.requiresReview,
      hasRiskModifier: names?.isEmpty == false)
    let document = FindingDocument(
      fields: fields, evidence: evidence, matchedPatterns: object["matched_patterns"]?.arrayValue ?? [],
      source: source, context: metadata["context"]?.objectValue ?? JSONObject(),
      requiresReview: entry.requiresReview)
    return document.json(origin: [definition.type, object["id"]?.stringValue ?? ""])
  }

  /// The evidence as it came, without members that are null.
  private static func evidence(_ value: JSONValue?) -> [JSONValue] {
    (value?.arrayValue ?? []).map { piece in
      guard let object = piece.objectValue else { return piece }
      return .object(JSONObject(object.members.filter { $0.value != .null }.map { ($0.key, $0.value) }))
    }
  }
}
