// Reads a baseline from its file, and says what is wrong with it.
package import Diagnostics
internal import SystemFiles
internal import YAMLReader

/// A baseline with the place of each entry in its file.
package struct BaselineFile: Sendable {
  /// As people see it.
  package let path: String
  /// In the order of the file.
  let entries: [(entry: Baseline.Entry, span: SourceSpan)]
  let sources: SourceCollection

  /// Why a baseline can't be used.
  package struct Invalid: Error, Sendable {
    package let report: DiagnosticReport
    /// Whether there is no such file.
    package let isMissing: Bool
    /// Whether it could not be read at all.
    package let isUnreadable: Bool
  }

  /// A baseline that accepts nothing, to be written to a path.
  package init(emptyAt path: String) {
    self.path = path
    entries = []
    sources = SourceCollection()
  }

  /// Reads the baseline at a path.
  package init(readingFrom path: String) throws(Invalid) {
    let bytes: [UInt8]
    do {
      bytes = try readFile(path, limit: 1 << 28)
    } catch {
      throw Self.unreadable(path, error)
    }
    try self.init(bytes, path: path)
  }

  /// Reads a baseline's bytes.
  package init(_ bytes: [UInt8], path: String) throws(Invalid) {
    var sources = SourceCollection()
    var sink = DiagnosticSink()
    let source = sources.add(SourceText(name: path, bytes: bytes))
    // JSON is YAML, and this reader knows the place of everything.
    let document = YAMLDocument.read(bytes, source: source, sink: &sink)
    var decoder = BaselineDecoder()
    if let document, !sink.hasErrors { decoder.decode(document.root) }
    for problem in decoder.problems { sink.report(problem) }
    guard !sink.hasErrors else {
      let report = DiagnosticReport(diagnostics: sink.sorted, sources: sources, path: path)
      throw Invalid(report: report, isMissing: false, isUnreadable: false)
    }
    self.path = path
    self.sources = sources
    entries = decoder.entries
  }

  private static func unreadable(_ path: String, _ error: ReadFileError) -> Invalid {
    var isMissing = false
    if case .system(let system) = error { isMissing = system.isMissing }
    let problem =
      isMissing
      ? Diagnostic(
        .missingBaseline, "there is no baseline '\(path)'", at: nil, path: path,
        notes: ["--update-baseline makes one of what is found"])
      : Diagnostic(.unreadableFile, error.description, at: nil, path: path)
    let report = DiagnosticReport(diagnostics: [problem], sources: SourceCollection(), path: path)
    return Invalid(report: report, isMissing: isMissing, isUnreadable: true)
  }
}
