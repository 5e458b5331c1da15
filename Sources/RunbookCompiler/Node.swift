// One artifact to make.
internal import CanonicalJSON
internal import ComponentKit
internal import Diagnostics
internal import ExecutionPlan
internal import RunbookSyntax

/// A node of the graph: how an artifact is made, from which others.
struct Node: Sendable {
  let id: ArtifactID
  let scope: ScopeIndex
  /// The artifact's key in the file.
  let place: SourceSpan
  var production: Production
  var operands: [Operand] = []
  var label = ArtifactLabel()
  var flags: Instruction.Flags = []
  var timeout: Double?
  var outputSchema: ScalarSyntax?
  /// What it is made of, once known; nil when something before it is wrong.
  var schema: SchemaReference?
  /// Whether it was declared in the runbook's text, and not made up for an inline processor or a default.
  var isDeclared = true
}

/// How a node is made.
enum Production: Sendable {
  /// The index of a ``ComponentUse``.
  case extract(Int)
  case process(Int)
  case merge
  case pass
  indirect case reuse(ReuseSyntax)
  indirect case constant(ValueSyntax)
  indirect case execute(NestedRun, place: SourceSpan)
  /// An input of the runbook itself, which only a parent can fill.
  case input
  /// Something that was reported already.
  case broken

  /// The component that is called, by its place in ``Compilation/uses``.
  var use: Int? {
    switch self {
    case .extract(let use), .process(let use): use
    default: nil
    }
  }
}

/// One reference of a node to another.
struct Operand: Sendable {
  let name: ScalarSyntax
  var target: NodeIndex?
}

/// A component with the properties that a runbook gives it.
struct ComponentUse: Sendable {
  let kind: ComponentKind
  let syntax: ComponentSyntax
  /// The use of a runbook that it stands in.
  var scope: ScopeIndex?
  /// A YAML syntax error lies in the artifact: what is not there may have been.
  var isDamaged = false
  /// The component, once known.
  var interface: ComponentInterface?
  /// Filled by `check-components`, defaults included.
  var properties = JSONObject()
  var bindings: [LateBinding] = []
  /// What the component touches with these properties.
  var capabilities: Set<Capability> = []
  /// The rules of each ruleset that the properties name.
  var rulesets: [String: JSONValue] = [:]

  var manifest: ComponentManifest? { interface?.manifest }

  init(kind: ComponentKind, syntax: ComponentSyntax) {
    self.kind = kind
    self.syntax = syntax
  }
}
