// The exporter `gdpr`: writes a record of processing activities in one of its forms.
internal import CanonicalJSON
package import SystemFiles

/// A form of the record.
package enum RecordForm: String, Sendable, CaseIterable {
  case json, html, markdown = "md"

  /// The form that a file's name asks for; JSON where it says nothing.
  package init(fileNamed path: String) {
    let name = path.lowercased()
    self =
      name.hasSuffix(".html") || name.hasSuffix(".htm") ? .html : name.hasSuffix(".md") ? .markdown : .json
  }
}

extension ProcessingRecord {
  /// The record in one of its forms.
  package func text(_ form: RecordForm) -> String {
    switch form {
    case .json: String(decoding: PrettyJSONWriter.bytes(of: json), as: UTF8.self) + "\n"
    case .html: html
    case .markdown: markdown
    }
  }

  /// Writes the file to its place when it is whole, for its owner alone.
  package func export(_ form: RecordForm, to path: String) throws(SystemError) {
    try writeFile(path, Array(text(form).utf8), permissions: 0o600)
  }
}
