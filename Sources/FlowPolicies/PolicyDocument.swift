// A policy together with the file that it stands in, and how such a file is read.
package import ComponentKit
package import Diagnostics
package import RunbookSyntax
package import SystemFiles
package import YAMLReader

/// A policy from a file, ready for any number of compilations.
package struct PolicyDocument: Sendable {
  /// The file, so that messages can show it.
  package let text: SourceText
  /// Its places are those of the only file of a collection.
  package let policy: FlowPolicy

  /// - Parameter policy: As read from `text`; the number of the file in its places does not matter.
  package init(text: SourceText, policy: FlowPolicy) {
    self.text = text
    self.policy = policy
  }

  /// The largest policy file that is read.
  package static let sizeLimit = 1 << 24

  /// Reads the policy file at a path.
  ///
  /// - Returns: The policy, nil when it has errors, and everything that there is to say about the file.
  /// - Throws: When the file can't be read.
  package static func load(
    _ path: String, catalog: ComponentCatalog?
  ) throws(ReadFileError) -> (document: PolicyDocument?, report: DiagnosticReport) {
    read(try readFile(path, limit: sizeLimit), name: path, catalog: catalog)
  }

  /// Reads a policy file's bytes; `name` is what people call the file.
  package static func read(
    _ bytes: [UInt8], name: String, catalog: ComponentCatalog?
  ) -> (document: PolicyDocument?, report: DiagnosticReport) {
    var sources = SourceCollection()
    var sink = DiagnosticSink()
    let text = SourceText(name: name, bytes: bytes)
    let source = sources.add(text)
    var document: PolicyDocument?
    if let yaml = YAMLDocument.read(bytes, source: source, sink: &sink) {
      document = PolicyDocument(text: text, policy: FlowPolicy.read(yaml.root, catalog: catalog, sink: &sink))
    }
    let report = DiagnosticReport(diagnostics: sink.sorted, sources: sources, path: name)
    return (sink.hasErrors ? nil : document, report)
  }
}

extension FlowPolicy {
  /// The policy that a node of a YAML file holds. What is wrong with it is reported; the rest is kept.
  ///
  /// - Parameter catalog: What is installed: other names are errors; nil: nobody knows, and none is.
  package static func read(
    _ node: YAMLNode, catalog: ComponentCatalog?, sink: inout DiagnosticSink
  ) -> FlowPolicy {
    // What is no value has been reported by the YAML reader.
    ValueSyntax(node).map { read($0, catalog: catalog, sink: &sink) } ?? FlowPolicy()
  }

  /// The policy that a value holds. What is wrong with it is reported; the rest is kept.
  package static func read(
    _ value: ValueSyntax, catalog: ComponentCatalog?, sink: inout DiagnosticSink
  ) -> FlowPolicy {
    var reader = PolicyReader(catalog: catalog)
    let policy = reader.policy(value)
    for problem in reader.problems { sink.report(problem) }
    return policy
  }
}
