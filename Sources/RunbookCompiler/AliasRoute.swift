// What makes a name of one runbook stand for a name of another: a mapping of an input, or an output.
internal import Diagnostics
internal import RunbookSyntax

/// Why a name is an alias.
///
/// Indirect, as every name has room for one and few have one.
indirect enum AliasRoute: Sendable {
  /// An input of a child: the place in `input_mapping` that names the parent's artifact.
  case input(mapping: SourceSpan, name: String)
  /// An artifact of a parent: the place in `output` or `output_mapping` that names the child's output.
  case output(SourceSpan, name: String)
}

extension Compilation {
  /// The places that make a name of a scope stand for what it stands for, from that scope on; empty for an artifact
  /// of its own.
  func route(of name: String, in scope: ScopeIndex) -> [ProvenanceStep] {
    var (name, scope) = (name, scope)
    var steps: [ProvenanceStep] = []
    // As in `resolve`: every alias leads to another runbook's own names.
    for _ in 0...scopes.count * 2 {
      guard let bound = self[scope].names[name], case .alias(let other, let next) = bound.binding else {
        break
      }
      switch bound.route {
      case .input(let mapping, let artifact)?:
        steps.append(
          ProvenanceStep(.inputMapping, "'\(artifact)' is mapped to the input '\(name)'", at: mapping))
      case .output(let place, let output)?:
        steps.append(ProvenanceStep(.output, "'\(name)' is the output '\(output)' of the child", at: place))
        if let artifact = outputArtifact(output, of: other) {
          steps.append(ProvenanceStep(.output, "the output '\(output)' is '\(next)'", at: artifact))
        }
      case nil: break
      }
      (scope, name) = (other, next)
    }
    return steps
  }

  /// Where a child says which of its artifacts an output is.
  private func outputArtifact(_ output: String, of scope: ScopeIndex) -> SourceSpan? {
    self[scope].runbook.syntax.outputs?.first { $0.name.text == output }?.artifact?.span
  }
}
