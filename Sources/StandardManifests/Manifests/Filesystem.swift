// The interface of the connector that reads files.
internal import CanonicalJSON
package import ComponentKit

extension ComponentManifest {
  /// `filesystem`: the text of a file, or of the files below a directory.
  package static let filesystem = ComponentManifest(
    kind: .connector, type: "filesystem", version: "1.0.0",
    summary: "Reads a text file, or the text files below a directory.",
    outputs: [.standardInput],
    propertySchema: [
      "type": "object",
      "additionalProperties": false,
      "required": ["path"],
      "properties": [
        "path": [
          "type": "string", "minLength": 1, "format": "path",
          "description": "The file or directory; a relative path begins at the run's base directory.",
        ],
        "include_patterns": patterns("Only files that these patterns match are read."),
        "exclude_patterns": patterns("Files that these patterns match are not read."),
        "max_files": [
          "type": "integer", "minimum": 1, "default": 1000,
          "description": "How many files are read at most, in sorted order.",
        ],
        "encoding": [
          "type": "string", "minLength": 1, "default": "utf-8",
          "description": .string(
            "utf-8, utf-8-sig, ascii, latin-1, the parts of ISO 8859, cp1250 to cp1254 and cp1257, koi8-r, koi8-u, cp437, "
              + "cp850, cp852, cp866, mac-roman, utf-16, utf-32 (also -le, -be), or auto: by the file's first bytes, or as "
              + "it declares."),
        ],
        "documents": [
          "type": "string", "enum": ["auto", "all", "none"],
          "description": .string(
            "Documents whose text is taken out: auto (the default) DOCX and XLSX; all also ODT, mail and the parts beside "
              + "a document's body; none leaves them to be read as text."),
        ],
        "pdf": [
          "type": "boolean", "x-capabilities": ["subprocess"],
          "description":
            "Whether the text of PDF files is taken out, by the system's pdftotext; not unless it is true.",
        ],
        "archives": [
          "type": "boolean",
          "description": "Whether zip, tar and gzip files are opened, within limits; not unless it is true.",
        ],
        "errors": [
          "enum": ["strict", "replace", "ignore"], "type": "string", "default": "strict",
          "description": "What happens to bytes that are not text in the encoding; strict skips the file.",
        ],
        "chunk_size": [
          "type": "integer", "minimum": 1,
          "description": "Accepted for compatibility; files are always read in parts of a fixed size.",
        ],
      ],
    ],
    capabilities: [.filesystem],
    // What it gives depends on the disk, not only on its properties.
    isDeterministic: false)

  private static func patterns(_ description: JSONValue) -> JSONValue {
    [
      "type": ["array", "null"], "items": ["type": "string"], "description": description,
      "examples": [["*.txt", "!drafts/"]],
    ]
  }
}
