// What there is to say about an environment file that can't be used. Never shows a value: it may be a secret.
package import Diagnostics
package import EnvironmentFiles
internal import SystemFiles

extension EnvironmentFileError {
  /// Whether the file could not be read at all.
  package var isUnreadable: Bool { line == nil }

  /// The fault as a diagnostic at its line; of the file's text only names and `=` are shown.
  package var report: DiagnosticReport {
    var sources = SourceCollection()
    var span: SourceSpan?
    if let line = self.line { span = self.span(ofLine: line, in: &sources) }
    let diagnostic =
      isUnreadable
      ? Diagnostic(.unreadableEnvironmentFile, message, at: nil, path: path)
      : Diagnostic(
        .malformedEnvironmentFile, message, at: span, path: path,
        notes: ["a line is 'NAME=value' or a comment that begins with '#'; values are not shown here"])
    return DiagnosticReport(diagnostics: [diagnostic], sources: sources, path: path)
  }

  /// The whole line, in the file's text with its values left out.
  private func span(ofLine line: Int, in sources: inout SourceCollection) -> SourceSpan? {
    guard let bytes = try? readFile(path, limit: 1 << 20) else { return nil }
    let text = SourceText(name: path, bytes: Self.withoutValues(bytes))
    guard (1...text.lineCount).contains(line) else { return nil }
    let range = text.lineRange(line)
    return SourceSpan(source: sources.add(text), start: range.lowerBound, end: range.upperBound)
  }

  /// The text with an ellipsis for all of a line that does not name a variable, and its line breaks as they are.
  private static func withoutValues(_ bytes: [UInt8]) -> [UInt8] {
    var shown: [UInt8] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let line = rest.prefix { $0 != 0x0A && $0 != 0x0D }
      let name = line.prefix { $0 != UInt8(ascii: "=") }
      let isName = name.count < line.count && name.allSatisfy(isNamePart)
      shown += isName ? Array(name) + [UInt8(ascii: "=")] : []
      if line.count > (isName ? name.count + 1 : 0) { shown += Array("…".utf8) }
      let ending = rest.dropFirst(line.count)
      shown += ending.prefix(1)
      rest = ending.dropFirst(1)
    }
    return shown
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), 0x20: true
    default: false
    }
  }
}
