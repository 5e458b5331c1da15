// Reads `organisation.yaml` and makes the JSON that the machine takes. Does not know what the record makes of it.
package import CanonicalJSON
package import Diagnostics
internal import RunbookSyntax
package import SystemFiles
internal import YAMLReader

/// The file in which an organisation describes itself and its processing.
package enum OrganisationFile {
  /// Where it is looked for when nobody names one.
  package static let name = "organisation.yaml"
  /// The largest file that is read.
  package static let sizeLimit = 1 << 24

  /// Reads the file at a path.
  ///
  /// - Returns: What the machine takes, nil when the file has errors, and everything that there is to say about it.
  /// - Throws: When the file can't be read.
  package static func load(
    _ path: String
  ) throws(ReadFileError) -> (json: JSONValue?, report: DiagnosticReport) {
    read(try readFile(path, limit: sizeLimit), name: path)
  }

  /// Reads a file's bytes; `name` is what people call the file.
  package static func read(_ bytes: [UInt8], name: String) -> (json: JSONValue?, report: DiagnosticReport) {
    var sources = SourceCollection()
    let source = sources.add(SourceText(name: name, bytes: bytes))
    var sink = DiagnosticSink()
    var organisation: JSONValue?
    if let yaml = YAMLDocument.read(bytes, source: source, sink: &sink), let value = ValueSyntax(yaml.root) {
      var reader = ShapeReader(sink)
      organisation = reader.read(value, .organisation, "an organisation's file")
      sink = reader.sink
    }
    let report = DiagnosticReport(diagnostics: sink.sorted, sources: sources, path: name)
    guard !sink.hasErrors, let organisation else { return (nil, report) }
    return (
      ["format": "wct-organisation", "version": 1, "file": .string(name), "organisation": organisation],
      report
    )
  }
}
