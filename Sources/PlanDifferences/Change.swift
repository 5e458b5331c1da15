// One thing that differs between two artifacts or two plans. Knows nothing of why, nor of how it is shown.
package import CanonicalJSON

/// One value that differs: where it stands, what it was, what it is.
package struct Change: Sendable, Hashable {
  /// What kind of thing changed; the raw values stand in files and are append-only.
  package enum Aspect: String, Sendable, CaseIterable {
    case operation, component, version, interface, property, binding, inputs, schema, ruleset, content
    case reuse, execute, flag, timeout
    case name, description, contact
    case configuration, framework, environment, alias
  }

  package let aspect: Aspect
  /// JSON Pointer (RFC 6901) from the artifact: `/properties/path`. From the plan for what concerns all of
  /// it.
  package let pointer: String
  /// Nil: it was not there.
  package let old: JSONValue?
  /// Nil: it is not there any more.
  package let new: JSONValue?

  package init(_ aspect: Aspect, _ pointer: String, old: JSONValue?, new: JSONValue?) {
    self.aspect = aspect
    self.pointer = pointer
    self.old = old
    self.new = new
  }

  /// Whether the artifact's key, and with it everything downstream, changes too.
  var changesMeaning: Bool {
    switch aspect {
    case .operation, .component, .version, .property, .binding, .inputs, .schema, .ruleset, .content, .reuse,
      .execute:
      true
    case .interface, .flag, .timeout, .name, .description, .contact, .configuration, .framework, .environment,
      .alias:
      false
    }
  }

  /// Whether only people notice.
  var isMetadata: Bool { aspect == .name || aspect == .description || aspect == .contact }

  /// The same seen from the other side.
  package var reversed: Change { Change(aspect, pointer, old: new, new: old) }
}

extension Change {
  /// The change of a value, if it is one.
  static func between(
    _ aspect: Aspect, _ pointer: String, _ old: JSONValue?, _ new: JSONValue?
  ) -> [Change] {
    old == new ? [] : [Change(aspect, pointer, old: old, new: new)]
  }

  static func between(_ aspect: Aspect, _ pointer: String, _ old: String?, _ new: String?) -> [Change] {
    between(aspect, pointer, old.map { .string($0) }, new.map { .string($0) })
  }

  static func between(_ aspect: Aspect, _ pointer: String, _ old: Double?, _ new: Double?) -> [Change] {
    between(aspect, pointer, old.map { .number($0) }, new.map { .number($0) })
  }
}
