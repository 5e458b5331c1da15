// The processor behind every classifier: indicators in, classified findings out. Knows no texts.
internal import CanonicalJSON
internal import ComponentKit
internal import RulesetModel

/// A classifier: one finding for each indicator.
struct Classifier: Processor {
  let definition: ClassifierDefinition
  private let table: ClassificationTable
  private let rulesetName: String

  init(
    _ definition: ClassifierDefinition, _ configuration: ComponentConfiguration
  ) throws(ComponentFailure) {
    self.definition = definition
    let uri = configuration.properties["ruleset"]?.stringValue ?? ""
    let ruleset = try configuration.classificationRuleset(uri, definition.rulesetKind)
    guard case .classification(let fields) = definition.rulesetKind.fields else {
      preconditionFailure("the table of classifiers names kinds of classification rulesets")
    }
    table = ClassificationTable(ruleset, fields)
    rulesetName = "local/\(ruleset.name)/\(ruleset.version)"
  }

  func process(
    _ inputs: [any ArtifactReader], into items: any ItemSink, context: any ComponentContext
  ) throws -> JSONObject {
    var classification = Classification(definition, table)
    let total = inputs.reduce(0) { $0 + $1.itemCount }
    for input in inputs {
      try input.forEachItem { indicator in
        try context.checkCancellation()
        try items.append(try classification.finding(of: indicator, input))
        if classification.isProgressDue { context.report(classification.progress(of: total)) }
      }
    }
    context.report(classification.progress(of: total))
    return classification.head(ruleset: rulesetName, timestamp: context.timestamp())
  }
}

/// One run of a classifier.
private struct Classification {
  private let definition: ClassifierDefinition
  private let table: ClassificationTable
  private var findingCount = 0
  private var reviewCount = 0
  /// By the place in the definition's list.
  private var flagCounts: [Int]

  init(_ definition: ClassifierDefinition, _ table: ClassificationTable) {
    self.definition = definition
    self.table = table
    flagCounts = Array(repeating: 0, count: definition.flagCounts.count)
  }

  var isProgressDue: Bool { findingCount % 1000 == 0 }

  func progress(of total: Int) -> ComponentProgress { ComponentProgress(findingCount, of: total, "findings") }

  mutating func finding(
    of item: JSONValue, _ input: any ArtifactReader
  ) throws(ComponentFailure) -> JSONValue {
    guard let object = item.objectValue, let indicator = object[definition.indicatorField]?.stringValue,
      let metadata = object["metadata"]?.objectValue, let source = metadata["source"]
    else {
      throw ComponentFailure("a finding of '\(input.artifact)' does not fit the schema \(input.schema)")
    }
    let entry = table[indicator]
    count(entry)
    var fields = entry.fields
    fields[definition.repeatedField] = .string(indicator)
    let document = FindingDocument(
      fields: fields, evidence: Self.evidence(object["evidence"]),
      matchedPatterns: object["matched_patterns"]?.arrayValue ?? [], source: source,
      context: metadata["context"]?.objectValue ?? JSONObject(), requiresReview: entry.requiresReview)
    return document.json(origin: [definition.type, object["id"]?.stringValue ?? ""])
  }

  private mutating func count(_ entry: ClassificationTable.Entry) {
    findingCount += 1
    if entry.requiresReview { reviewCount += 1 }
    for (index, count) in definition.flagCounts.enumerated() where entry.fields[count.flag] == true {
      flagCounts[index] += 1
    }
  }

  /// The evidence as it came, without members that are null.
  private static func evidence(_ value: JSONValue?) -> [JSONValue] {
    (value?.arrayValue ?? []).map { piece in
      guard let object = piece.objectValue else { return piece }
      return .object(JSONObject(object.members.filter { $0.value != .null }.map { ($0.key, $0.value) }))
    }
  }

  /// The content without the findings.
  func head(ruleset: String, timestamp: String) -> JSONObject {
    var summary = JSONObject([
      ("total_findings", .integer(findingCount)), ("requires_review_count", .integer(reviewCount)),
    ])
    for (index, count) in definition.flagCounts.enumerated() {
      summary[count.name] = .integer(flagCounts[index])
    }
    let metadata: JSONValue = [
      "ruleset_used": .string(ruleset), "llm_validation_enabled": false,
      "analysis_timestamp": .string(timestamp),
    ]
    return JSONObject([("summary", .object(summary)), ("analysis_metadata", metadata)])
  }
}
