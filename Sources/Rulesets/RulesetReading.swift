// Reads the YAML of a ruleset file: one of this project strictly, one of the Python framework as the framework reads it.
// Knows no rules.
internal import CanonicalJSON
internal import ComponentKit
internal import Diagnostics
internal import RulesetModel
internal import YAMLReader

/// The YAML of a ruleset file.
///
/// The framework reads YAML 1.1 with PyYAML, which takes the last of two equal keys and writes octal numbers as `017`.
struct RulesetReading {
  let root: YAMLNode
  /// What stands there.
  let written: JSONValue
  /// Whether nothing in it is of this project alone.
  let isFrameworkForm: Bool
  /// What was read otherwise than people may expect; warnings.
  private(set) var warnings: [Diagnostic]

  init(_ bytes: [UInt8], source: SourceID) throws(RulesetFile.Invalid) {
    var (root, warnings) = try Self.read(bytes, source, .lastHolds)
    let value = JSONValue(ruleset: root)
    isFrameworkForm = FrameworkForm.fits(value)
    if !isFrameworkForm, !warnings.isEmpty { (root, warnings) = try Self.read(bytes, source, .refused) }
    self.root = root
    written = isFrameworkForm ? JSONValue(ruleset: root, numbers: .yaml11) : value
    self.warnings = warnings.map { warning in
      Diagnostic(
        .frameworkForm, warning.message, at: warning.span, annotation: warning.annotation,
        labels: warning.labels)
    }
  }

  private static func read(
    _ bytes: [UInt8], _ source: SourceID, _ duplicateKeys: DuplicateKeys
  ) throws(RulesetFile.Invalid) -> (YAMLNode, [Diagnostic]) {
    var sink = DiagnosticSink()
    let document = YAMLDocument.read(bytes, source: source, duplicateKeys: duplicateKeys, sink: &sink)
    guard let document, !sink.hasErrors else { throw RulesetFile.Invalid(diagnostics: sink.sorted) }
    return (document.root, sink.sorted)
  }

  /// The ruleset with what older forms of the framework's files leave unsaid.
  mutating func completed(as kind: RulesetKind) -> JSONValue {
    guard isFrameworkForm else { return written }
    let (value, issues) = FrameworkForm.completed(written, of: kind)
    warnings += issues.map { Diagnostic(.frameworkForm, $0.message, at: root.span(at: $0.path[...])) }
    return value
  }
}
