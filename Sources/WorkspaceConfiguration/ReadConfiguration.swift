// Reads a configuration file and says what is wrong with it.
package import ComponentKit
package import Diagnostics
internal import RunbookSyntax
internal import SystemFiles
internal import YAMLReader

/// A configuration, and what there is to say about the file that it was read from.
package struct ConfigurationFile: Sendable {
  package let configuration: Configuration
  /// What is wrong with the file; the rest of it holds all the same.
  package let report: DiagnosticReport
  /// Whether the file could not be read at all.
  package let isUnreadable: Bool

  /// What holds where there is no file.
  package static let none = ConfigurationFile(
    configuration: Configuration(),
    report: DiagnosticReport(diagnostics: [], sources: SourceCollection(), path: ""), isUnreadable: false)
}

extension ConfigurationFile {
  /// The most bytes that a configuration file may have.
  private static let limit = 1 << 20

  /// Reads the configuration at a path.
  ///
  /// - Parameters:
  ///   - text: What stands for the file's text; nil: it is read.
  ///   - catalog: What is installed: a policy that names other components is warned of; nil: it is not.
  package static func read(
    _ path: String, text: [UInt8]? = nil, catalog: ComponentCatalog?
  ) -> ConfigurationFile {
    do {
      let bytes = if let text { text } else { try readFile(path, limit: limit) }
      return parse(bytes, path: path, catalog: catalog, checksPaths: true)
    } catch {
      let problem = Diagnostic(.unreadableFile, error.description, at: nil, path: path)
      return ConfigurationFile(
        configuration: Configuration(path: path, directory: PathText.parent(of: path)),
        report: DiagnosticReport(diagnostics: [problem], sources: SourceCollection(), path: path),
        isUnreadable: true)
    }
  }

  /// Reads a configuration's text; `path` says where it would stand.
  ///
  /// - Parameter checksPaths: Whether to look for the files and directories that it names.
  package static func parse(
    _ bytes: [UInt8], path: String, catalog: ComponentCatalog? = nil, checksPaths: Bool
  ) -> ConfigurationFile {
    var sources = SourceCollection()
    var sink = DiagnosticSink()
    let text = SourceText(name: path, bytes: bytes)
    let source = sources.add(text)
    let start = Configuration(path: path, directory: PathText.parent(of: path))
    var parser = ConfigurationParser(configuration: start, text: text, catalog: catalog)
    if let document = YAMLDocument.read(bytes, source: source, sink: &sink) {
      parser.parse(document.root)
    }
    if checksPaths { parser.checkPaths() }
    for problem in parser.reader.problems { sink.report(problem) }
    // A file without settings ends the search for one, as ruff's empty configuration does.
    let problems = sink.sorted.filter { $0.rule != .emptyDocument }
    return ConfigurationFile(
      configuration: parser.configuration,
      report: DiagnosticReport(diagnostics: problems, sources: sources, path: path), isUnreadable: false)
  }
}

extension ConfigurationParser {
  /// Reports files and directories that are not there; what needs them is left out.
  fileprivate mutating func checkPaths() {
    let (rulesets, files) = (configuration.rulesets, configuration.environmentFiles)
    configuration.rulesets = rulesets.filter { isThere($0.directory, .directory, "directory") }
    configuration.environmentFiles = files.filter { isThere($0, .file, "file") }
  }

  private mutating func isThere(_ path: Configuration.Path, _ kind: FileStatus.Kind, _ name: String) -> Bool {
    do {
      let found = try FileStatus.of(path.path).kind
      if found == kind { return true }
      reader.report(.configuredPath, "expected a \(name), found a \(found.rawValue)", at: path.span)
    } catch {
      let reason = error.isMissing ? "there is no \(name) '\(path.path)'" : error.description
      reader.report(
        .configuredPath, reason, at: path.span,
        notes: ["paths begin at the directory of the configuration, '\(configuration.directory)'"])
    }
    return false
  }
}
