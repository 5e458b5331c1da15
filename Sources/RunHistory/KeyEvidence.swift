// What decided a result besides the plan: the parts of its key that are known only when it runs.
package import ComponentKit

/// The part of an instruction's key that a plan can't hold, kept with what came of it.
package struct KeyEvidence: Sendable, Hashable {
  /// The digest of everything that decides the result; nil where the result must not be taken again.
  package let key: ContentDigest?
  /// The digest of the listing of what a connector read; nil for anything else, and where it can't tell.
  package let source: ContentDigest?
  /// Keyed digests of values from the environment, by JSON Pointer of the property; never the values.
  package let values: [String: ContentDigest]

  package init(key: ContentDigest?, source: ContentDigest? = nil, values: [String: ContentDigest] = [:]) {
    self.key = key
    self.source = source
    self.values = values
  }
}
