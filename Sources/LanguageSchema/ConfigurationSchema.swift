// The JSON Schema of `.wct.yaml`. Whether the files that it names exist, `wct check` says.
package import CanonicalJSON
internal import Diagnostics
internal import RunbookSyntax
internal import WorkspaceConfiguration

extension LanguageSchema {
  /// The schema of a configuration; the same for everybody.
  package static var configuration: JSONValue {
    var root =
      MappingSchema.object(WorkspaceField.self) { ConfigurationSchema.value(of: $0) }.objectValue ?? [:]
    // A file without settings ends the search for one.
    root["type"] = ["object", "null"]
    root["$schema"] = "http://json-schema.org/draft-07/schema#"
    root["title"] = "Configuration of wct"
    root["description"] = "What holds for the runbooks below a directory: its '.wct.yaml'."
    root["$comment"] = "Made by 'wct generate-schema config'."
    let shared = SchemaParts.definitions.filter { $0.0 != "variable" }
    root["definitions"] = .object(
      JSONObject(
        shared + PolicyDefinition.definitions + [
          ("level", ConfigurationSchema.level), ("rules", ConfigurationSchema.rules),
        ]))
    return .object(root)
  }
}

private enum ConfigurationSchema {
  static func value(of field: WorkspaceField) -> JSONValue {
    switch field {
    case .profile: profile
    case .rules: SchemaParts.reference("rules")
    case .overrides: ["type": "array", "items": override]
    case .include, .exclude: ["type": "array", "items": SchemaParts.text]
    case .baseline: path
    case .environmentFiles: ["type": "array", "items": path]
    case .rulesets: ["type": "object", "additionalProperties": path]
    case .lateBinding:
      ["anyOf": [["const": "all"], ["type": "array", "items": SchemaParts.text]]]
    case .limits: limits
    case .policy: PolicyDefinition.schema
    }
  }

  private static let profile: JSONValue = [
    "enum": .array(SeverityProfile.Base.allCases.map { .string($0.rawValue) })
  ]

  private static let path: JSONValue = ["type": ["string", "number", "boolean"], "minLength": 1]

  private static let override = MappingSchema.object(OverrideField.self, required: [.paths]) { field in
    switch field {
    case .paths: ["type": "array", "items": SchemaParts.text]
    case .profile: profile
    case .rules: SchemaParts.reference("rules")
    }
  }

  // MARK: - Rules

  /// A level; capitals count as small letters.
  static let level = choice(of: RuleLevel.allCases)

  private static func choice(of levels: [RuleLevel]) -> JSONValue {
    let written = levels.map { level in
      level.rawValue.map { "[\($0)\($0.uppercased())]" }.joined()
    }
    return [
      "anyOf": [
        ["enum": .array(levels.map { .string($0.rawValue) })],
        ["type": "string", "pattern": .string("^(\(written.joined(separator: "|")))$")],
      ]
    ]
  }

  /// Names are completed with their summaries; of codes any that is the beginning of one is taken.
  static var rules: JSONValue {
    [
      "type": "object", "additionalProperties": false,
      "properties": .object(JSONObject(Rule.all.map { ($0.name, setting(of: $0)) })),
      "patternProperties": .object(
        JSONObject([
          (codes(of: Rule.all.filter { $0.nature != .language }), SchemaParts.reference("level")),
          (codes(of: Rule.all, onlyLanguage: true), choice(of: [.error])),
          // Names in capitals, which nothing can say more of.
          ("^(?![wW][cC][tT][0-9]*$).*[A-Z]", SchemaParts.reference("level")),
        ])),
    ]
  }

  private static func setting(of rule: Rule) -> JSONValue {
    let level = rule.nature == .language ? choice(of: [.error]) : SchemaParts.reference("level")
    return SchemaParts.annotated(level, [("description", .string("\(rule.code): \(rule.summary)"))])
  }

  /// The beginnings of rules' codes; with `onlyLanguage` those that mean none but errors of the language, which stay
  /// what they are.
  private static func codes(of rules: [Rule], onlyLanguage: Bool = false) -> String {
    func beginnings(_ rules: [Rule]) -> Set<String> {
      Set(
        rules.flatMap { rule in (3...rule.code.count).map { String(rule.code.dropFirst(3).prefix($0 - 3)) } })
    }
    let others = onlyLanguage ? beginnings(rules.filter { $0.nature != .language }) : []
    let digits = beginnings(rules).subtracting(others).sorted()
    return "^[wW][cC][tT](\(digits.joined(separator: "|")))$"
  }

  // MARK: - Limits

  /// The limits have the names of `--limit`, with `_` as in other fields.
  private static let limits: JSONValue = {
    let names = RunbookLimits.Name.allCases
    return [
      "type": "object", "additionalProperties": false,
      "patternProperties": ["^x-": MappingSchema.extensionKey],
      "properties": .object(
        JSONObject(names.map { (String($0.rawValue.map { $0 == "-" ? "_" : $0 }), value(of: $0)) })),
    ]
  }()

  private static func value(of limit: RunbookLimits.Name) -> JSONValue {
    let units = limit.isInBytes ? "(KiB|MiB|GiB)?" : ""
    return [
      "description": .string("How many \(limit.summary) at most."),
      "anyOf": [
        [
          "type": "integer", "minimum": .integer(limit.range.lowerBound),
          "maximum": .integer(limit.range.upperBound),
        ], ["type": "string", "pattern": .string("^0*[1-9][0-9]*\(units)$")],
      ],
    ]
  }
}
