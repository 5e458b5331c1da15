// Reads the file of accepted findings and makes the JSON that the machine takes. Matches no finding.
package import CanonicalJSON
package import Diagnostics
internal import RunbookSyntax
package import SystemFiles
internal import YAMLReader

/// The file that says which findings are accepted, why, and until when.
package struct AcceptedFindingsFile: Sendable {
  /// Where it is looked for when nobody names one.
  package static let name = "accepted-findings.yaml"
  /// The largest file that is read.
  package static let sizeLimit = 1 << 26

  package let path: String
  package let bytes: [UInt8]
  /// What the machine takes.
  package let json: JSONValue
  /// The bytes of the list, and of each of its entries, for ``AcceptedFindingsEdit``.
  let list: Range<Int>
  let entries: [Range<Int>]

  /// How many entries there are.
  package var count: Int { entries.count }

  /// Reads the file at a path.
  ///
  /// - Returns: The entries, nil when the file has errors, and everything that there is to say about it.
  /// - Throws: When the file can't be read.
  package static func load(
    _ path: String
  ) throws(ReadFileError) -> (file: AcceptedFindingsFile?, report: DiagnosticReport) {
    read(try readFile(path, limit: sizeLimit), name: path)
  }

  /// Reads a file's bytes; `name` is what people call the file.
  package static func read(
    _ bytes: [UInt8], name: String
  ) -> (file: AcceptedFindingsFile?, report: DiagnosticReport) {
    var sources = SourceCollection()
    let source = sources.add(SourceText(name: name, bytes: bytes))
    var sink = DiagnosticSink()
    var found: (list: Range<Int>, entries: [(value: JSONValue, range: Range<Int>)])?
    if let yaml = YAMLDocument.read(bytes, source: source, sink: &sink), let value = ValueSyntax(yaml.root) {
      var reader = ShapeReader(sink)
      _ = reader.read(value, .acceptedFindings, "a file of accepted findings")
      if !reader.sink.hasErrors { found = entries(of: value, &reader) }
      sink = reader.sink
    }
    let report = DiagnosticReport(diagnostics: sink.sorted, sources: sources, path: name)
    guard !sink.hasErrors, let found else { return (nil, report) }
    let json: JSONValue = [
      "format": "wct-accepted-findings", "version": 1, "file": .string(name),
      "text": .string(String(decoding: bytes, as: UTF8.self)),
      "accepted": .array(found.entries.map(\.value)),
    ]
    return (
      AcceptedFindingsFile(
        path: name, bytes: bytes, json: json, list: found.list, entries: found.entries.map(\.range)), report
    )
  }

  private static func entries(
    of value: ValueSyntax, _ reader: inout ShapeReader
  ) -> (list: Range<Int>, entries: [(value: JSONValue, range: Range<Int>)])? {
    guard case .mapping(let fields, _) = value,
      let list = fields.first(where: { $0.key.text == "accepted" })?.value,
      case .sequence(let elements, let span) = list
    else { return nil }
    var entries: [(value: JSONValue, range: Range<Int>)] = []
    for element in elements {
      guard var object = reader.read(element, .acceptedFinding, "an accepted finding")?.objectValue else {
        continue
      }
      if ["finding", "category", "source"].allSatisfy({ object[$0] == nil }) {
        reader.report(
          Diagnostic(
            .vagueAcceptance, "this accepts everything", at: element.span,
            notes: ["name a finding, or give a 'category' or a 'source'"]))
      }
      let range = element.span.start..<element.span.end
      object["range"] = [.integer(range.lowerBound), .integer(range.upperBound)]
      entries.append((.object(object), range))
    }
    return (span.start..<span.end, entries)
  }
}
