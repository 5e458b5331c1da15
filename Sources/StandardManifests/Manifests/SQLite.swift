// The interface of the connector for SQLite databases.
internal import CanonicalJSON
package import ComponentKit

extension ComponentManifest {
  /// `sqlite`: the cells of a database's tables.
  package static let sqlite = ComponentManifest(
    kind: .connector, type: "sqlite", version: "1.0.0",
    summary: "Reads the cells of the tables of an SQLite database.",
    outputs: [.standardInput],
    propertySchema: [
      "type": "object",
      "additionalProperties": false,
      "required": ["database_path"],
      "properties": [
        "database_path": [
          "type": "string", "minLength": 1, "format": "path", "x-environment": "SQLITE_DATABASE_PATH",
          "description": "The database file; a relative path begins at the run's base directory.",
        ],
        "max_rows_per_table": [
          "anyOf": [["type": "integer", "minimum": 1], ["type": "string", "enum": ["all"]]],
          "default": 10, "description": "How many rows of each table are read at most, or 'all'.",
        ],
      ],
    ],
    capabilities: [.filesystem], isSensitive: true,
    // What it gives depends on the disk, not only on its properties.
    isDeterministic: false)
}
