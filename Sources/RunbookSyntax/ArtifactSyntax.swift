// The syntax of one artifact.
package import Diagnostics

/// One entry of `artifacts`, as written.
///
/// Kept small, as a large runbook has many and every pass goes over them: an absent field takes little room.
package struct ArtifactSyntax: Sendable {
  /// A field that holds one value.
  private enum ValueField: UInt8, Sendable {
    case name, description, contact, merge, outputSchema, output, timeout, sensitive, optional
  }

  package var id: ScalarSyntax
  package var inputs: ReferenceListSyntax?
  /// The values that are there: a few of nine.
  private var values: [(field: ValueField, scalar: ScalarSyntax)] = []
  private var sourceBox: Boxed<ComponentSyntax>?
  private var processBox: Boxed<ComponentSyntax>?
  private var reuseBox: Boxed<ReuseSyntax>?
  private var childRunbookBox: Boxed<ChildRunbookSyntax>?
  private var executeBox: Boxed<ExecuteSyntax>?
  /// A field of it could not be read, and has been reported: what is absent may have been meant.
  package var isIncomplete = false
  /// What may have been among the fields that could not be read, or that are not known.
  package var gaps: Gaps = []
  /// A YAML syntax error lies in it: what stands in it may belong elsewhere, and something may be missing.
  package var isDamaged = false

  package init(id: ScalarSyntax) { self.id = id }

  /// The fields that are there of those that can say how the artifact is made.
  package var methods: Methods {
    var methods: Methods = []
    if sourceBox != nil { methods.insert(.source) }
    if reuseBox != nil { methods.insert(.reuse) }
    if childRunbookBox != nil { methods.insert(.childRunbook) }
    if executeBox != nil { methods.insert(.execute) }
    if inputs != nil { methods.insert(.inputs) }
    if processBox != nil { methods.insert(.process) }
    return methods
  }

  package struct Methods: OptionSet, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let source = Methods(rawValue: 1)
    package static let reuse = Methods(rawValue: 2)
    package static let childRunbook = Methods(rawValue: 4)
    package static let execute = Methods(rawValue: 8)
    package static let inputs = Methods(rawValue: 16)
    package static let process = Methods(rawValue: 32)
    /// `inputs` with `process`.
    package static let derivation = Methods(rawValue: inputs.rawValue | process.rawValue)
  }

  /// Parts of an artifact that may be missing only because they could not be read.
  package struct Gaps: OptionSet, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// What says how it is made.
    package static let method = Gaps(rawValue: 1)
    /// All of `inputs`, or an element.
    package static let inputs = Gaps(rawValue: 2)
    package static let process = Gaps(rawValue: 4)
  }

  private subscript(field: ValueField) -> ScalarSyntax? {
    get {
      // By index: a copy of an element costs more than the comparison.
      for index in values.indices where values[index].field == field { return values[index].scalar }
      return nil
    }
    set {
      // By index, as above.
      let index = values.indices.first { values[$0].field == field }
      switch (index, newValue) {
      case (nil, let value?): values.append((field, value))
      case (let index?, let value?): values[index].scalar = value
      case (let index?, nil): values.remove(at: index)
      case (nil, nil): break
      }
    }
  }

  /// Changes each of the fields that hold one value, in the order written.
  package mutating func updateValues(_ update: (inout ScalarSyntax) -> Void) {
    for index in values.indices { update(&values[index].scalar) }
  }
}

extension ArtifactSyntax {
  package var name: ScalarSyntax? {
    get { self[.name] }
    set { self[.name] = newValue }
  }
  package var description: ScalarSyntax? {
    get { self[.description] }
    set { self[.description] = newValue }
  }
  package var contact: ScalarSyntax? {
    get { self[.contact] }
    set { self[.contact] = newValue }
  }
  package var merge: ScalarSyntax? {
    get { self[.merge] }
    set { self[.merge] = newValue }
  }
  package var outputSchema: ScalarSyntax? {
    get { self[.outputSchema] }
    set { self[.outputSchema] = newValue }
  }
  package var output: ScalarSyntax? {
    get { self[.output] }
    set { self[.output] = newValue }
  }
  package var timeout: ScalarSyntax? {
    get { self[.timeout] }
    set { self[.timeout] = newValue }
  }
  package var sensitive: ScalarSyntax? {
    get { self[.sensitive] }
    set { self[.sensitive] = newValue }
  }
  package var optional: ScalarSyntax? {
    get { self[.optional] }
    set { self[.optional] = newValue }
  }
  package var source: ComponentSyntax? {
    get { sourceBox?.value }
    set { sourceBox = newValue.map(Boxed.value) }
  }
  package var process: ComponentSyntax? {
    get { processBox?.value }
    set { processBox = newValue.map(Boxed.value) }
  }
  package var reuse: ReuseSyntax? {
    get { reuseBox?.value }
    set { reuseBox = newValue.map(Boxed.value) }
  }
  package var childRunbook: ChildRunbookSyntax? {
    get { childRunbookBox?.value }
    set { childRunbookBox = newValue.map(Boxed.value) }
  }
  package var execute: ExecuteSyntax? {
    get { executeBox?.value }
    set { executeBox = newValue.map(Boxed.value) }
  }
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
  /// Some of them could not be read, or all of them may stand under another key.
  package var mayLackProperties = false

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
  /// A part of the input mapping could not be read, or all of it may stand under another key.
  package var mayLackInputs = false
  /// Neither of the outputs is there, and one may have been meant.
  package var mayLackOutputs = false

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
