// The wire format of program texts.
internal import CanonicalJSON
package import ComponentKit

extension SchemaReference {
  package static let sourceCode = SchemaReference("source_code")
}

extension WireFormat {
  /// `source_code/1.0.0`: one item for each file of a known programming language.
  static let sourceCode = builtIn(
    .sourceCode,
    [
      "title": "Source code",
      "description": "Program texts with their language.",
      "type": "object",
      "x-items": "data",
      "x-volatile": ["/metadata/analysis_timestamp", "/data/*/metadata/last_modified"],
      "required": ["schemaVersion", "name", "description", "source", "metadata", "data"],
      "properties": [
        "schemaVersion": ["const": "1.0.0"],
        "name": ["type": "string"],
        "description": ["type": "string"],
        "source": ["type": "string"],
        "metadata": [
          "type": "object",
          "required": ["total_files", "total_lines", "analysis_timestamp"],
          "properties": [
            "total_files": count,
            "total_lines": count,
            "analysis_timestamp": ["type": "string"],
          ],
        ],
        "data": ["type": "array", "items": file],
      ],
    ])

  private static let file: JSONValue = [
    "type": "object",
    "required": ["file_path", "language", "raw_content", "metadata"],
    "properties": [
      "file_path": ["type": "string"],
      "language": ["type": "string"],
      "raw_content": ["type": "string"],
      "metadata": [
        "type": "object",
        "required": ["file_size", "line_count"],
        "properties": [
          "file_size": count,
          "line_count": count,
          "last_modified": ["type": ["string", "null"]],
        ],
      ],
    ],
  ]

  private static let count: JSONValue = ["type": "integer", "minimum": 0]
}
