// The wire format of a finished run's results, which `execute` gives.
internal import CanonicalJSON
internal import ComponentKit

extension WireFormat {
  /// `run_result/1.0.0`: what the exporter `json` writes of a run; one item for each output.
  static let runResult = builtIn(
    .runResult,
    [
      "title": "Results of a run",
      "description": "How a run ended, and the artifacts that are its outputs.",
      "type": "object",
      "x-items": "outputs",
      "x-volatile": [
        "/run/id", "/run/timestamp", "/run/duration_seconds", "/outputs/*/duration_seconds",
        "/outputs/*/reused_from", "/outputs/*/content/**/analysis_timestamp",
        "/outputs/*/content/**/collection_timestamp",
      ],
      "required": ["format_version", "run", "runbook", "summary", "outputs", "errors", "skipped", "pending"],
      "properties": [
        "format_version": ["const": "2.0.0"],
        "run": run,
        "runbook": ["type": "object", "required": ["name", "description"]],
        "summary": [
          "type": "object",
          "required": ["total", "succeeded", "failed", "skipped", "pending"],
          "properties": [
            "total": count, "succeeded": count, "failed": count, "skipped": count, "pending": count,
          ],
        ],
        "outputs": ["type": "array", "items": output],
        "errors": ["type": "array", "items": ["type": "object", "required": ["artifact_id", "error"]]],
        "skipped": names,
        "pending": names,
      ],
    ])

  private static let run: JSONValue = [
    "type": "object",
    "required": ["id", "timestamp", "status"],
    "properties": [
      "id": ["type": "string"],
      "timestamp": ["type": "string"],
      "duration_seconds": ["type": "number", "minimum": 0],
      "status": ["type": "string", "enum": ["completed", "partial", "failed", "interrupted"]],
    ],
  ]

  private static let output: JSONValue = [
    "type": "object",
    "required": ["artifact_id", "output_schema", "content"],
    "properties": [
      "artifact_id": ["type": "string"],
      "output_schema": ["type": "object", "required": ["name", "version"]],
    ],
  ]

  private static let names: JSONValue = ["type": "array", "items": ["type": "string"]]
  private static let count: JSONValue = ["type": "integer", "minimum": 0]
}
