// A random ruleset with random texts for any of the detectors, and what the program finds in them.
import CanonicalJSON
import ComponentKit
import StandardManifests
import TestSupport
import Testing

/// One case, the same for the program and for the model in Tests/Tools/framework_model.
struct DetectorCase {
  /// The fields of each detector's rules, each with the list that holds its vocabulary.
  static let kinds: [(type: String, fields: [(name: String, list: String)])] = [
    ("personal_data", [("category", "categories")]),
    ("data_subject", [("subject_category", "subject_categories")]),
    ("processing_purpose", [("purpose", "purpose_slugs")]),
    (
      "service_integration",
      [("service_category", "service_categories"), ("purpose_category", "purpose_categories")]
    ),
    (
      "data_collection",
      [("collection_type", "collection_type_categories"), ("data_source", "data_source_categories")]
    ),
  ]

  let type: String
  private let fields: [(name: String, list: String)]
  private let isCode: Bool
  private let rules: [JSONValue]
  private let texts: [String]
  private let options: JSONObject

  init(using generator: inout SeededGenerator) {
    let kind = Self.kinds[Int.random(in: 0..<Self.kinds.count, using: &generator)]
    type = kind.type
    fields = kind.fields
    let takesTexts = !["service_integration", "data_collection"].contains(type)
    isCode = !takesTexts || Bool.random(using: &generator)
    let count = Int.random(in: 1...5, using: &generator)
    rules = (0..<count).map { [fields] in Self.rule($0, fields, &generator) }
    texts = (0..<Int.random(in: 1...3, using: &generator)).map { _ in Self.text(&generator) }
    options = JSONObject([
      ("evidence_context_size", Self.pick(["small", "medium", "large", "full"], &generator)),
      ("source_code_context_window", Self.pick(["small", "medium", "large", "full"], &generator)),
      ("maximum_evidence_count", .integer(Int.random(in: 1...5, using: &generator))),
      ("evidence_proximity_threshold", .integer(Int.random(in: 50...90, using: &generator))),
    ])
  }

  private static func pick(_ values: [JSONValue], _ generator: inout SeededGenerator) -> JSONValue {
    values.randomElement(using: &generator) ?? .null
  }

  private static let words = [
    "email", "e-mail", "user id", "käse", "ſet", "kit", "a.b", "$x", "x", "x_1", "straße", "日本", "İd", "(c)",
    "a",
  ]
  private static let expressions = [
    #"\d{2,4}"#, "k[a-z]t", "^x", "x$", #"\bset\b"#, #"(?<=\s)a"#, "a|b", #"\s"#, "user.?id", #"[^\W\d]+_1"#,
    "x*y",
  ]
  /// What stands between words; all of Python's line ends are among them.
  private static let gaps = [
    " ", " ", " ", "  ", "\n", "\n", "\n\n", "\r\n", "\r", "\t", "_", "-", ".", "é", "1", "\u{B}", "\u{C}",
    "\u{1C}",
    "\u{1D}", "\u{1E}", "\u{1F}", "\u{85}", "\u{2028}", "\u{2029}", "\u{A0}", "\u{200B}", "\u{FEFF}", "😀",
    " \n",
    String(repeating: "-", count: 45), String(repeating: "日", count: 60),
  ]

  private static func rule(
    _ index: Int, _ fields: [(name: String, list: String)], _ generator: inout SeededGenerator
  ) -> JSONValue {
    func some(_ values: [String], _ range: ClosedRange<Int>) -> JSONValue {
      .array(
        (0..<Int.random(in: range, using: &generator)).compactMap { _ in
          values.randomElement(using: &generator).map { .string($0) }
        })
    }
    var rule = JSONObject([
      ("name", .string("rule \(index)")), ("patterns", some(words, 0...4)),
      ("value_patterns", some(expressions, 0...2)),
      ("confidence_weight", .integer(Int.random(in: 1...50, using: &generator))),
    ])
    for field in fields { rule[field.name] = pick(["one", "two"], &generator) }
    return .object(rule)
  }

  private static func text(_ generator: inout SeededGenerator) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...60, using: &generator) {
      let word = words.randomElement(using: &generator) ?? ""
      text += Bool.random(using: &generator) ? word.uppercased() : word
      if Int.random(in: 0..<4, using: &generator) == 0 {
        text += String(Int.random(in: 0..<20000, using: &generator))
      }
      text += gaps.randomElement(using: &generator) ?? ""
    }
    return text
  }

  /// The case as a line for the model.
  var line: String {
    let value: JSONValue = [
      "kind": .string(type), "code": .bool(isCode), "rules": .array(rules),
      "texts": .array(texts.map { .string($0) }), "options": .object(options),
    ]
    return value.canonicalText
  }

  /// What the program finds, in the model's form.
  func findings() throws -> JSONValue {
    let uri = "local/test/1.0.0"
    var matching = options
    matching["source_code_context_window"] = nil
    matching["ruleset"] = .string(uri)
    let result = try process(
      type,
      [
        "pattern_matching": .object(matching),
        "source_code_context_window": options["source_code_context_window"] ?? "small",
      ], rulesets: [uri: ruleset], inputs: [input])
    return .array(result.items.map(Self.comparable))
  }

  private var ruleset: JSONValue {
    var object = JSONObject([("name", "test"), ("version", "1.0.0"), ("rules", .array(rules))])
    for field in fields { object[field.list] = ["one", "two"] }
    if type == "processing_purpose" { object["purposes"] = .array(rules.map { $0["name"] }) }
    return .object(object)
  }

  private var input: TrialArtifact {
    guard isCode else { return .texts(texts) }
    return TrialArtifact(
      schema: .sourceCode,
      items: texts.enumerated().map { index, text in
        [
          "file_path": .string("s\(index)"), "language": "php", "raw_content": .string(text),
          "metadata": ["file_size": 1, "line_count": 1],
        ]
      })
  }

  /// Without ids and times.
  private static func comparable(_ finding: JSONValue) -> JSONValue {
    var object = finding.objectValue ?? JSONObject()
    object["id"] = nil
    object["evidence"] = .array((finding["evidence"].arrayValue ?? []).map { $0["content"] })
    return .object(object)
  }
}
