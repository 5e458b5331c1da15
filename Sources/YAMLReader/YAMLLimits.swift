// How much a YAML file may ask of its reader, and what its reader lets pass.

/// Bounds that keep hostile files cheap: each is an error at its own place when passed.
package struct YAMLLimits: Sendable, Hashable {
  /// Bytes in the file.
  package var fileSize = 64 << 20
  /// Bytes of one scalar as written; also of a comment between two values.
  package var scalarLength = 1 << 20
  /// Collections inside one another, aliases followed. libyaml itself goes no deeper than 1000.
  package var depth = 256
  /// Nodes that are visited again because an alias leads to them, over the whole file.
  package var aliasExpansion = 1_000_000
  /// Nodes written in the file.
  package var nodes = 10_000_000
  /// Syntax errors after which the rest of the file is not read.
  package var syntaxErrors = 100

  package init() {}
}

/// What holds where a key stands twice in one mapping.
package enum DuplicateKeys: Sendable {
  /// Nothing: it is an error.
  case refused
  /// The last value, as PyYAML has it; each is a warning. The merge key `<<` is refused all the same.
  case lastHolds
}
