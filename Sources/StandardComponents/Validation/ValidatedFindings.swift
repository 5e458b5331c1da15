// Sorts findings by the verdicts on them, and counts. Reads and writes nothing.
internal import CanonicalJSON
internal import ComponentKit

/// The findings of one artifact while they are taken one after the other.
struct ValidatedFindings {
  private var counted: any FindingSummary
  private let group: String
  private let timestamp: String
  /// Items of `removed_findings`.
  private(set) var removed: [JSONValue] = []
  /// Findings with a verdict.
  private(set) var validatedCount = 0
  private var keptCount = 0
  private var sampledCount = 0
  private var totalCount = 0
  private var failures: [String] = []
  private var unusableCount = 0
  /// By group: findings, verdicts, removals.
  private var groups: [String: (total: Int, validated: Int, removed: Int)] = [:]

  init(_ summary: any FindingSummary, group: String, at timestamp: String) {
    counted = summary
    self.group = group
    self.timestamp = timestamp
  }

  /// Whether a finding stays. One without a verdict does: to take out what nobody looked at would hide it.
  mutating func keeps(_ item: JSONValue, _ answer: ServiceAnswer?) throws -> Bool {
    guard let finding = item.objectValue else { throw ComponentFailure("a prepared finding is not in order") }
    let name = finding[group]?.stringValue ?? ""
    totalCount += 1
    groups[name, default: (0, 0, 0)].total += 1
    if let answer {
      sampledCount += 1
      switch FindingValidation.verdict(answer) {
      case .remove(let reason)?:
        validatedCount += 1
        groups[name]?.validated += 1
        groups[name]?.removed += 1
        removed.append([
          "original_finding": item, "reason": .string(reason), "removal_timestamp": .string(timestamp),
        ])
        return false
      case .keep?:
        validatedCount += 1
        groups[name]?.validated += 1
      case nil: note(answer)
      }
    }
    keptCount += 1
    counted.add(finding: finding)
    return true
  }

  private mutating func note(_ answer: ServiceAnswer) {
    if case .failure(let reason) = answer { failures.append(reason) } else { unusableCount += 1 }
  }

  /// The summary of what stays.
  var summary: JSONObject { counted.json }

  var warnings: [String] {
    var warnings: [String] = []
    if let first = failures.first {
      warnings.append("\(Self.findings(failures.count)) could not be validated and stayed: \(first)")
    }
    if unusableCount > 0 {
      warnings.append(
        "the answers to \(Self.findings(unusableCount)) have no verdict 'keep' or 'remove': they stayed")
    }
    for (name, group) in groups.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) })
    where group.removed > 0 && group.removed == group.validated && group.total > group.validated {
      warnings.append(
        "all \(group.validated) of '\(name)' that were validated were removed; "
          + "\(group.total - group.validated) more of them were not looked at")
    }
    return warnings
  }

  private static func findings(_ count: Int) -> String { count == 1 ? "1 finding" : "\(count) findings" }

  /// What the result says of its validation.
  func report(mode: String) -> JSONValue {
    [
      "method_used": .string(validatedCount > 0 ? "llm" : "regex"), "mode": .string(mode),
      "findings": .integer(totalCount), "sampled": .integer(sampledCount),
      "validated": .integer(validatedCount), "removed": .integer(removed.count),
      "unanswered": .integer(failures.count + unusableCount),
    ]
  }
}
