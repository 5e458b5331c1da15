// Which artifacts a policy speaks of.
package import ComponentKit
package import Diagnostics

/// A choice of artifacts: an artifact is chosen when it fits every criterion that is there.
package struct PolicySelector: Sendable {
  /// Whether it is, or derives from, something sensitive.
  package var isSensitive: Bool?
  /// Whether it stands in the results.
  package var isOutput: Bool?
  /// `TYPE` or `KIND:TYPE` of the component that makes it, any of them; empty: no criterion.
  package var components: [NamePattern] = []
  /// Capabilities of that component, any of them.
  package var capabilities: Set<Capability> = []
  /// `NAME` or `NAME/VERSION` of its schema, any of them.
  package var schemas: [NamePattern] = []
  /// Its id or another of its names, any of them.
  package var artifacts: [NamePattern] = []
  /// Choices that it must not be in.
  package var exclusions: [PolicySelector] = []
  package var span: SourceSpan

  package init(span: SourceSpan) { self.span = span }

  /// Whether it asks what component makes an artifact. Data reaches a component when it is handed to it.
  package var speaksOfComponents: Bool {
    !components.isEmpty || !capabilities.isEmpty || exclusions.contains { $0.speaksOfComponents }
  }

  /// Whether it asks for artifacts by name, so that somebody must work the names out.
  package var speaksOfNames: Bool { !artifacts.isEmpty || exclusions.contains { $0.speaksOfNames } }

  /// Whether it is `sensitive` and nothing else.
  package var isJustSensitive: Bool {
    isSensitive == true && isOutput == nil && components.isEmpty && capabilities.isEmpty && schemas.isEmpty
      && artifacts.isEmpty && exclusions.isEmpty
  }

  /// Whether an artifact is chosen.
  package func matches(_ subject: PolicySubject) -> Bool {
    if let isSensitive, isSensitive != subject.isSensitive { return false }
    if let isOutput, isOutput != subject.isOutput { return false }
    if !capabilities.isEmpty, capabilities.isDisjoint(with: subject.capabilities) { return false }
    if !components.isEmpty, !Self.any(components, in: subject.componentNames) { return false }
    if !schemas.isEmpty, !Self.any(schemas, in: subject.schemaNames) { return false }
    if !artifacts.isEmpty, !Self.any(artifacts, in: subject.names) { return false }
    return !exclusions.contains { $0.matches(subject) }
  }

  private static func any(_ patterns: [NamePattern], in names: [String]) -> Bool {
    patterns.contains { pattern in names.contains { pattern.matches($0) } }
  }

  /// Every pattern in it of one kind, those of its exclusions too.
  package func all(_ kind: KeyPath<PolicySelector, [NamePattern]>) -> [NamePattern] {
    self[keyPath: kind] + exclusions.flatMap { $0.all(kind) }
  }

  func moved(to source: SourceID) -> PolicySelector {
    var moved = self
    moved.components = components.map { $0.moved(to: source) }
    moved.schemas = schemas.map { $0.moved(to: source) }
    moved.artifacts = artifacts.map { $0.moved(to: source) }
    moved.exclusions = exclusions.map { $0.moved(to: source) }
    moved.span = span.moved(to: source)
    return moved
  }
}

/// What a policy may ask of an artifact.
package struct PolicySubject: Sendable {
  /// `TYPE` and `KIND:TYPE` of the component that makes it; empty when none does.
  package var componentNames: [String] = []
  package var capabilities: Set<Capability> = []
  /// `NAME` and `NAME/VERSION`; empty when not known.
  package var schemaNames: [String] = []
  /// Its id and its other names, seen from the runbook that the policy belongs to.
  package var names: [String] = []
  package var isSensitive = false
  package var isOutput = false

  package init() {}

  /// What `execute` is called among the components: it may run any of them.
  package static let executeName = "execute"
}
