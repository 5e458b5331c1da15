// The interface of the connector for MySQL databases. There is no implementation yet.
internal import CanonicalJSON
package import ComponentKit

extension ComponentManifest {
  /// `mysql`: the cells of a database's tables.
  package static let mysql = ComponentManifest(
    kind: .connector, type: "mysql", version: "1.0.0",
    summary: "Reads the cells of the tables of a MySQL database.",
    outputs: [.standardInput],
    propertySchema: [
      "type": "object",
      "additionalProperties": false,
      "required": ["host", "user"],
      "properties": [
        "host": ["type": "string", "minLength": 1, "x-environment": "MYSQL_HOST"],
        "port": [
          "type": "integer", "minimum": 1, "maximum": 65535, "default": 3306, "x-environment": "MYSQL_PORT",
        ],
        "user": ["type": "string", "minLength": 1, "x-environment": "MYSQL_USER"],
        "password": ["type": "string", "writeOnly": true, "x-environment": "MYSQL_PASSWORD"],
        "database": ["type": "string", "x-environment": "MYSQL_DATABASE"],
        "charset": ["type": "string", "default": "utf8mb4"],
        "autocommit": ["type": "boolean"],
        "connect_timeout": ["type": "integer", "minimum": 1, "default": 10, "description": "Seconds."],
        "max_rows_per_table": ["type": "integer", "minimum": 1, "default": 10],
      ],
    ],
    capabilities: [.network], isSensitive: true, isDeterministic: false)
}
