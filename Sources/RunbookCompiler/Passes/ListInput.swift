// Part of `flatten-child-runbooks`: the fix that adds an artifact to the `inputs` of another.
internal import Diagnostics
internal import RunbookSyntax

extension Compilation {
  /// Adds `name` to the list in the style in which the file writes it.
  func listing(_ name: String, in artifact: ArtifactSyntax, _ child: ChildRunbookSyntax) -> FixIt {
    let message = "add '\(name)' to 'inputs'"
    guard let inputs = artifact.inputs else {
      return FixIt(
        message, .safe, replacing: before(child.keySpan), with: "inputs: [\(name)]\(separator(child.keySpan))"
      )
    }
    let written = sources.text(of: inputs.span)
    if written.hasPrefix("["), let first = inputs.elements.first {
      return FixIt(message, .safe, replacing: before(first.span), with: "\(name), ")
    }
    if written.hasPrefix("-") {
      return FixIt(message, .safe, replacing: before(inputs.span), with: "- \(name)\(separator(inputs.span))")
    }
    let all = inputs.elements.map { sources.text(of: $0.span) } + [name]
    return FixIt(message, .safe, replacing: inputs.span, with: "[\(all.joined(separator: ", "))]")
  }

  private func before(_ span: SourceSpan) -> SourceSpan {
    SourceSpan(source: span.source, start: span.start, end: span.start)
  }

  /// What stands between two entries here: a line break with the same indentation, or a comma in flow style.
  private func separator(_ span: SourceSpan) -> String {
    let text = sources[span.source]
    let start = text.lineRange(text.location(of: span.start).line).lowerBound
    let indentation = text.text(start..<span.start)
    return indentation.allSatisfy { $0 == " " } ? "\n\(indentation)" : ", "
  }
}
