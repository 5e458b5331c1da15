// Finds the comments of a YAML file, which libyaml drops. Does not know what they say.
package import Diagnostics

/// One comment: from its `#` to the last character of its line that is no blank.
package struct YAMLComment: Sendable, Hashable {
  /// The comment as written, `#` included, without the blanks and the line break behind it.
  package let span: SourceSpan
  /// What the span covers; bytes that are not UTF-8 are U+FFFD.
  package let text: String
  /// Whether nothing but blanks stands before it on its line.
  package let isAlone: Bool
}

extension YAMLComment {
  /// Every comment of a file in the order written (YAML 1.2.2, section 6.6), in time linear in the file.
  ///
  /// Where the tree knows a scalar, nothing in it is taken for a comment. What no tree covers, as behind a
  /// syntax error, is read by its looks: quotes that close and indented block scalars hide a `#`.
  ///
  /// - Parameters:
  ///   - bytes: The file, as it is.
  ///   - source: The file's id, which the spans carry.
  ///   - document: What was read from the same bytes; nil when that is nothing.
  package static func all(in bytes: [UInt8], source: SourceID, document: YAMLDocument?) -> [YAMLComment] {
    var scanner = CommentScanner(bytes: bytes, source: source)
    for record in document?.storage.nodes ?? [] where record.kind == .scalar && record.start < record.end {
      scanner.scan(upTo: Int(record.start))
      scanner.pass(scalarEndingAt: Int(record.end))
    }
    scanner.scan(upTo: bytes.count)
    return scanner.comments
  }
}
