// Makes the findings of a detector from what matched. Knows no text.
internal import CanonicalJSON
internal import RuleMatching
internal import RulesetModel

/// Builds findings for one run of a detector.
struct DetectorFinding {
  /// A finding, and the fields by which it is counted.
  struct Result {
    let fields: JSONObject
    let json: JSONValue
  }

  let rules: CompiledRules
  private let definition: DetectorDefinition
  private let timestamp: JSONValue

  init(_ definition: DetectorDefinition, _ rules: CompiledRules, timestamp: String) {
    self.definition = definition
    self.rules = rules
    self.timestamp = .string(timestamp)
  }

  /// The rules that make one finding together: each by itself, or all of equal fields.
  func together(_ matched: [Int]) -> [[Int]] {
    guard definition.mergesRules else { return matched.map { [$0] } }
    var groups: [[Int]] = []
    var places: [Int: Int] = [:]
    for rule in matched {
      if let place = places[rules.firstRules[rule]] {
        groups[place].append(rule)
      } else {
        places[rules.firstRules[rule]] = groups.count
        groups.append([rule])
      }
    }
    return groups
  }

  /// The sum of what the rules weigh.
  func weight(of matched: [Int]) -> Int {
    matched.reduce(0) { min(100, $0 + (rules.rules[$1].confidenceWeight ?? 0)) }
  }

  func result(
    of matched: [Int], in text: DetectorText, evidence: [String], patterns: [(String, Int)], weight: Int,
    rulesWithContext: Set<Int> = [], lineNumber: Int? = nil
  ) -> Result {
    let fields = fields(of: matched)
    var content = fields
    if definition.hasConfidence { content["confidence_score"] = .integer(weight) }
    let document = FindingDocument(
      fields: content,
      evidence: evidence.map { ["content": .string($0), "collection_timestamp": timestamp] },
      matchedPatterns: patterns.map { ["pattern": .string($0.0), "match_count": .integer($0.1)] },
      source: .string(text.source),
      context: context(of: matched, patterns, rulesWithContext, text.context), lineNumber: lineNumber)
    return Result(
      fields: fields, json: document.json(origin: [definition.type] + matched.map { rules.rules[$0].name }))
  }

  private func fields(of matched: [Int]) -> JSONObject {
    guard let rule = matched.first.map({ rules.rules[$0] }) else { return JSONObject() }
    return JSONObject(
      definition.findingFields.compactMap { name in rule.fields[name].map { (name, .string($0)) } })
  }

  /// What the connector says of the place, and what the surest of the rules says of itself.
  private func context(
    of matched: [Int], _ patterns: [(String, Int)], _ rulesWithContext: Set<Int>, _ context: JSONObject
  ) -> JSONObject {
    let refined = matched.filter { !rules.rules[$0].refinement.isEmpty }
    guard var surest = refined.first else { return context }
    func confidence(_ rule: Int) -> Int { rules.rules[rule].refinement.confidence ?? 0 }
    for rule in refined where confidence(rule) > confidence(surest) { surest = rule }
    let rule = rules.rules[surest]
    let grounds = MatchGrounds(
      hasValues: patterns.contains { rule.valuePatterns.contains($0.0) },
      hasContext: rulesWithContext.contains(surest))
    return JSONObject(members: context.members + rule.findingContext(grounds).members)
  }
}
