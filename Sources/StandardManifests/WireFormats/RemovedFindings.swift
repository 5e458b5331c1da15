// The wire format of findings that a validation took out.
internal import CanonicalJSON
package import ComponentKit

extension SchemaReference {
  package static let removedFindings = SchemaReference("removed_findings")
}

extension WireFormat {
  /// `removed_findings/1.0.0`: each finding that was taken out, and why. It stands beside what was left.
  static let removedFindings = builtIn(
    .removedFindings,
    [
      "title": "Removed findings",
      "description": "Findings that a validation took out of an artifact, for those who audit it.",
      "type": "object",
      "x-items": "removed_findings",
      "required": ["analyser_name", "run_id", "removed_findings"],
      "properties": [
        "analyser_name": FindingSchema.name,
        "run_id": ["type": "string"],
        "ruleset": ["type": ["string", "null"]],
        "removed_findings": ["type": "array", "items": removal],
      ],
    ])

  private static let removal: JSONValue = [
    "type": "object",
    "required": ["original_finding", "reason", "removal_timestamp"],
    "properties": [
      "original_finding": ["type": "object"],
      "reason": ["type": "string"],
      "removal_timestamp": ["type": "string"],
    ],
  ]
}
