// The interface of the processor that tells programs among texts.
internal import CanonicalJSON
package import ComponentKit

extension ComponentManifest {
  /// `source_code_analyser`: texts to program texts, by the extensions of their files.
  package static let sourceCodeAnalyser = ComponentManifest(
    kind: .processor, type: "source_code_analyser", version: "1.0.0",
    summary: "Picks the source code out of texts, and says in which language it is.",
    outputs: [.sourceCode],
    inputCombinations: [[.standardInput]],
    propertySchema: [
      "type": "object",
      "additionalProperties": false,
      "properties": [
        "language": [
          "type": ["string", "null"], "minLength": 1,
          "description": "The language of all texts, whatever their extensions.",
        ],
        "languages": [
          "anyOf": [
            ["type": "string", "enum": ["all"]],
            ["type": "array", "items": ["type": "string", "minLength": 1], "minItems": 1],
          ],
          "description": "Only files of these languages; 'all' for every known one.",
          "examples": [["php", "python"], "all"],
        ],
        "max_file_size": [
          "type": "integer", "minimum": 1, "default": 10_485_760,
          "description": "Bytes; larger files are skipped with a warning.",
        ],
      ],
    ])
}
