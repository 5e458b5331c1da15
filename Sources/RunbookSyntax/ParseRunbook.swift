// From the bytes of a file to the syntax tree of a runbook.
package import Diagnostics
package import YAMLReader

/// Reads and parses a runbook. What is wrong with it is reported; the rest is kept.
///
/// - Parameters:
///   - bytes: The file, as it is.
///   - name: The file's name as people shall see it.
///   - sources: Where the file is added, so that spans can be shown.
/// - Returns: What could be read; nil when the file holds no mapping.
package func parseRunbook(
  bytes: [UInt8], name: String, limits: YAMLLimits = YAMLLimits(), sources: inout SourceCollection,
  sink: inout DiagnosticSink
) -> RunbookSyntax? {
  let source = sources.add(SourceText(name: name, bytes: bytes))
  guard let document = YAMLDocument.read(bytes, source: source, limits: limits, sink: &sink) else {
    return nil
  }
  guard var runbook = RunbookParser.parse(document, sink: &sink) else { return nil }
  runbook.isPrintableASCII = document.isPrintableASCII
  runbook.mayHoldVariables = document.mayContain(UInt8(ascii: "$"))
  return runbook
}
