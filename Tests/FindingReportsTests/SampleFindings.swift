// Findings that were never detected, as exporters are handed them.
import CanonicalJSON
import ComponentKit
import ExecutionPlan
import RunHistory

@testable import FindingReports

enum SampleFindings {
  static let start = Timestamp(microseconds: 1_767_225_600_000_000)
  /// An e-mail address as rules write it.
  static let email = #"[\w.]+@[\w.]+\.\w+"#

  static func personal(
    _ text: String, source: String = "data/a.txt", category: String = "contact_data",
    indicator: String = "email_address", patterns: [(String, Int)] = [(email, 1)], special: Bool = false,
    more: [(String, JSONValue)] = [], context: JSONObject = JSONObject()
  ) -> JSONValue {
    var object: JSONObject = [
      "id": .string("raw-\(text)"), "indicator_type": .string(indicator),
      "privacy_category": .string(category),
      "special_category": .bool(special), "article_references": ["Article 4(1)"],
      "evidence": [["content": .string(text), "collection_timestamp": "2026-01-01T00:00:00Z"]],
      "matched_patterns": .array(patterns.map { ["pattern": .string($0.0), "match_count": .integer($0.1)] }),
      "metadata": ["source": .string(source), "context": .object(context)],
    ]
    for (key, value) in more { object[key] = value }
    return .object(object)
  }

  /// A finding of another schema, with the fields that are given.
  static func other(_ fields: [(String, JSONValue)], source: String = "data/a.txt") -> JSONValue {
    var object: JSONObject = [
      "evidence": [["content": "some text"]], "matched_patterns": [["pattern": "text", "match_count": 1]],
      "metadata": ["source": .string(source), "context": [:]],
    ]
    for (key, value) in fields { object[key] = value }
    return .object(object)
  }

  static func output(
    _ items: [JSONValue], schema: String = "gdpr_personal_data", artifact: String = "classified",
    isSensitive: Bool = false, texts: [(source: String, content: String)] = []
  ) -> FindingsReport.Output {
    let inputs: [JSONValue] = texts.map {
      ["content": .string($0.content), "metadata": ["source": .string($0.source)]]
    }
    let text = FindingsReport.Text {
      Reader(artifact: "texts", schema: SchemaReference("standard_input"), items: inputs)
    }
    return make(items, schema, artifact, isSensitive, texts.isEmpty ? [] : [text])
  }

  private static func make(
    _ items: [JSONValue], _ schema: String, _ artifact: String, _ isSensitive: Bool,
    _ texts: [FindingsReport.Text]
  ) -> FindingsReport.Output {
    FindingsReport.Output(
      artifact: artifact, title: nil, schema: SchemaReference(schema), isSensitive: isSensitive,
      count: items.count, texts: texts
    ) { Reader(artifact: artifact, schema: SchemaReference(schema), items: items) }
  }

  static func report(
    _ outputs: [FindingsReport.Output], accepted: AcceptedFindings = AcceptedFindings()
  ) -> FindingsReport {
    let run = RunRecord(
      id: RunID("abcdefghijkl"), status: .completed, planID: ContentDigest(of: []), runbookName: "Sample",
      runbookPath: nil, startedAt: start, finishedAt: start, options: RunOptions(baseDirectory: "/"))
    let origin = FindingsReport.Origin(
      run: run, runbookDescription: "A sample", contact: nil, framework: "GDPR", status: "completed",
      now: start, program: "test 1.0.0")
    return FindingsReport(origin: origin, outputs: outputs, accepted: accepted)
  }

  static func report(_ items: [JSONValue], accepted: AcceptedFindings = AcceptedFindings()) -> FindingsReport
  {
    report([output(items)], accepted: accepted)
  }

  static func finding(_ value: JSONValue, schema: String = "gdpr_personal_data") -> Finding {
    Finding(value.objectValue ?? [:], schema: SchemaReference(schema))
  }
}

private struct Reader: ArtifactReader {
  let artifact: String
  let schema: SchemaReference
  let items: [JSONValue]
  var itemCount: Int { items.count }
  var head: JSONObject { JSONObject() }

  func forEachItem(_ body: (JSONValue) throws -> Void) throws { for item in items { try body(item) } }
}

extension JSONValue {
  /// A member of an object.
  subscript(key: String) -> JSONValue? { objectValue?[key] }
}
