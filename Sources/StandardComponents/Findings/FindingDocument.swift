// Builds the JSON of findings, as the detectors and the classifiers share it. Knows no rules.
internal import CanonicalJSON
internal import ComponentKit

/// One finding on its way to JSON.
struct FindingDocument {
  /// The fields that only this kind of finding has.
  var fields: JSONObject
  var evidence: [JSONValue]
  var matchedPatterns: [JSONValue]
  var source: JSONValue
  var context: JSONObject
  /// From 1; source code alone has one.
  var lineNumber: Int?
  /// Written only where it is true.
  var requiresReview = false

  /// The finding, with an id that says what it says and where.
  ///
  /// - Parameters:
  ///   - origin: What made the finding; two that differ in nothing else get different ids.
  ///   - evidenceTexts: The texts of the evidence: times do not change an id.
  func json(origin: [String]) -> JSONValue {
    var object = fields
    object["matched_patterns"] = .array(matchedPatterns)
    var metadata = JSONObject([("source", source), ("context", .object(context))])
    if let lineNumber { metadata["line_number"] = .integer(lineNumber) }
    object["metadata"] = .object(metadata)
    if requiresReview { object["require_review"] = true }
    var identity = object
    identity["origin"] = .array(origin.map { .string($0) })
    identity["evidence"] = .array(evidence.compactMap { $0.objectValue?["content"] })
    object["evidence"] = .array(evidence)
    object["id"] = .string(Self.identifier(of: identity))
    return .object(object)
  }

  /// Half of the digest's digits: 128 bits, as a UUID has.
  private static func identifier(of object: JSONObject) -> String {
    String(ContentDigest(of: JSONWriter.bytes(of: .object(object))).hexadecimal.prefix(32))
  }
}
