// The syntax tree of a runbook: its structure as written, every leaf a scalar with its place.
// Does not know what a field's value means: numbers, booleans and references are read later, after substitution.
package import Diagnostics

/// A runbook as written. Fields that are absent, or were not readable, are nil; the parser has said so.
package struct RunbookSyntax: Sendable {
  /// The whole document.
  package var span: SourceSpan
  package var name: ScalarSyntax?
  package var description: ScalarSyntax?
  package var contact: ScalarSyntax?
  package var framework: ScalarSyntax?
  package var configuration: ConfigurationSyntax?
  /// Declared inputs; nil when the runbook has no `inputs` field.
  package var inputs: [InputDeclarationSyntax]?
  /// Declared outputs; nil when the runbook has no `outputs` field.
  package var outputs: [OutputDeclarationSyntax]?
  /// The `policy` section, as written; who reads it knows what may stand in it.
  package var policy: ValueSyntax?
  package var artifacts: [ArtifactSyntax] = []
  /// Something in it could not be read, and has been reported: what is absent may have been meant.
  package var isIncomplete = false
  /// A YAML syntax error lies in the file.
  package var isDamaged = false
  /// Inputs may have been declared that could not be read.
  package var mayLackInputs = false
  /// Outputs may have been declared that could not be read.
  package var mayLackOutputs = false
  /// Names that stood as keys in lines which could not be read.
  package var lostNames: Set<String> = []
  /// Names may have been declared that nobody knows any more.
  package var hasUnknownNames = false
  /// False when no text in it holds a `$`, so that there is nothing to substitute.
  package var mayHoldVariables = true
  /// True when no text in it, as written, holds anything but printable ASCII, tabs and line breaks.
  package var isPrintableASCII = false
  /// False when no artifact has the field `optional`.
  package var mayHoldOptionals = true
  /// False when no artifact is made by a child runbook.
  package var mayHoldChildren = true

  package init(span: SourceSpan) { self.span = span }

  /// Whether a name that is not declared may have been, in what could not be read.
  package func mayDeclare(_ name: String) -> Bool { hasUnknownNames || lostNames.contains(name) }
}

/// The `config` section.
package struct ConfigurationSyntax: Sendable {
  package var span: SourceSpan
  package var timeout: ScalarSyntax?
  package var maximumConcurrency: ScalarSyntax?
  package var maximumChildDepth: ScalarSyntax?
  package var costLimit: ScalarSyntax?
  package var templatePaths: [ScalarSyntax] = []

  package init(span: SourceSpan) { self.span = span }
}

/// One entry of `inputs` of a child runbook.
package struct InputDeclarationSyntax: Sendable {
  package var name: ScalarSyntax
  package var inputSchema: ScalarSyntax?
  package var optional: ScalarSyntax?
  package var defaultValue: ValueSyntax?
  package var sensitive: ScalarSyntax?
  package var description: ScalarSyntax?

  package init(name: ScalarSyntax) { self.name = name }
}

/// One entry of `outputs` of a child runbook.
package struct OutputDeclarationSyntax: Sendable {
  package var name: ScalarSyntax
  package var artifact: ScalarSyntax?
  package var description: ScalarSyntax?

  package init(name: ScalarSyntax) { self.name = name }
}
