// How much a YAML file may ask of its reader.

/// Bounds that keep hostile files cheap: each is an error at its own place when passed.
package struct YAMLLimits: Sendable {
  /// Bytes in the file.
  package var fileSize = 128 << 20
  /// Collections inside one another, aliases followed.
  package var depth = 256
  /// Nodes that are visited again because an alias leads to them, over the whole file.
  package var aliasExpansion = 1_000_000

  package init() {}
}
