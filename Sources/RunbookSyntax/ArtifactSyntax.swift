// The syntax of one artifact.
package import Diagnostics

/// One entry of `artifacts`, as written.
package struct ArtifactSyntax: Sendable {
  package var id: ScalarSyntax
  package var name: ScalarSyntax?
  package var description: ScalarSyntax?
  package var contact: ScalarSyntax?
  package var source: ComponentSyntax?
  package var process: ComponentSyntax?
  package var inputs: ReferenceListSyntax?
  package var reuse: ReuseSyntax?
  package var childRunbook: ChildRunbookSyntax?
  package var execute: ExecuteSyntax?
  package var merge: ScalarSyntax?
  package var outputSchema: ScalarSyntax?
  package var output: ScalarSyntax?
  package var timeout: ScalarSyntax?
  package var sensitive: ScalarSyntax?
  package var optional: ScalarSyntax?
  /// A field of it could not be read, and has been reported: what is absent may have been meant.
  package var isIncomplete = false

  package init(id: ScalarSyntax) { self.id = id }
}

/// A list of artifact ids; one bare id is a list of one.
package struct ReferenceListSyntax: Sendable {
  /// The key `inputs` (or its older spelling `from`).
  package var keySpan: SourceSpan
  /// The whole list.
  package var span: SourceSpan
  package var elements: [ScalarSyntax]

  package init(keySpan: SourceSpan, span: SourceSpan, elements: [ScalarSyntax]) {
    self.keySpan = keySpan
    self.span = span
    self.elements = elements
  }
}

/// `source`, or `process` (older spelling `transform`): a component's type and properties.
package struct ComponentSyntax: Sendable {
  package var keySpan: SourceSpan
  package var span: SourceSpan
  package var type: ScalarSyntax?
  /// The mapping under `properties`; nil when absent.
  package var properties: ValueSyntax?

  package init(keySpan: SourceSpan, span: SourceSpan) {
    self.keySpan = keySpan
    self.span = span
  }
}

/// `reuse: {from_run, artifact}`.
package struct ReuseSyntax: Sendable {
  package var keySpan: SourceSpan
  package var span: SourceSpan
  package var fromRun: ScalarSyntax?
  package var artifact: ScalarSyntax?

  package init(keySpan: SourceSpan, span: SourceSpan) {
    self.keySpan = keySpan
    self.span = span
  }
}

/// `child_runbook: {path, input_mapping, output | output_mapping}`.
package struct ChildRunbookSyntax: Sendable {
  package var keySpan: SourceSpan
  package var span: SourceSpan
  package var path: ScalarSyntax?
  /// Child input → artifact of this runbook, in the order written.
  package var inputMapping: [MappingPairSyntax]?
  package var output: ScalarSyntax?
  /// Child output → artifact name in this runbook, in the order written.
  package var outputMapping: [MappingPairSyntax]?

  package init(keySpan: SourceSpan, span: SourceSpan) {
    self.keySpan = keySpan
    self.span = span
  }
}

/// One `key: scalar` line of a mapping.
package struct MappingPairSyntax: Sendable {
  package var key: ScalarSyntax
  package var value: ScalarSyntax

  package init(key: ScalarSyntax, value: ScalarSyntax) {
    self.key = key
    self.value = value
  }
}

/// `execute: {mode: child, timeout?, cost_limit?}`.
package struct ExecuteSyntax: Sendable {
  package var keySpan: SourceSpan
  package var span: SourceSpan
  package var mode: ScalarSyntax?
  package var timeout: ScalarSyntax?
  package var costLimit: ScalarSyntax?

  package init(keySpan: SourceSpan, span: SourceSpan) {
    self.keySpan = keySpan
    self.span = span
  }
}
