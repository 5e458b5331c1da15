// The rules of a code scanning report: one for each category and indicator that was found.
internal import ComponentKit
internal import CanonicalJSON

/// What was found, as rules with help.
struct FindingRules {
  private var indices: [String: Int] = [:]
  private var examples: [Finding] = []

  mutating func add(_ finding: Finding) {
    let id = Self.id(finding)
    guard indices[id] == nil else { return }
    indices[id] = examples.count
    examples.append(finding)
  }

  func index(of finding: Finding) -> Int? { indices[Self.id(finding)] }

  /// `gdpr_personal_data/contact_data/email_address`.
  static func id(_ finding: Finding) -> String { "\(finding.kind.schema.name)/\(finding.label)" }

  /// What the rule says of its severity; where it says nothing, special categories and sensitive purposes are
  /// errors, and all else is a warning.
  static func level(_ finding: Finding) -> String {
    switch finding.severity {
    case "critical", "high": return "error"
    case "medium": return "warning"
    case "low": return finding.isSpecial ? "error" : "note"
    default:
      let isGrave = finding.isSpecial || finding.legal.isSensitivePurpose
      return isGrave || finding.legal.impactAssessment == "required" ? "error" : "warning"
    }
  }

  var json: [JSONValue] {
    examples.map { finding in
      var rule: JSONObject = [
        "id": .string(Self.id(finding)), "name": .string(Self.name(finding)),
        "shortDescription": ["text": .string(Self.title(finding))],
        "fullDescription": ["text": .string(Self.description(finding))],
        "help": ["text": .string(Self.help(finding)), "markdown": .string(Self.help(finding))],
        "defaultConfiguration": ["level": .string(Self.level(finding))],
      ]
      rule["properties"] = [
        "tags": .array((["privacy"] + (finding.kind.isClassified ? ["gdpr"] : [])).map { .string($0) })
      ]
      return .object(rule)
    }
  }

  /// `GdprPersonalDataEmailAddress`: SARIF has names without blanks.
  private static func name(_ finding: Finding) -> String {
    "\(finding.kind.schema.name)_\(finding.indicator)".split { !$0.isLetter && !$0.isNumber }
      .map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  private static func words(_ name: String) -> String { name.split(separator: "_").joined(separator: " ") }

  private static func title(_ finding: Finding) -> String {
    let category = finding.category.map { " (\(words($0)))" } ?? ""
    return "\(words(finding.indicator))\(finding.category == finding.indicator ? "" : category)"
  }

  private static func description(_ finding: Finding) -> String {
    var text = "Signs of \(finding.kind.words): \(title(finding))."
    if finding.isSpecial { text += " A special category of personal data (Article 9 GDPR)." }
    return text
  }

  private static func help(_ finding: Finding) -> String {
    var lines = [description(finding)]
    let legal = finding.legal
    if !legal.articles.isEmpty { lines.append("Provisions: \(legal.articles.joined(separator: ", ")).") }
    if !legal.lawfulBases.isEmpty {
      let bases = legal.lawfulBases.map(words).joined(separator: ", ")
      lines.append("Typical lawful bases: \(bases).")
    }
    switch legal.impactAssessment {
    case "required": lines.append("A data protection impact assessment is required (Article 35 GDPR).")
    case "recommended": lines.append("A data protection impact assessment is recommended (Article 35 GDPR).")
    default: break
    }
    lines.append(
      "Check that the data are needed here, that the place is protected as they deserve, and that the record "
        + "of processing activities names them. What is known and in order can be accepted: "
        + "'wct findings accept'.")
    return lines.joined(separator: "\n\n")
  }
}
