// The model that the passes work on: scopes (runbooks in use) and nodes (artifacts to make).
internal import CanonicalJSON
internal import ComponentKit
internal import Diagnostics
internal import ExecutionPlan
internal import FlowPolicies
internal import Rulesets
internal import RunbookSyntax

/// The place of a scope in ``Compilation/scopes``.
struct ScopeIndex: Hashable, Sendable {
  let value: Int
}

/// The place of a node in ``Compilation/nodes``.
struct NodeIndex: Hashable, Sendable, Comparable {
  let value: Int
  static func < (left: NodeIndex, right: NodeIndex) -> Bool { left.value < right.value }
}

/// One compilation: its input, what has been understood so far, and what has been reported.
struct Compilation: Sendable {
  let options: CompilerOptions
  let goal: Compiler.Goal
  var sources = SourceCollection()
  var sink = DiagnosticSink()
  var isRootUnreadable = false
  var reporting = ReportContext()
  /// What was asked for about the work itself.
  var record = InspectionRecord()
  var dependencies = CompilationDependencies()

  /// Values that a broken substitution left unknown.
  var unknownValues: Set<SourceSpan> = []
  /// Child runbooks that were read, by resolved path; nil for one that could not be parsed.
  var loadedChildren: [String: LoadedRunbook?] = [:]
  /// Where children were found: many uses of one need not ask the file system each time.
  var childPlaces: [ChildReference: (path: String, identity: String)] = [:]
  /// The files of child runbooks, parsed or not, by resolved path.
  var childSources: [String: SourceID] = [:]
  /// What came of looking for each ruleset, by the name of its kind and URI.
  var rulesetLookups: [String: [String: RulesetLookup]] = [:]
  /// Of components that use one ruleset, by its URI, what they use.
  var soleRulesets: [String: [String: JSONValue]] = [:]
  /// Whether a ruleset is named by a version that can come to mean other rules.
  var hasUnpinnedRulesets = false
  /// What has been said about rulesets, each once.
  var rulesetRemarks: Set<String> = []
  /// The first scope is the runbook itself.
  var scopes: [Scope] = []
  var nodes: [Node] = []
  /// The components that nodes use.
  var uses: [ComponentUse] = []
  /// Names that an artifact gets from outside its own runbook, inner ones first.
  var exposures: [Exposure] = []
  /// Mappings whose schemas must match.
  var inputChecks: [InputCheck] = []
  /// Where each input of a child is mapped, for messages that follow data into it.
  var mappingPlaces: [ScopedName: SourceSpan] = [:]
  /// Defaults of inputs, each once, whether they are used or not.
  var defaultChecks: [DefaultCheck] = []
  var checkedDefaults: Set<SourceSpan> = []
  /// References that make no operand: what a child's `inputs` list.
  var mentions: [Mention] = []
  /// Where artifacts are marked sensitive: their own field, that of an artifact that takes them over from a child,
  /// or the declaration of an input that they are mapped to.
  var sensitiveMarks: [NodeIndex: SourceSpan] = [:]
  /// The outer artifacts that make outputs of what a child exposes.
  var outputMarks: [NodeIndex: SourceSpan] = [:]
  /// What reused artifacts are in the store that was named.
  var earlierArtifacts: [NodeIndex: EarlierArtifact] = [:]
  /// Other names of nodes, filled by `resolve-references`.
  var aliases: [ArtifactID: NodeIndex] = [:]
  /// All nodes, each after its operands; filled by `detect-cycles`.
  var order: [NodeIndex] = []
  /// The cycle that nodes are on, by its number.
  var cycles: [NodeIndex: Int] = [:]
  /// Mappings of children's inputs and outputs that cycles go through.
  var cyclicMappings: Set<SourceSpan> = []
  var configuration = RunConfiguration()

  /// How many references the nodes hold so far.
  var references = 0
  /// What the second and every further use of a child brought so far.
  var childExpansion = 0
  /// What each child brings that has been used, by its file's identity.
  var childWeights: [String: Int] = [:]
  /// Children would bring more than there may be, which was reported. Nothing is checked then but what was.
  var isTooLarge = false

  /// Names that have been compared with misspelt ones; past the limit nothing is suggested any more, so that a
  /// file with thousands of errors costs thousands, not millions of comparisons.
  var comparedNames = 0
  static let maximumComparedNames = 100_000

  /// Forbidden flows so far, and artifacts looked at to count where they come from: both bound what is said.
  var reportedFlows = 0
  var countedFlowNodes = 0
  static let maximumCountedFlowNodes = 5_000_000

  init(options: CompilerOptions, goal: Compiler.Goal) {
    self.options = options
    self.goal = goal
  }

  var rootName: String? { scopes.first?.runbook.syntax.name?.text }

  subscript(_ index: ScopeIndex) -> Scope {
    // In place: a copy of a scope is a copy of all its names.
    _read { yield scopes[index.value] }
    _modify { yield &scopes[index.value] }
  }

  subscript(_ index: NodeIndex) -> Node {
    _read { yield nodes[index.value] }
    _modify { yield &nodes[index.value] }
  }
}

/// A runbook file that was read and parsed.
struct LoadedRunbook: Sendable {
  /// As shown to people.
  let path: String
  /// The directory that its children are looked up in.
  let directory: String
  /// The path with symbolic links resolved, which tells whether two paths are one file.
  let identity: String
  var syntax: RunbookSyntax
  /// What the runbook itself forbids, for its own artifacts and those of its children.
  var policy: FlowPolicy?
}

/// One use of a runbook: the runbook itself, or one place where it is a child.
struct Scope: Sendable {
  let runbook: LoadedRunbook
  /// The id of the artifact that brought it in, as a path from the root; nil for the root.
  let prefix: ArtifactID?
  /// Where it was brought in.
  let origin: Origin?
  /// Whether the artifact that brought it in is optional, and so everything in it.
  var isOptional = false
  var names: [String: BoundName] = [:]

  struct Origin: Sendable {
    let scope: ScopeIndex
    /// The `path` of `child_runbook`.
    let place: SourceSpan
    let depth: Int
  }

  /// The id of an artifact of this runbook; one that can't be written was reported, and is looked at all the same.
  func id(_ name: String) -> ArtifactID {
    let own = ArtifactID(name) ?? ArtifactID(reported: name)
    return prefix.map { $0.appending(own) } ?? own
  }
}

/// A name in one scope.
struct ScopedName: Hashable, Sendable {
  let scope: ScopeIndex
  let name: String
}

/// A default that must fit the schema of its input.
struct DefaultCheck: Sendable {
  let value: ValueSyntax
  let schema: SchemaReference
  let input: SourceSpan
}

/// A name of a scope: what it stands for, and where it was bound.
struct BoundName: Sendable {
  let binding: NameBinding
  var place: SourceSpan?
  /// What makes it an alias.
  var route: AliasRoute?

  /// Something that was reported already.
  static let broken = BoundName(binding: .broken)
}

/// What a name stands for in one scope.
enum NameBinding: Sendable {
  case node(NodeIndex)
  /// The same as a name of another scope.
  case alias(ScopeIndex, String)
  /// An optional input that nothing was mapped to and that has no default.
  case absent(SourceSpan)
  /// A child runbook that is used through its output mapping only.
  case childWithoutOutput(outputs: [String])
  /// Something that was reported already.
  case broken
}

/// An artifact that is seen from outside its runbook under another name.
struct Exposure: Sendable {
  let scope: ScopeIndex
  /// The name in the scope that exposes it.
  let name: String
  let alias: ArtifactID
  let label: ArtifactLabel
  let flags: Instruction.Flags
  /// The artifact of the outer runbook that takes it over.
  let artifact: SourceSpan
  /// Where that artifact is marked sensitive.
  let sensitive: SourceSpan?
  /// The schema that the outer artifact says it has.
  let outputSchema: ScalarSyntax?
}

/// An artifact that is mapped to a child's input.
struct InputCheck: Sendable {
  let scope: ScopeIndex
  let name: String
  /// Where the mapping stands.
  let place: SourceSpan
  let input: String
  /// Nil when the declaration is wrong.
  let schema: SchemaReference?
  /// Where the child declares the input.
  let declaration: SourceSpan
  /// Where the child declares its value sensitive; nil when it does not.
  let sensitive: SourceSpan?
}

/// A name that must be one of an artifact.
struct Mention: Sendable {
  let scope: ScopeIndex
  let name: ScalarSyntax
}
