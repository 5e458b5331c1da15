// The graph of a checked runbook: the compiler's view of its artifacts, in the words of graphs.
internal import ExecutionPlan
internal import RunbookCompiler
internal import RunbookGraphs

extension RunbookGraph {
  /// The graph of a runbook without errors: the artifacts and edges of its plan, in an order nearer to the file's,
  /// and inputs that no parent fills yet.
  init(_ result: CompilationResult) {
    self.init(
      title: result.runbookName ?? "", description: result.runbookDescription ?? "",
      nodes: result.artifacts.map(GraphNode.init))
  }
}

extension GraphNode {
  fileprivate init(_ artifact: ArtifactView) {
    let (kind, component) = Self.kind(of: artifact.way)
    self.init(id: artifact.id.text, kind: kind)
    self.component = component
    name = artifact.label.name
    description = artifact.label.description
    schema = artifact.schema
    aliases = artifact.aliases.map(\.text)
    marks = Marks(artifact.flags)
    version = artifact.version
    rulesets = artifact.rulesets
    variables = Self.variables(of: artifact.bindings)
    operands = artifact.operands
  }

  private static func kind(of way: ArtifactView.Way) -> (Kind, String?) {
    switch way {
    case .extract(let type): (.source, type)
    case .process(let type): (.process, type)
    case .merge: (.merge, nil)
    case .pass: (.pass, nil)
    case .reuse(let run, let artifact): (.reuse, "reuse of \(artifact) from \(run)")
    case .constant: (.constant, nil)
    case .execute: (.execute, nil)
    case .input: (.input, nil)
    }
  }
}
