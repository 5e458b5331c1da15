// What there is to say about an environment file that can't be used. Never shows a value: it may be a secret.
package import Diagnostics
package import EnvironmentFiles
internal import SystemFiles

extension EnvironmentFileError {
  /// Whether the file could not be read at all.
  package var isUnreadable: Bool { line == nil }

  /// The faults as diagnostics at their lines; of the file's text only names and `=` are shown.
  package var report: DiagnosticReport {
    guard let content else {
      let problem = Diagnostic(.unreadableEnvironmentFile, message, at: nil, path: path)
      return DiagnosticReport(diagnostics: [problem], sources: SourceCollection(), path: path)
    }
    var sources = SourceCollection()
    let text = SourceText(name: path, bytes: content)
    let source = sources.add(text)
    sources.hide(
      Self.values(in: content).map { SourceSpan(source: source, start: $0.lowerBound, end: $0.upperBound) })
    let diagnostics = faults.map { fault in
      let range = text.lineRange(min(fault.line, text.lineCount))
      return Diagnostic(
        .malformedEnvironmentFile, fault.message,
        at: SourceSpan(source: source, start: range.lowerBound, end: range.upperBound), path: path,
        notes: ["a line is 'NAME=value' or a comment that begins with '#'; values are not shown here"],
        fixes: fault.remedy.flatMap { Self.fix($0, line: range, content, source) }.map { [$0] } ?? [])
    }
    return DiagnosticReport(diagnostics: diagnostics, sources: sources, path: path)
  }

  private static func fix(
    _ remedy: DotenvFault.Remedy, line: Range<Int>, _ bytes: [UInt8], _ source: SourceID
  ) -> FixIt? {
    func isBlank(_ offset: Int) -> Bool { bytes[offset] == 0x20 || bytes[offset] == 0x09 }
    switch remedy {
    case .equalsSign:
      guard let colon = line.first(where: { bytes[$0] == UInt8(ascii: ":") }) else { return nil }
      let start = line[..<colon].last { !isBlank($0) }.map { $0 + 1 } ?? colon
      let end = line[(colon + 1)...].first { !isBlank($0) } ?? line.upperBound
      let span = SourceSpan(source: source, start: start, end: end)
      return FixIt("replace ':' with '='", .safe, replacing: span, with: "=")
    case .closingQuote(let quote):
      let end = line.last { !isBlank($0) }.map { $0 + 1 } ?? line.upperBound
      let span = SourceSpan(source: source, start: end, end: end)
      return FixIt("add the closing quote at the end of the line", replacing: span, with: quote)
    }
  }

  /// All of each line that does not name a variable.
  private static func values(in bytes: [UInt8]) -> [Range<Int>] {
    var values: [Range<Int>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
      let equals = bytes[start..<end].firstIndex(of: UInt8(ascii: "="))
      let isName = equals.map { bytes[start..<$0].allSatisfy(isNamePart) } ?? false
      values.append((isName ? equals.map { $0 + 1 } ?? start : start)..<end)
      start = end + 1
    }
    return values.filter { !$0.isEmpty }
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), 0x20: true
    default: false
    }
  }
}
